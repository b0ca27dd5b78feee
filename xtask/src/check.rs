//! `cargo xtask check`: everything that can be said without running the app.

use crate::failure::Outcome;
use crate::lint;
use crate::setup::{self, For};
use crate::steps::{Step, once, run_all};

const STEPS: &[Step] = &[
    Step::needed("set up", || once(setup::set_up(For::Running))),
    Step::new("format", lint::format),
    Step::new("clippy", lint::clippy),
    Step::new("house rules", lint::tidy),
    Step::new("documentation", lint::documentation),
    Step::new("licences and advisories", lint::licences),
];

/// Runs the checks, all of them, and says which passed.
pub(crate) fn run() -> Outcome {
    run_all(STEPS)
}
