//! A list of named steps, done one after the other, with the time that each took.

use std::time::Instant;

use crate::command::say;
use crate::failure::{Failure, Outcome};
use crate::tally::Tally;

/// One thing to do.
pub(crate) struct Step {
    /// What it checks, in a few words.
    pub(crate) name: &'static str,
    /// Does it, and counts: several tests, or one check that passed.
    pub(crate) work: fn() -> Outcome<Tally>,
    /// Whether the steps after it make no sense when it fails.
    pub(crate) needed: bool,
}

impl Step {
    /// A step after which the others go on, whatever its result.
    pub(crate) const fn new(name: &'static str, work: fn() -> Outcome<Tally>) -> Self {
        Self { name, work, needed: false }
    }

    /// A step that the steps after it need.
    pub(crate) const fn needed(name: &'static str, work: fn() -> Outcome<Tally>) -> Self {
        Self { name, work, needed: true }
    }
}

/// A step that is one check: it passed when it ended well.
pub(crate) fn once(outcome: Outcome) -> Outcome<Tally> {
    outcome.map(|()| Tally { passed: 1, failed: 0 })
}

/// Does the steps and ends with a table of times and the line `N passed, N failed`.
pub(crate) fn run_all(steps: &[Step]) -> Outcome {
    let (mut all, mut table) = (Tally::default(), String::new());
    for step in steps {
        say(step.name);
        let start = Instant::now();
        let tally = (step.work)().unwrap_or_else(|failure| {
            eprintln!("{}: {failure}", step.name);
            Tally { passed: 0, failed: 1 }
        });
        let mark = if tally.failed == 0 { "✓" } else { "✗" };
        table += &format!("{mark} {:<28} {:>6.0} s   {tally}\n", step.name, start.elapsed().as_secs_f64());
        all += tally;
        if step.needed && tally.failed > 0 {
            table += "  The steps after it were not done.\n";
            break;
        }
    }
    println!("\n{table}\n{all}");
    if all.failed == 0 { Ok(()) } else { Err(Failure::new("not everything passed")) }
}
