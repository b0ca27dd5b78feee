//! An open document: making, loading, editing, viewing, saving, and taking in what another device wrote.

use std::{fmt, marker::PhantomData};

use automerge::{Automerge, ROOT, ReadDoc, transaction::Transaction};

use crate::{
    Actor, DocumentError, ForeignDocument, Kind, OPERATIONS_MAX, Whole,
    bytes::{ENCODING, check_size, fits, guarded, lasting, open},
    containers, lineage,
    write::Write,
};

/// Most bytes of one change: what an entry between devices has room for.
pub const CHANGE_BYTES_MAX: usize = 256 << 10;

/// One change, as it is stored and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The change's own hash, which also stands in later changes as what they follow.
    pub hash: [u8; 32],
    /// The bytes: one automerge change chunk, not compressed.
    pub bytes: Vec<u8>,
}

/// An open document of one kind.
pub struct Document<K> {
    pub(crate) automerge: Automerge,
    kind: PhantomData<K>,
}

/// Shows no content, so that a document cannot slip into a log.
impl<K: Kind> fmt::Debug for Document<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("kind", &K::NAME).finish_non_exhaustive()
    }
}

impl<K: Kind> Document<K> {
    /// Makes a document, with its first change.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Text`] or [`DocumentError::Range`] when `first` holds what the kind does not take.
    pub fn create(actor: Actor, first: &K::First) -> Result<(Self, Change), DocumentError> {
        let automerge = Automerge::new_with_encoding(ENCODING).with_actor(actor.into_id());
        let mut document = Self { automerge, kind: PhantomData };
        let change = document.commit(CHANGE_BYTES_MAX, |draft| {
            draft.set(&ROOT, "kind", K::NAME)?;
            draft.set(&ROOT, "version", K::VERSION)?;
            K::begin(first, draft)
        })?;
        Ok((document, change.ok_or(DocumentError::Damaged)?))
    }

    /// Opens stored bytes: a saved document, changes, or a saved document and changes after it, one behind the other.
    ///
    /// Strict: all the bytes are read and every change finds the changes before it, or it is an error. A prefix is no
    /// document.
    ///
    /// # Errors
    ///
    /// [`DocumentError::FromNewerVersion`] and [`DocumentError::MissingChanges`] ask for patience: keep the bytes. The
    /// others say that the bytes are no document of this kind, or that the actor was used before.
    pub fn load(bytes: &[u8], actor: Actor) -> Result<Self, DocumentError> {
        check_size(bytes)?;
        Self::written_by(actor, guarded(|| open::<K>(bytes))?)
    }

    /// Opens a document that another device made and this one does not have yet: [`Whole::read`], then [`Document::of`].
    ///
    /// # Errors
    ///
    /// As for [`Document::load`], and [`DocumentError::Forbidden`] for changes that do not count on from each other.
    pub fn receive(bytes: &[u8], actor: Actor) -> Result<Self, DocumentError> {
        Self::of(Whole::read(bytes)?, actor)
    }

    /// Opens a document of another device that was read already.
    ///
    /// # Errors
    ///
    /// [`DocumentError::OtherKind`], [`DocumentError::FromNewerVersion`], or [`DocumentError::Damaged`] where the kind cannot hold
    /// what is in it.
    pub fn of(whole: Whole, actor: Actor) -> Result<Self, DocumentError> {
        let Whole { automerge, .. } = whole;
        guarded(|| fits::<K>(&automerge))?;
        Self::written_by(actor, automerge)
    }

    fn written_by(actor: Actor, automerge: Automerge) -> Result<Self, DocumentError> {
        let automerge = automerge.with_actor(actor.into_id());
        if automerge.get_last_local_change().is_some() {
            return Err(DocumentError::ActorUsed);
        }
        Ok(Self { automerge, kind: PhantomData })
    }

    /// Does one action of a person. Gives the change to store, or nothing when nothing changed.
    ///
    /// Store the change before anybody is told that it is saved. When storing fails, drop the document and load it
    /// again, with a new [`Actor`].
    ///
    /// # Errors
    ///
    /// The document stays as it was when the edit is refused; see [`DocumentError`] for why it can be.
    pub fn apply(&mut self, edit: &K::Edit) -> Result<Option<Change>, DocumentError> {
        self.commit(CHANGE_BYTES_MAX, |draft| K::edit(edit, draft))
    }

    /// The whole document in the domain's types.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Damaged`] when it holds what this kind cannot hold.
    pub fn view(&self) -> Result<K, DocumentError> {
        K::view(&self.automerge)
    }

