//! What is checked without running the app: format, lints, house rules, documentation, licences.

use crate::command::{ALL, cargo, find, run, say};
use crate::failure::Outcome;
use crate::steps::once;
use crate::tally::{Tally, run_and_count};

/// All code has rustfmt's form.
pub(crate) fn format() -> Outcome<Tally> {
    once(run(&mut cargo(["fmt", "--all", "--check"])))
}

/// Clippy has nothing to say, about the screens and the shell neither.
pub(crate) fn clippy() -> Outcome<Tally> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"];
    once(run(&mut cargo(arguments)))
}

/// The rules of this project, which `tests/tests/tidy.rs` checks.
pub(crate) fn tidy() -> Outcome<Tally> {
    run_and_count(cargo(["test", "--quiet"]).args(ALL).args(["--test", "tidy"]))
}

/// The documentation builds and its links lead somewhere.
pub(crate) fn documentation() -> Outcome<Tally> {
    let mut command = cargo(["doc", "--workspace", "--no-deps", "--document-private-items", "--quiet"]);
    once(run(command.env("RUSTDOCFLAGS", "-D warnings")))
}

/// No known hole and no unexpected licence in what we use. Needs `cargo-deny`, which takes minutes to build, so it is
/// left out where it is not installed.
pub(crate) fn licences() -> Outcome<Tally> {
    if find("cargo-deny").is_none() {
        say("left out: `cargo install cargo-deny` brings this check");
        return Ok(Tally::default());
    }
    once(run(&mut cargo(["deny", "--log-level", "error", "check"])))
}
