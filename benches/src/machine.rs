//! On what was measured: figures of another machine tell little.

use std::{fs, process::Command};

use serde::Serialize;

/// The machine, and what is on it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Machine {
    /// The day, `2026-11-23`.
    pub(crate) day: String,
    /// The processor's own name for itself, and how many there are.
    pub(crate) processor: String,
    /// Memory in GiB.
    pub(crate) memory_gib: u64,
    /// The file system of the measured folder.
    pub(crate) disk: String,
    /// The operating system with its kernel.
    pub(crate) system: String,
    /// The compiler.
    pub(crate) rust: String,
    /// SQLite and SQLCipher, as they are built in.
    pub(crate) sqlite: String,
    /// The app's version.
    pub(crate) version: &'static str,
    /// `release`, or `debug`: then no figure means anything.
    pub(crate) build: &'static str,
    /// How many programs wanted a processor in the minute before.
    pub(crate) load: f64,
    /// Too much else was going on for the figures to mean much.
    pub(crate) noisy: bool,
}

/// Looks at the machine. What it does not tell stays empty.
pub(crate) fn look() -> Machine {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let load = field("/proc/loadavg", 0).parse().unwrap_or(0.0);
    let model = named("/proc/cpuinfo", "model name");
    let memory_kib: u64 = named("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse().unwrap_or(0);
    Machine {
        day: said("date", &["+%Y-%m-%d"]),
        processor: format!("{processors} × {model}"),
        memory_gib: memory_kib.div_ceil(1024 * 1024),
        disk: crate::place::target()
            .map(|at| said("stat", &["-f", "-c", "%T", &at.to_string_lossy()]))
            .unwrap_or_default(),
        system: format!("{}, {}", said("uname", &["-sr"]), named_after("/etc/os-release", "PRETTY_NAME=")),
        rust: said("rustc", &["--version"]),
        sqlite: sqlite(),
        version: env!("CARGO_PKG_VERSION"),
        build: if cfg!(debug_assertions) { "debug" } else { "release" },
        load,
        noisy: load > 0.3,
    }
}

fn sqlite() -> String {
    let cipher = rusqlite::Connection::open_in_memory()
        .and_then(|db| db.query_one("PRAGMA cipher_version", [], |row| row.get::<_, String>(0)))
        .unwrap_or_default();
    format!("SQLite {}, SQLCipher {cipher}", rusqlite::version())
}

fn said(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).trim().to_owned()
}

fn field(path: &str, n: usize) -> String {
    fs::read_to_string(path).unwrap_or_default().split_whitespace().nth(n).unwrap_or_default().to_owned()
}

/// `name : value`.
fn named(path: &str, name: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once(':'));
    lines.into_iter().find(|(key, _)| key.trim() == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

/// `NAME="value"`.
fn named_after(path: &str, start: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default().trim_matches('"').to_owned()
}
