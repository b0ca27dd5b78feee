//! Bytes of other devices, walked before automerge sees any of them.
//!
//! Automerge 0.12 inflates without a limit, makes room for as many rows as a few bytes claim, and panics on much that is
//! malformed (ADR 0011). So every chunk is first walked here: checksum, lists, and the runs of every column, which are
//! counted, not made. What passes has at most [`CHANGES_MAX`] changes, [`OPERATIONS_MAX`] operations, [`CONTAINERS_MAX`]
//! maps, lists and texts, [`ACTORS_MAX`] actors and [`INFLATED_BYTES_MAX`] bytes after inflating. Whether it means
//! anything is found out later, by automerge and the kind.

mod allowance;
mod change;
mod chunk;
mod column;
mod cursor;
mod snapshot;
mod table;

use std::collections::BTreeSet;

use automerge::{ROOT, ScalarValue};

use self::{
    allowance::Allowance,
    chunk::{Chunk, Kind},
    cursor::Cursor,
};
pub use self::{
    allowance::{
        ACTORS_MAX, CHANGE_OPERATIONS_MAX, CHANGES_MAX, CONTAINERS_MAX, INFLATED_BYTES_FREE, INFLATED_BYTES_MAX,
        OPERATIONS_MAX, inflated_bytes,
    },
    change::ForeignChange,
    snapshot::ForeignDocument,
};
use crate::{
    DocumentError,
    bytes::{check_size, guarded, loaded},
    read::Read,
};

/// Changes that another device wrote, checked and not yet taken; [`Document::take_changes`](crate::Document::take_changes)
/// takes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// The changes, in the order in which they came.
    pub changes: Vec<ForeignChange>,
}

impl Foreign {
    /// Walks change chunks, compressed or not, one behind the other.
    ///
    /// # Errors
    ///
    /// [`DocumentError::TooLarge`] for more than may come at once, [`DocumentError::Damaged`] for what is malformed or no
    /// change.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        check_size(bytes)?;
        let mut allowance = Allowance::of(bytes.len());
        let mut changes = Vec::new();
        let mut actors = BTreeSet::new();
        let mut cursor = Cursor(bytes);
        while !cursor.is_empty() {
            let chunk = Chunk::read(&mut cursor, &mut allowance)?;
            if chunk.kind != Kind::Change {
                return Err(DocumentError::Damaged);
            }
            let change = ForeignChange::walk(&chunk, &mut allowance)?;
            actors.insert(change.actor);
            actors.extend(change.others.iter().copied());
            if actors.len() as u64 > ACTORS_MAX {
                return Err(DocumentError::TooLarge);
            }
            changes.push(change);
        }
        Ok(Self { changes })
    }
}

/// The name of the kind ([`Kind::NAME`](crate::Kind::NAME)) of a foreign document: of a saved one, or of changes with the
/// first one among them. Nothing when the bytes are refused, incomplete, or of no kind.
#[must_use]
pub fn kind_of(bytes: &[u8]) -> Option<String> {
    ForeignDocument::read(bytes).ok()?;
    let first = first_change(bytes);
    let automerge = guarded(|| loaded(first.as_deref().unwrap_or(bytes))).ok()?;
    match automerge.scalar(&ROOT, "kind").ok()? {
        Some(ScalarValue::Str(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// The change that follows none, of bytes that are changes only.
fn first_change(bytes: &[u8]) -> Option<Vec<u8>> {
    let changes = Foreign::read(bytes).ok()?.changes;
    Some(changes.into_iter().find(|change| change.dependencies.is_empty())?.bytes)
}
