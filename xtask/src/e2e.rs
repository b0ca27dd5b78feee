//! `cargo xtask e2e`: the tests in the real window.

use crate::command::{ALL, cargo_path, say};
use crate::failure::Outcome;
use crate::tally::{Tally, run_and_count};
use crate::window_tests::prepare;

/// Runs the tests in the real window whose names contain the filter; all of them without one.
pub(crate) fn run(filter: &[String]) -> Outcome {
    count(filter).map(|tally| println!("\n{tally}"))
}

/// Runs them and counts.
pub(crate) fn count(filter: &[String]) -> Outcome<Tally> {
    let stage = prepare()?;
    say("driving the real window");
    let mut command = stage.program(&cargo_path());
    run_and_count(command.arg("test").args(ALL).args(["--test", "e2e", "--"]).args(filter))
}
