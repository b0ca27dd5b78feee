//! `cargo xtask bench`: the measured workloads.

use crate::command::{cargo, run as run_program, say};
use crate::failure::Outcome;
use crate::setup::{self, For};

/// Builds for release and measures; the arguments go to the measuring program.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    setup::set_up(For::Testing)?;
    say("building Tauri with one heading, to measure beside");
    run_program(&mut cargo(["build", "--release", "--package", "wijkweb", "--example", "hello"]))?;
    say("measuring");
    run_program(cargo(["run", "--release", "--package", "benches", "--"]).args(arguments))
}
