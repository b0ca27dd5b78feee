//! Takes times, and says what lies in the middle of them.

use std::{hint::black_box, time::Instant};

use crate::outcome::Outcome;

/// Runs of every measurement; the figure is the middle of their medians.
pub(crate) const RUNS: usize = 5;

/// The medians of the runs, in milliseconds or whatever was measured, the lowest first.
#[derive(Debug, Clone)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Figures of separate runs.
    pub(crate) fn of(mut runs: Vec<f64>) -> Self {
        runs.sort_by(f64::total_cmp);
        Self(runs)
    }

    /// How many runs.
    pub(crate) fn runs(&self) -> usize {
        self.0.len()
    }

    /// The one in the middle.
    pub(crate) fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// The lowest and the highest.
    pub(crate) fn range(&self) -> (f64, f64) {
        (self.0.first().copied().unwrap_or(f64::NAN), self.0.last().copied().unwrap_or(f64::NAN))
    }
}

/// How long it takes, in milliseconds, with what came out.
pub(crate) fn timed<T>(act: impl FnOnce() -> Outcome<T>) -> Outcome<(f64, T)> {
    let start = Instant::now();
    let value = black_box(act()?);
    Ok((start.elapsed().as_secs_f64() * 1000.0, value))
}

/// Does `act` many times in each run; each run's figure is its median, in milliseconds. Once before, which does not count.
pub(crate) fn repeated(times: usize, mut act: impl FnMut() -> Outcome) -> Outcome<Times> {
    act()?;
    let mut medians = Vec::new();
    for _ in 0..RUNS {
        let run = (0..times).map(|_| timed(&mut act).map(|(ms, ())| ms)).collect::<Outcome<Vec<f64>>>()?;
        medians.push(Times::of(run).median());
    }
    Ok(Times::of(medians))
}
