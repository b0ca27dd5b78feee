//! Starts other programs and turns their ending into words.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome, While};
use crate::paths;

/// Says what is being done, as one line of progress.
pub(crate) fn say(what: &str) {
    println!("» {what}");
}

/// A program that runs in the project's folder.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::root());
    command
}

/// Where the cargo is that runs xtask.
pub(crate) fn cargo_path() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Cargo of the toolchain that built xtask, with these arguments.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = program(cargo_path());
    command.args(arguments);
    command
}

/// The whole workspace, whichever part of it is built. Cargo unites the features of what is selected: selecting the same each time
/// means that nothing is built twice with other features.
pub(crate) const ALL: [&str; 3] = ["--workspace", "--features", "tests/window"];

/// Runs a program with its output on screen.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().while_doing(format!("starting {}", words(command)))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{} failed", words(command)))) }
}

/// Runs a program in silence; what it said is shown only when it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Outcome {
    let output = command.output().while_doing(format!("starting {}", words(command)))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    eprintln!("{}", String::from_utf8_lossy(&said));
    Err(Failure::new(format!("{} failed", words(command))))
}

/// What a program prints, without the line end; nothing where it fails or does not exist.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program ends well within the time; it is stopped when it takes longer.
pub(crate) fn ends_within(command: &mut Command, limit_s: u64) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(limit_s) {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(100)),
            Err(_) => break,
        }
    }
    stop(&mut child);
    false
}

/// Stops a program that we started and waits until it is gone.
pub(crate) fn stop(child: &mut Child) {
    // It may have ended by itself; then there is nothing to stop.
    let _ = child.kill();
    let _ = child.wait();
}

/// Where a program lies on the search path.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The command as a person would type it.
fn words(command: &Command) -> String {
    let arguments = command.get_args().map(OsStr::to_string_lossy);
    let all: Vec<_> = std::iter::once(command.get_program().to_string_lossy()).chain(arguments).collect();
    format!("`{}`", all.join(" "))
}
