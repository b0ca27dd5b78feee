//! How much foreign bytes may hold, and what is left of that while they are walked.

use std::io::Read;

use flate2::bufread::DeflateDecoder;

use crate::{
    CHANGE_BYTES_MAX,
    DocumentError::{self, Damaged, TooLarge},
};

/// Most bytes in all that foreign bytes may inflate to, and again that their repeated texts may stand for. Short bytes may
/// inflate to [`INFLATED_BYTES_FREE`] and four times their length.
pub const INFLATED_BYTES_MAX: u64 = 16 << 20;
/// What any foreign bytes may inflate to.
pub const INFLATED_BYTES_FREE: u64 = 4 << 20;

/// What foreign bytes of this length may inflate to, before the most that any may.
#[must_use]
pub const fn inflated_bytes(length: u64) -> u64 {
    length.saturating_mul(4).saturating_add(INFLATED_BYTES_FREE)
}

/// Most changes in foreign bytes.
pub const CHANGES_MAX: u64 = 65_536;
/// Most operations in one change. The largest edit, of two texts that are both replaced, has some forty thousand.
pub const CHANGE_OPERATIONS_MAX: u64 = 65_536;
/// Most maps, lists and texts that foreign bytes make.
pub const CONTAINERS_MAX: u64 = 16_384;
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
    containers: u64,
}

impl Allowance {
    /// What bytes of that length may hold.
    pub(super) fn of(len: usize) -> Self {
        let inflated = inflated_bytes(len as u64).min(INFLATED_BYTES_MAX);
        Self { inflated, texts: inflated, changes: CHANGES_MAX, operations: OPERATIONS_MAX, containers: CONTAINERS_MAX }
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

    /// Takes maps, lists and texts that are made.
    pub(super) fn containers(&mut self, count: u64) -> Result<(), DocumentError> {
        spend(&mut self.containers, count)
    }

    /// Takes `count` times a text of `len` bytes.
    pub(super) fn texts(&mut self, count: u64, len: u64) -> Result<(), DocumentError> {
        spend(&mut self.texts, count.saturating_mul(len))
    }

    /// Inflates the column of a table.
    pub(super) fn inflate(&mut self, deflated: &[u8]) -> Result<Vec<u8>, DocumentError> {
        self.inflate_to(self.inflated, deflated)
    }

    /// Inflates a change.
    pub(super) fn inflate_change(&mut self, deflated: &[u8]) -> Result<Vec<u8>, DocumentError> {
        self.inflate_to(self.inflated.min(CHANGE_BYTES_MAX as u64), deflated)
    }

    /// Inflates bytes that are deflated from their first to their last.
    fn inflate_to(&mut self, most: u64, deflated: &[u8]) -> Result<Vec<u8>, DocumentError> {
        let mut decoder = DeflateDecoder::new(deflated);
        let mut inflated = Vec::new();
        // One more than may be, to see that there is more.
        (&mut decoder).take(most + 1).read_to_end(&mut inflated).map_err(|_| Damaged)?;
        if inflated.len() as u64 > most {
            return Err(TooLarge);
        }
        spend(&mut self.inflated, inflated.len() as u64)?;
        if decoder.total_in() == deflated.len() as u64 { Ok(inflated) } else { Err(Damaged) }
    }
}

fn spend(left: &mut u64, count: u64) -> Result<(), DocumentError> {
    *left = left.checked_sub(count).ok_or(TooLarge)?;
    Ok(())
}