    /// The whole document as bytes, compact, with all its history.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        self.automerge.save()
    }

    /// The hashes of the last changes, in a fixed order. Two devices with equal heads have the same document.
    #[must_use]
    pub fn heads(&self) -> Vec<[u8; 32]> {
        self.automerge.get_heads().into_iter().map(|hash| hash.0).collect()
    }

    /// The changes that these heads do not have, each after those that it builds on: all of them where there are no heads.
    #[must_use]
    pub fn changes_since(&self, heads: &[[u8; 32]]) -> Vec<Change> {
        let heads: Vec<_> = heads.iter().map(|head| automerge::ChangeHash(*head)).collect();
        let changes = self.automerge.get_changes(&heads).into_iter();
        changes.map(|change| Change { hash: change.hash().0, bytes: change.raw_bytes().to_vec() }).collect()
    }

    /// Takes in what another device wrote: changes, or its whole saved document. Says whether anything was new. Its cost
    /// follows the whole document; for a few changes there is [`Document::take_changes`].
    ///
    /// The bytes are walked first (see [`ForeignDocument`]). Then they are tried on a copy. They are taken whole, and only if the copy is a sound document of this kind that
    /// can be saved and loaded again, and in which nothing has changed that never changes; else this document stays as
    /// it was.
    ///
    /// # Errors
    ///
    /// As for [`Document::load`], but for the actor, and [`DocumentError::Forbidden`].
    pub fn take_in(&mut self, bytes: &[u8]) -> Result<bool, DocumentError> {
        ForeignDocument::read(bytes)?;
        let both = [self.save().as_slice(), bytes].concat();
        let merged = guarded(|| {
            let merged = open::<K>(&both)?;
            lineage::check(&merged)?;
            let merged = lasting(merged)?.with_actor(self.automerge.get_actor().clone());
            fits::<K>(&merged)?;
            self.check_successor(&merged)?;
            Ok(merged)
        })?;
        if merged.get_heads() == self.automerge.get_heads() {
            return Ok(false);
        }
        self.automerge = merged;
        Ok(true)
    }

    /// Refuses what has changed anything that never changes, or has more changes of our own actor than we have.
    pub(crate) fn check_successor(&self, merged: &Automerge) -> Result<(), DocumentError> {
        let after = K::view(merged)?;
        let own = |automerge: &Automerge| automerge.get_last_local_change().map(|change| change.hash());
        let unharmed = own(merged) == own(&self.automerge)
            && containers::stay(&self.automerge, merged)?
            && self.view()?.may_become(&after);
        if unharmed { Ok(()) } else { Err(DocumentError::Forbidden) }
    }

    /// Writes one change of at most `bytes_max`, or leaves the document as it was.
    pub(crate) fn commit(
        &mut self,
        bytes_max: usize,
        write: impl FnOnce(&mut Transaction<'_>) -> Result<(), DocumentError>,
    ) -> Result<Option<Change>, DocumentError> {
        let before = self.automerge.get_heads();
        let mut draft = self.automerge.transaction();
        write(&mut draft)?; // on an error the draft is dropped, which takes its operations back
        let Some(hash) = draft.commit().0 else { return Ok(None) };
        let change = self.automerge.get_change_by_hash(&hash).ok_or(DocumentError::Damaged)?;
        let bytes = change.raw_bytes();
        if bytes.len() > bytes_max || change.max_op() > OPERATIONS_MAX {
            // The change is known to nobody, so its actor and number are free to be used again.
            let actor = self.automerge.get_actor().clone();
            self.automerge = self.automerge.fork_at(&before)?.with_actor(actor);
            return Err(DocumentError::TooLarge);
        }
        Ok(Some(Change { hash: hash.0, bytes: bytes.to_vec() }))
    }
}

#[cfg(test)]
mod tests {
    use domain::{DeviceId, Plan, PlanEdit, PlanPart};

    use super::*;

    fn plan() -> (Document<Plan>, Change) {
        Document::create(Actor::new(DeviceId([1; 16]), [2; 16]), &()).expect("an empty plan can be made")
    }

    #[test]
    fn a_change_that_is_too_large_leaves_the_document_as_it_was() {
        let (mut plan, first) = plan();
        let edit = PlanEdit::Write(PlanPart::Want, "een tuin".into());
        let refused = plan.commit(16, |draft| Plan::edit(&edit, draft));
        assert_eq!(refused, Err(DocumentError::TooLarge), "sixteen bytes hold no change");
        assert_eq!(plan.heads(), [first.hash], "the refused change is gone");

        let change = plan.apply(&edit).expect("within the real limit").expect("a change");
        let stored = [first.bytes, change.bytes].concat();
        let again = Document::<Plan>::load(&stored, Actor::new(DeviceId([1; 16]), [3; 16])).expect("loads");
        assert_eq!(again.heads(), plan.heads(), "the actor goes on as if the refused change had never been");
    }

    #[test]
    fn a_newer_version_is_left_alone() {
        let (mut newer, _) = plan();
        newer.commit(CHANGE_BYTES_MAX, |draft| draft.set(&ROOT, "version", Plan::VERSION + 1)).expect("written");
        let loaded = Document::<Plan>::load(&newer.save(), Actor::new(DeviceId([1; 16]), [3; 16]));
        assert_eq!(loaded.err(), Some(DocumentError::FromNewerVersion), "never read as if it were ours");

        let (mut ours, _) = plan();
        let heads = ours.heads();
        assert_eq!(ours.take_in(&newer.save()), Err(DocumentError::FromNewerVersion), "not taken in either");
        assert_eq!(ours.heads(), heads, "the document stays what it was");
    }
}
