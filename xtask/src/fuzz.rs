//! `cargo xtask fuzz [TARGET] [--minutes N]`: foreign bytes that nobody has thought of, for a while.

use std::fs;

use crate::command::{cargo_path, find, program, run as run_program, say};
use crate::failure::{Failure, Outcome, While};
use crate::paths;

/// How long each target runs when nobody says.
const MINUTES: u64 = 10;
/// More memory than this is a finding. Most of it is the fuzzer's own.
const MEMORY_MB: u64 = 1024;
/// An input that takes longer is a finding. Long, because the machine may be busy.
const INPUT_S: u64 = 20;

/// Runs one target, or all of them one after the other. What is found stands in `fuzz/artifacts`.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let (named, minutes) = read(arguments)?;
    if find("cargo-fuzz").is_none() {
        return Err(Failure::new("`cargo install cargo-fuzz` brings the fuzzer"));
    }
    let targets = targets()?;
    let wanted: Vec<&String> = targets.iter().filter(|target| named.is_none_or(|named| named == *target)).collect();
    if wanted.is_empty() {
        return Err(Failure::new(format!("the targets are {}", targets.join(", "))));
    }
    for target in wanted {
        say(&format!("fuzzing {target} for {minutes} minutes"));
        let mut command = program(cargo_path());
        // Without a sanitizer: no code of ours is unsafe, it is faster, and every toolchain can do it.
        command.current_dir(paths::root().join("fuzz")).args(["fuzz", "run", "--sanitizer", "none", target, "--"]);
        command.arg(format!("-max_total_time={}", minutes.saturating_mul(60)));
        command.args([format!("-rss_limit_mb={MEMORY_MB}"), format!("-timeout={INPUT_S}")]);
        run_program(command.arg("-print_final_stats=1"))?;
    }
    Ok(())
}

/// Which target, if one is named, and for how many minutes.
fn read(arguments: &[String]) -> Outcome<(Option<&String>, u64)> {
    let (mut named, mut minutes, mut rest) = (None, MINUTES, arguments.iter());
    while let Some(argument) = rest.next() {
        if argument == "--minutes" {
            // The fuzzer takes 0 for ever.
            let number = rest.next().and_then(|number| number.parse().ok()).filter(|minutes| *minutes > 0);
            minutes = number.ok_or_else(|| Failure::new("`--minutes` wants a number from 1"))?;
        } else {
            named = Some(argument);
        }
    }
    Ok((named, minutes))
}

/// The names of all targets: each is a file.
fn targets() -> Outcome<Vec<String>> {
    let folder = paths::root().join("fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).while_doing("looking for fuzz targets")?.flatten();
    let mut names: Vec<String> = files.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    Ok(names)
}
