//! A measured figure with what stands beside it.

use serde::Serialize;

use crate::times::Times;

/// One line of the report.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Line {
    /// What was done.
    pub(crate) what: String,
    /// `ms`, `rows/s`, `entries/s`, `KB`, `MB`.
    pub(crate) unit: &'static str,
    /// The median of the runs; nothing where it could not be measured, and then `note` says why.
    pub(crate) median: Option<f64>,
    /// The lowest and highest run.
    pub(crate) range: Option<(f64, f64)>,
    /// How many runs.
    pub(crate) runs: usize,
    /// What stands beside it: its name and its median, in the same unit and the same run of this program.
    pub(crate) beside: Vec<(String, f64)>,
    /// What the issue asks for.
    pub(crate) target: Option<String>,
    /// Whether that is so.
    pub(crate) met: Option<bool>,
    /// What one has to know to read the figure.
    pub(crate) note: String,
}

impl Line {
    /// A measured figure.
    pub(crate) fn new(what: &str, unit: &'static str, times: &Times) -> Self {
        let (median, range) = (Some(times.median()), Some(times.range()));
        let (what, runs) = (what.to_owned(), times.runs());
        Self { what, unit, median, range, runs, beside: Vec::new(), target: None, met: None, note: String::new() }
    }

    /// A size, which is what it is at every look.
    pub(crate) fn size(what: &str, unit: &'static str, value: f64) -> Self {
        Self { range: None, runs: 1, ..Self::new(what, unit, &Times::of(vec![value])) }
    }

    /// A figure that could not be taken here.
    pub(crate) fn missing(what: &str, unit: &'static str, why: &str) -> Self {
        Self {
            median: None,
            range: None,
            runs: 0,
            note: why.to_owned(),
            ..Self::new(what, unit, &Times::of(Vec::new()))
        }
    }

    /// What stands beside it.
    pub(crate) fn beside(mut self, name: &str, times: &Times) -> Self {
        self.beside.push((name.to_owned(), times.median()));
        self
    }

    /// At most this much, in the figure's own unit.
    pub(crate) fn at_most(self, limit: f64) -> Self {
        let (target, met) = (format!("≤ {limit} {}", self.unit), self.median.map(|median| median <= limit));
        Self { target: Some(target), met, ..self }
    }

    /// At least this much.
    pub(crate) fn at_least(self, limit: f64) -> Self {
        let (target, met) = (format!("≥ {limit} {}", self.unit), self.median.map(|median| median >= limit));
        Self { target: Some(target), met, ..self }
    }

    /// At most so many times the first that stands beside it.
    pub(crate) fn at_most_times(self, factor: f64) -> Self {
        let first = self.beside.first();
        let target = first.map(|(name, _)| format!("≤ {factor} × {name}"));
        let met = first.zip(self.median).map(|((_, beside), median)| median <= factor * beside);
        Self { target, met, ..self }
    }

    /// At most so much more than the first that stands beside it.
    pub(crate) fn at_most_more(self, more: f64) -> Self {
        let first = self.beside.first();
        let target = first.map(|(name, _)| format!("≤ {name} + {more} {}", self.unit));
        let met = first.zip(self.median).map(|((_, beside), median)| median <= beside + more);
        Self { target, met, ..self }
    }

    /// What one has to know to read it.
    pub(crate) fn note(self, note: &str) -> Self {
        Self { note: note.to_owned(), ..self }
    }
}
