//! From starting the app until its first screen stands there, and what memory all its processes take then.
//!
//! The screen is watched from outside, through the display's own picture: the app needs no word for it. Usable is the moment
//! from which the picture no longer changes, but for what is as small as a cursor.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::{RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use crate::{
    frame::{Display, Frame},
    line::Line,
    outcome::{Outcome, Problem},
    place,
    times::{RUNS, Times},
};

/// A picture that keeps still for so long is what the person gets.
const STILL: Duration = Duration::from_millis(1500);

/// Nothing takes longer, unless it does not start at all.
const LIMIT: Duration = Duration::from_secs(60);

/// How often we look.
const LOOK_EVERY: Duration = Duration::from_millis(8);

/// A blinking cursor is less of the picture than this.
const CURSOR: f64 = 0.001;

/// Tauri with one heading, `src-tauri/examples/hello.rs`: what a window costs without an app.
const HELLO: &str = "release/examples/hello";

/// Marks every process of one start, in their environment.
const MARK: &str = "WIJKWEB_DATA";

const TIME: &str = "Start, until the first screen stands";
const MEMORY: &str = "Memory of all processes then (PSS)";

/// The app and a Tauri with nothing of ours take turns.
pub(crate) fn measure() -> Outcome<Vec<Line>> {
    let Some(app) = app()? else {
        let why = "No release build: `cargo xtask package` comes first.";
        return Ok(vec![Line::missing(TIME, "ms", why), Line::missing(MEMORY, "MB", why)]);
    };
    let hello = place::target()?.join(HELLO);
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for run in 0..=RUNS {
        let (started, beside) = (start(&app)?, start(&hello)?);
        // The first run warms up.
        if run > 0 {
            ours.push(started);
            bare.push(beside);
        }
    }
    let of = |starts: &[Start], what: fn(&Start) -> f64| Times::of(starts.iter().map(what).collect());
    let beside = "Tauri with one heading";
    let lines = [
        Line::new(TIME, "ms", &of(&ours, |start| start.ms))
            .beside(beside, &of(&bare, |start| start.ms))
            .at_most_more(300.0),
        Line::new(MEMORY, "MB", &of(&ours, |start| start.memory_mb))
            .beside(beside, &of(&bare, |start| start.memory_mb)),
    ];
    Ok(lines.map(|line| line.note("Under Xvfb, drawn by the processor; new data folder each time.")).into())
}

/// The built shell: the one that `WIJKWEB_APP` names, or the release build.
fn app() -> Outcome<Option<PathBuf>> {
    if let Some(named) = env::var_os("WIJKWEB_APP") {
        return Ok(Some(PathBuf::from(named)));
    }
    Ok(Some(place::target()?.join("release/wijkweb")).filter(|path| path.exists()))
}

struct Start {
    ms: f64,
    memory_mb: f64,
}

/// Starts a program on a display and in a home of its own, waits until its picture keeps still, and ends it.
fn start(program: &Path) -> Outcome<Start> {
    let folder = place::scratch()?;
    let display = Display::start(folder.path())?;
    let empty = display.frame()?;
    let data = folder.path().join("data");
    let mut command = display.program(program);
    command.env(MARK, &data);
    for (name, part) in [("XDG_DATA_HOME", "share"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")] {
        command.env(name, folder.path().join(part));
    }
    let log = fs::File::create(folder.path().join("log"))?;
    let begin = Instant::now();
    let mut session = command.stdout(log.try_clone()?).stderr(log).spawn()?;
    let (send, ended) = channel::<()>();
    // Nothing is ever sent; waiting for it is how we wait between two looks.
    let wait = || ended.recv_timeout(LOOK_EVERY) == Err(RecvTimeoutError::Timeout);
    let still = keeps_still(&display, &empty, begin, wait);
    drop(send);
    let mark = format!("{MARK}={}", data.display());
    let ours = processes(&mark);
    let memory_mb = ours.iter().map(|process| pss_kib(process)).sum::<f64>() * 1.024 / 1000.0;
    for process in ours.iter().filter_map(|process| process.file_name()) {
        // Those that end together with the others need no ending.
        let _ = Command::new("kill").arg("-KILL").arg(process).stderr(std::process::Stdio::null()).status();
    }
    let _ = session.wait();
    Ok(Start { ms: still?.as_secs_f64() * 1000.0, memory_mb })
}

/// How long after `begin` the picture became what it stays.
fn keeps_still(display: &Display, empty: &Frame, begin: Instant, wait: impl Fn() -> bool) -> Outcome<Duration> {
    let (mut last, mut since) = (empty.clone(), None);
    while begin.elapsed() < LIMIT && wait() {
        let frame = display.frame()?;
        if frame.differs_from(&last) > CURSOR {
            (last, since) = (frame, Some(begin.elapsed()));
        }
        if let Some(since) = since.filter(|since| begin.elapsed() > *since + STILL) {
            return Ok(since);
        }
    }
    Err(Problem::Missing("the window never kept still".into()))
}

/// The processes of this start, as folders of `/proc`.
fn processes(mark: &str) -> Vec<PathBuf> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten().map(|entry| entry.path());
    let has = |process: &PathBuf| {
        fs::read(process.join("environ"))
            .is_ok_and(|all| all.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes()))
    };
    all.filter(has)
        .filter(|process| !fs::read_link(process.join("exe")).is_ok_and(|exe| exe.to_string_lossy().contains("dbus")))
        .collect()
}

fn pss_kib(process: &Path) -> f64 {
    let text = fs::read_to_string(process.join("smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_without_memory_of_its_own_counts_as_nothing() {
        assert!(pss_kib(Path::new("/proc/self")) > 100.0, "this test takes some memory");
        assert!(pss_kib(Path::new("/proc/0")).abs() < f64::EPSILON, "and nobody takes none");
    }
}
