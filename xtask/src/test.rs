//! `cargo xtask test`: everything, from format to the real window.

use crate::command::{cargo, find};
use crate::e2e;
use crate::failure::Outcome;
use crate::front_end::{self, Build};
use crate::lint;
use crate::setup::{self, For};
use crate::steps::{Step, once, run_all};
use crate::tally::{Tally, run_and_count};

/// A new kind of test is a line here.
const STEPS: &[Step] = &[
    Step::needed("set up", || once(setup::set_up(For::Testing))),
    Step::new("format", lint::format),
    Step::new("screens", || once(front_end::build(Build::Quick))),
    Step::new("clippy", lint::clippy),
    Step::new("tests", tests),
    Step::new("examples in the docs", examples),
    Step::new("the real window", || e2e::count(&[])),
];

/// Runs all steps and ends with `N passed, N failed`.
pub(crate) fn run() -> Outcome {
    run_all(STEPS)
}

/// Every test of every crate, but those that need a window.
fn tests() -> Outcome<Tally> {
    let runner: &[&str] = if find("cargo-nextest").is_some() {
        &["nextest", "run", "--no-fail-fast"]
    } else {
        &["test", "--no-fail-fast", "--lib", "--bins", "--tests"]
    };
    run_and_count(cargo(runner.iter().copied()).args(["--workspace"]))
}

/// The examples in the documentation, which only cargo itself can run.
fn examples() -> Outcome<Tally> {
    run_and_count(&mut cargo(["test", "--workspace", "--doc", "--no-fail-fast"]))
}
