//! Counts the tests of a run while its output goes by on screen.

use std::fmt::{self, Display, Formatter};
use std::io::{BufRead, BufReader, Read};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::thread;

use crate::failure::{Failure, Outcome, While};

/// How many tests ended well, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that ended well.
    pub(crate) passed: u32,
    /// Tests that did not.
    pub(crate) failed: u32,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Display for Tally {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs a test program with its output on screen and counts what its summaries say. A run that ends badly
/// without naming a failed test (it did not compile, it was killed) counts as one failure.
pub(crate) fn run_and_count(command: &mut Command) -> Outcome<Tally> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().while_doing("starting the tests")?;
    let errors = child.stderr.take().map(|stream| thread::spawn(move || show_and_count(stream)));
    let mut tally = child.stdout.take().map(show_and_count).unwrap_or_default();
    if let Some(errors) = errors {
        tally += errors.join().map_err(|_| Failure::new("the output of the tests could not be read"))?;
    }
    let status = child.wait().while_doing("waiting for the tests")?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn show_and_count(stream: impl Read) -> Tally {
    let mut tally = Tally::default();
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        println!("{line}");
        tally += counts_in(&line);
    }
    tally
}

/// What a line of `cargo test` ("test result: ok. 3 passed; 0 failed; …") or of nextest ("Summary [ 0.1s] 3 tests
/// run: 2 passed, 1 failed, 0 skipped") says; nothing where it is neither.
fn counts_in(line: &str) -> Tally {
    let line = line.trim_start();
    if !line.starts_with("test result:") && !line.starts_with("Summary [") {
        return Tally::default();
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let before = |noun: &str| {
        let pairs = words.windows(2).filter_map(|pair| <[&str; 2]>::try_from(pair).ok());
        let numbers = pairs.filter(|[_, word]| word.trim_matches([';', ',']) == noun);
        numbers.filter_map(|[number, _]| number.parse::<u32>().ok()).sum::<u32>()
    };
    Tally { passed: before("passed"), failed: before("failed") + before("timed") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_of_cargo_test_is_counted() {
        let line = "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(counts_in(line), Tally { passed: 3, failed: 1 }, "both numbers stand before their word");
    }

    #[test]
    fn the_summary_of_nextest_is_counted() {
        let line = "     Summary [   0.013s] 5 tests run: 4 passed, 1 failed, 2 skipped";
        assert_eq!(counts_in(line), Tally { passed: 4, failed: 1 }, "skipped tests are neither");
    }

    #[test]
    fn what_a_test_prints_is_not_counted() {
        assert_eq!(counts_in("7 passed"), Tally::default(), "only a summary line counts");
    }
}
