//! `cargo xtask e2e`: the tests in the real window.

use crate::command::say;
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
    let mut command = stage.cargo(&["test", "--package", "tests", "--features", "window", "--test", "e2e", "--"]);
    run_and_count(command.args(filter))
}
