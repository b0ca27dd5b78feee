//! Counts what a person has to do, for the budget of design rule 1.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a person did: forty taps and three sentences is what a conversation may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effort {
    /// Taps, clicks and key presses that choose something.
    pub taps: u32,
    /// Fields that something was typed in.
    pub sentences: u32,
}

#[derive(Default)]
pub(super) struct Counter {
    taps: AtomicU32,
    sentences: AtomicU32,
}

impl Counter {
    pub(super) fn tap(&self) {
        self.taps.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn sentence(&self) {
        self.sentences.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn read(&self) -> Effort {
        Effort { taps: self.taps.load(Ordering::Relaxed), sentences: self.sentences.load(Ordering::Relaxed) }
    }
}
