//! Taking in single changes of other devices, at a cost that follows their number and not the document's.

use std::collections::HashSet;

use automerge::{Automerge, Change, ChangeHash, ReadDoc};

use crate::{
    ACTORS_MAX, CHANGE_OPERATIONS_MAX, CHANGES_MAX, Document, DocumentError, ForeignChange, Kind, OPERATIONS_MAX,
    bytes::{check_kind, fits, guarded, lasting},
    lineage,
};

/// Up to how many changes and operations a document is saved and loaded again as a further check, which takes some two
/// milliseconds (ADR 0011).
const RELOADED_CHANGES_MAX: u64 = 256;
const RELOADED_OPERATIONS_MAX: u64 = 8_192;

/// What of the changes was new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// The hashes of the changes that were not here yet, each once, in the order in which they came: what to store.
    pub new: Vec<[u8; 32]>,
}

impl<K: Kind> Document<K> {
    /// Takes changes of other devices, in any order: all of them, or none. Those that are already here are no error.
    ///
    /// They are tried on a copy. They are taken only if every change follows changes that are here or among them, comes
    /// out of the copy exactly as it went in (which is what loading a saved document asks), and leaves a sound document
    /// of this kind in which nothing has changed that never changes.
    ///
    /// # Errors
    ///
    /// [`DocumentError::MissingChanges`] and [`DocumentError::FromNewerVersion`] ask for patience: keep the bytes and try
    /// again later. [`DocumentError::Forbidden`], [`DocumentError::OtherKind`], [`DocumentError::Damaged`] and
    /// [`DocumentError::TooLarge`] are for good. After each of them the document is what it was.
    pub fn take_changes(&mut self, changes: &[ForeignChange]) -> Result<Taken, DocumentError> {
        let mut seen = HashSet::new();
        let new: Vec<&ForeignChange> = changes
            .iter()
            .filter(|change| seen.insert(change.hash))
            .filter(|change| self.automerge.get_change_meta_by_hash(&ChangeHash(change.hash)).is_none())
            .collect();
        if new.is_empty() {
            return Ok(Taken::default());
        }
        self.automerge = guarded(|| self.with(&new))?;
        Ok(Taken { new: new.iter().map(|change| change.hash).collect() })
    }

    /// A copy with those changes.
    fn with(&self, new: &[&ForeignChange]) -> Result<Automerge, DocumentError> {
        let ours = self.automerge.get_actor().to_bytes();
        if new.iter().any(|change| change.actor == ours) {
            return Err(DocumentError::Forbidden);
        }
        lineage::check_new(&self.automerge, new)?;
        let mut merged = self.automerge.clone();
        for round in rounds(new) {
            take(&mut merged, &round)?;
        }
        check_size(&merged)?;
        check_kind::<K>(&merged)?;
        self.check_successor(&merged)?;
        let stats = merged.stats();
        if stats.num_changes > RELOADED_CHANGES_MAX || stats.num_ops > RELOADED_OPERATIONS_MAX {
            return Ok(merged);
        }
        let merged = lasting(merged)?;
        fits::<K>(&merged)?;
        Ok(merged.with_actor(self.automerge.get_actor().clone()))
    }
}

/// The changes in rounds, so that not all of their operations are spread out at once. In the order of their operations'
/// numbers, which only rise, each stands behind those it follows.
fn rounds<'a>(new: &[&'a ForeignChange]) -> Vec<Vec<&'a ForeignChange>> {
    let mut in_order = new.to_vec();
    in_order.sort_by_key(|change| change.start);
    let mut rounds: Vec<Vec<&ForeignChange>> = Vec::new();
    let mut left = 0;
    for change in in_order {
        match rounds.last_mut().filter(|_| change.operations <= left) {
            Some(round) => round.push(change),
            None => {
                left = CHANGE_OPERATIONS_MAX;
                rounds.push(vec![change]);
            }
        }
        left = left.saturating_sub(change.operations);
    }
    rounds
}

/// Takes a round. Then checks that automerge makes the same changes again, byte for byte, out of what it keeps of them. It
/// keeps only tables of operations, saves those, and on loading refuses the whole when the changes it makes of them have
/// other hashes.
fn take(merged: &mut Automerge, round: &[&ForeignChange]) -> Result<(), DocumentError> {
    let before = merged.get_heads();
    let read = |change: &&ForeignChange| Change::from_bytes(change.bytes.clone()).map_err(|_| DocumentError::Damaged);
    merged.apply_changes(round.iter().map(read).collect::<Result<Vec<_>, _>>()?)?;
    let rebuilt: HashSet<[u8; 32]> = merged.get_changes(&before).iter().map(|change| change.hash().0).collect();
    let same = rebuilt.len() == round.len() && round.iter().all(|change| rebuilt.contains(&change.hash));
    if same { Ok(()) } else { Err(DocumentError::Damaged) }
}

/// Refuses what makes a document larger than the others would take it whole.
fn check_size(merged: &Automerge) -> Result<(), DocumentError> {
    let stats = merged.stats();
    let fits = stats.num_changes <= CHANGES_MAX && stats.num_ops <= OPERATIONS_MAX && stats.num_actors <= ACTORS_MAX;
    if fits { Ok(()) } else { Err(DocumentError::TooLarge) }
}
