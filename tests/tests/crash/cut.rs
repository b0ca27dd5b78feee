//! Cuts a program off at one of its system calls, with `strace`.

use std::{
    collections::BTreeMap,
    fs,
    ops::Range,
    os::unix::process::ExitStatusExt,
    path::Path,
    process::{Command, Output},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use super::disk::Event;

/// Every call that changes a file or folder, or makes a change last. A `?` stands before what some processors do not have.
pub(super) const WRITES: &[&str] = &[
    "write",
    "pwrite64",
    "pwritev",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "ftruncate",
    "fallocate",
    "?rename",
    "renameat",
    "renameat2",
    "?unlink",
    "unlinkat",
    "?mkdir",
    "mkdirat",
];

const KILL: i32 = 9;

/// One system call of a run: the `n`th of its name, from 1.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) call: String,
    n: usize,
}

/// What happens at the step, instead of the call.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cut {
    /// The process is killed.
    Kill,
    /// The call fails with this error, once.
    Fail(&'static str),
}

/// What the program said before it ended.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// How many deeds were called saved; opening the app is not counted.
    pub(super) saved: usize,
    /// Whether the app was open.
    pub(super) opened: bool,
    /// The name of the failure, if a deed failed.
    pub(super) failed: Option<String>,
    /// After the failure something else could be done.
    pub(super) went_on: bool,
    /// The program was killed.
    pub(super) killed: bool,
}

/// Runs the program on a folder, without stopping it.
pub(super) fn run(folder: &Path, seed: u64, deeds: usize) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_table"));
    heard(command.arg(folder).args([seed.to_string(), deeds.to_string()]).output().expect("the table can be laid"))
}

/// Runs the program and counts its steps.
pub(super) fn steps(folder: &Path, seed: u64, deeds: usize) -> Vec<Step> {
    let log = folder.join("calls");
    let output = strace(&log, &format!("trace={}", WRITES.join(",")), &["--seccomp-bpf"], folder, seed, deeds);
    assert!(output.status.success(), "the run without a cut ends well: {}", String::from_utf8_lossy(&output.stderr));
    let log = fs::read_to_string(log).expect("strace wrote down the calls");
    let mut counts = BTreeMap::<&str, usize>::new();
    for line in log.lines() {
        let call = line.split_once('(').and_then(|(before, _)| before.split_whitespace().next_back());
        *counts.entry(call.expect("every line is a call")).or_default() += 1;
    }
    counts.into_iter().flat_map(|(call, times)| (1..=times).map(|n| Step { call: call.to_owned(), n })).collect()
}

/// Runs the program and tells what it did to the files in `data`, and said.
pub(super) fn events(folder: &Path, data: &Path, seed: u64, deeds: usize) -> Vec<Event> {
    let log = folder.join("calls");
    let trace = format!("trace=openat,writev,{}", WRITES.join(","));
    // Every byte that was written, in full.
    let output = strace(&log, &trace, &["-y", "-xx", "-s", "1000000"], folder, seed, deeds);
    assert!(output.status.success(), "the run ends well: {}", String::from_utf8_lossy(&output.stderr));
    let log = fs::read_to_string(log).expect("strace wrote down the calls");
    log.lines().filter_map(|line| Event::read(line, data)).collect()
}

/// Runs the program and cuts it off at a step.
pub(super) fn run_to(step: &Step, cut: Cut, folder: &Path, seed: u64, deeds: usize) -> Said {
    let what = match cut {
        Cut::Kill => "signal=KILL".to_owned(),
        Cut::Fail(error) => format!("error={error}"),
    };
    let inject = format!("inject={}:{what}:when={}", step.call, step.n);
    let how: &[&str] = match cut {
        // It stops the program at every call there is, which is slow; a signal gets lost in the quicker way.
        Cut::Kill => &["-e", &inject],
        Cut::Fail(_) => &["-e", &inject, "--seccomp-bpf"],
    };
    heard(strace(Path::new("/dev/null"), &format!("trace={}", step.call), how, folder, seed, deeds))
}

fn strace(log: &Path, trace: &str, how: &[&str], folder: &Path, seed: u64, deeds: usize) -> Output {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "signal=none", "-e", trace]).args(how).arg("-o").arg(log);
    command.arg(env!("CARGO_BIN_EXE_table")).arg(folder).args([seed.to_string(), deeds.to_string()]);
    command.output().expect("strace can be started; `cargo xtask setup` installs it")
}

fn heard(output: Output) -> Said {
    let mut said = Said { killed: output.status.signal() == Some(KILL), ..Said::default() };
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(said.killed || output.status.success(), "the program ends well or is killed, and says: {complaint}");
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        match line.split(' ').collect::<Vec<_>>()[..] {
            ["saved", n] => (said.opened, said.saved) = (true, n.parse().expect("a number")),
            ["failed", _, name] => said.failed = Some(name.to_owned()),
            ["went-on"] => said.went_on = true,
            _ => panic!("the program says something new: {line}"),
        }
    }
    said
}

/// Tries every step, as many at a time as there are processors.
pub(super) fn each<T: Sync>(steps: &[T], check: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(step) = steps.get(next.fetch_add(1, Ordering::Relaxed)) {
                    check(step);
                }
            });
        }
    });
}

/// The seeds of this run, from `first` on: a few, or as many as `WIJKWEB_CRASH_SEEDS` says.
pub(super) fn seeds(first: u64, few: u64) -> Range<u64> {
    let wanted = std::env::var("WIJKWEB_CRASH_SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    first..first + wanted.unwrap_or(few)
}
