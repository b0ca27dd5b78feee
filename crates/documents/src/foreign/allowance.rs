//! How much foreign bytes may hold, and what is left of that while they are walked.

use std::io::Read;

use flate2::bufread::DeflateDecoder;

use crate::DocumentError::{self, Damaged, TooLarge};

/// Most bytes in all that foreign bytes may inflate to, and again that their repeated texts may stand for.
pub const INFLATED_BYTES_MAX: u64 = 16 << 20;
/// Most changes in foreign bytes.
pub const CHANGES_MAX: u64 = 65_536;
/// Most operations in one change. The largest edit, of two texts that are both replaced, has some forty thousand.
pub const CHANGE_OPERATIONS_MAX: u64 = 65_536;
/// Most operations in foreign bytes, and the largest number that an operation may have.
pub const OPERATIONS_MAX: u64 = 200_000;
/// Most actors that foreign bytes name, and most changes that one change says it follows.
pub const ACTORS_MAX: u64 = 4_096;

/// What is left. Taking more than that is [`TooLarge`].
#[derive(Debug)]
pub(super) struct Allowance {
    inflated: u64,
    texts: u64,
    changes: u64,
    operations: u64,
}

impl Allowance {
    pub(super) fn new() -> Self {
        Self {
            inflated: INFLATED_BYTES_MAX,
            texts: INFLATED_BYTES_MAX,
            changes: CHANGES_MAX,
            operations: OPERATIONS_MAX,
        }
    }

    /// Takes changes.
    pub(super) fn changes(&mut self, count: u64) -> Result<(), DocumentError> {
        spend(&mut self.changes, count)
    }

    /// Takes the operations of one change.
    pub(super) fn change_operations(&mut self, count: u64) -> Result<(), DocumentError> {
        if count > CHANGE_OPERATIONS_MAX { Err(TooLarge) } else { self.operations(count) }
    }

    /// Takes operations.
    pub(super) fn operations(&mut self, count: u64) -> Result<(), DocumentError> {
        spend(&mut self.operations, count)
    }

    /// Takes `count` times a text of `len` bytes.
    pub(super) fn texts(&mut self, count: u64, len: u64) -> Result<(), DocumentError> {
        spend(&mut self.texts, count.saturating_mul(len))
    }

    /// Inflates bytes that are deflated from their first to their last.
    pub(super) fn inflate(&mut self, deflated: &[u8]) -> Result<Vec<u8>, DocumentError> {
        let mut decoder = DeflateDecoder::new(deflated);
        let mut inflated = Vec::new();
        // One more than may be, to see that there is more.
        (&mut decoder).take(self.inflated + 1).read_to_end(&mut inflated).map_err(|_| Damaged)?;
        spend(&mut self.inflated, inflated.len() as u64)?;
        if decoder.total_in() == deflated.len() as u64 { Ok(inflated) } else { Err(Damaged) }
    }
}

fn spend(left: &mut u64, count: u64) -> Result<(), DocumentError> {
    *left = left.checked_sub(count).ok_or(TooLarge)?;
    Ok(())
}
