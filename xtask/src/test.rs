//! `cargo xtask test`: everything, from format to the real window.

use crate::command::{ALL, cargo, find};
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
    if find("cargo-nextest").is_some() {
        run_and_count(cargo(["nextest", "run", "--no-fail-fast"]).args(ALL).args(["-E", "not binary(e2e)"]))
    } else {
        let but_the_window = ["--lib", "--bins", "--tests", "--", "--skip", "e2e::"];
        run_and_count(cargo(["test", "--no-fail-fast"]).args(ALL).args(but_the_window))
    }
}

/// The examples in the documentation, which only cargo itself can run.
fn examples() -> Outcome<Tally> {
    run_and_count(cargo(["test", "--doc", "--no-fail-fast"]).args(ALL))
}
