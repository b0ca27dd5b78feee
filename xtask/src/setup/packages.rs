//! The system's packages: what is missing, and the one line that installs it.

use std::env;

use super::For;
use crate::command::{answer, find, program, run, say};
use crate::failure::{Failure, Outcome};

/// What the shell is built with: the web view, the compilers for SQLCipher and OpenSSL, the system's voice.
const BUILDING: &[&str] = &[
    "build-essential",
    "pkg-config",
    "perl",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libxdo-dev",
    "libayatana-appindicator3-dev",
    "libspeechd-dev",
    "libclang-dev",
];

/// What drives the real window on a display that nobody sees, what cuts a program off at one of its system calls, and the database that
/// several relays share.
const TESTING: &[&str] = &["webkit2gtk-driver", "xvfb", "dbus-daemon", "dbus-x11", "strace", "postgresql"];

/// Installs the packages that this purpose needs and that are missing.
pub(super) fn install(purpose: For) -> Outcome {
    if find("dpkg-query").is_none() {
        say("this is not Debian or Ubuntu: see README.md for the packages that the build needs");
        return Ok(());
    }
    let mut wanted = BUILDING.to_vec();
    if purpose == For::Testing {
        wanted.extend(TESTING);
    }
    let mut missing: Vec<&str> = wanted.into_iter().filter(|package| !is_installed(package)).collect();
    // Node may come from elsewhere than Debian, so it is the program that counts.
    missing.extend(["nodejs", "npm"].into_iter().filter(|package| find(program_of(package)).is_none()));
    install_all(&missing)
}

/// Installs these packages, or says which one line does it where we may not.
pub(super) fn install_all(missing: &[&str]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    let line = format!("apt-get install --yes --no-install-recommends {}", missing.join(" "));
    let as_root = is_root();
    if !as_root && env::var_os("CI").is_none_or(|value| value != "true") {
        return Err(Failure::new(format!("some packages are missing. Run this, then try again:\n\n  sudo {line}\n")));
    }
    say(&line);
    let prefix: &[&str] = if as_root { &[] } else { &["sudo", "-n"] };
    apt_get(prefix, &["update", "--quiet"])?;
    let mut arguments = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    arguments.extend(missing);
    apt_get(prefix, &arguments)
}

/// Whether dpkg has this package, unpacked and configured.
pub(super) fn is_installed(package: &str) -> bool {
    answer(program("dpkg-query").args(["-W", "-f=${db:Status-Status}\n", package]))
        .is_some_and(|status| status.lines().any(|line| line == "installed"))
}

fn apt_get(prefix: &[&str], arguments: &[&str]) -> Outcome {
    let words: Vec<&str> =
        prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).copied().collect();
    let Some((first, rest)) = words.split_first() else {
        return Ok(());
    };
    run(program(first).args(rest).args(arguments))
}

fn program_of(package: &str) -> &str {
    if package == "nodejs" { "node" } else { package }
}

fn is_root() -> bool {
    answer(program("id").arg("-u")).is_some_and(|user| user == "0")
}
