//! One document of a scope is erased: its entries go, and the keys that opened it with the others are held no more.
//!
//! A document's keys follow from a scope key, and no scope key follows from them. So who holds, in the place of an older scope key,
//! the keys that follow from it for every other document, goes on reading those and cannot open the erased one.

use super::{Made, Sharing, SharingChange};
use crate::{
    id::{DocumentId, KeyId},
    membership::{Membership, Place},
    refused::Refused,
};

impl Sharing {
    /// Whether a document was erased by itself.
    #[must_use]
    pub fn is_document_erased(&self, document: DocumentId) -> bool {
        self.erased_documents.contains_key(&document)
    }

    /// The documents that were erased by themselves.
    pub fn erased_documents(&self) -> impl Iterator<Item = DocumentId> + '_ {
        self.erased_documents.keys().copied()
    }

    /// The document that was erased last by itself.
    #[must_use]
    pub fn last_erased_document(&self) -> Option<DocumentId> {
        self.last_document_erasure().map(|(document, _)| document)
    }

    /// Every key that was named here.
    pub fn keys(&self) -> impl Iterator<Item = KeyId> + '_ {
        self.keys.keys().copied()
    }

    /// Whether a key is from before a document was erased: nobody holds it any more, but for keys of the other documents.
    #[must_use]
    pub fn is_split(&self, key: KeyId) -> bool {
        let last = self.last_document_erasure();
        let made = self.keys.get(&key);
        made.zip(last).is_some_and(|(made, (_, erased))| made.sharing < erased.sharing)
    }

    /// Whether a document was erased after a key was made, as far as the log is known up to `seen`.
    pub(super) fn is_split_at(&self, made: Made, seen: Place) -> bool {
        self.erased_documents.values().any(|erased| made.sharing < erased.sharing && erased.sharing <= seen)
    }

    pub(super) fn last_document_erasure(&self) -> Option<(DocumentId, Made)> {
        let last = self.erased_documents.iter().max_by_key(|(_, made)| made.sharing);
        last.map(|(document, made)| (*document, *made))
    }

    pub(super) fn erase_document(
        &mut self,
        change: &SharingChange,
        made: Made,
        membership: &Membership,
    ) -> Result<(), Refused> {
        let SharingChange::EraseDocument { document, key, .. } = change else { return Err(Refused::Content) };
        if self.held {
            return Err(Refused::Held);
        }
        if self.erased_documents.insert(*document, made).is_some() {
            return Err(Refused::Erased);
        }
        self.new_key(key.key, made, membership)
    }
}
