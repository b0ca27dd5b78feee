//! Writes on the cover of what is shared by itself whose it is, who shared it and until when: its reader has no dossier.

use api::Failure;
use domain::{Basis, BasisId, Conversation, CoverNote, DocumentId, Plan, ResidentId};
use store::DocumentKind;

use crate::{
    action::{Action, stored},
    failures::fail,
    open::Open,
    shelf::Shelve,
};

impl Open {
    /// The note for a basis.
    pub(super) fn cover_note(&self, resident: ResidentId, basis: &Basis) -> Result<CoverNote, Failure> {
        let dossier = self.store.read().dossier(resident).map_err(|error| fail("share", error))?;
        Ok(CoverNote {
            whose: dossier.ok_or(Failure::NotFound)?.profile.name,
            by: basis.recorded_by.clone(),
            since: basis.given_at,
            until: basis.until,
        })
    }
}

impl Action<'_> {
    /// Writes the note on a plan or a conversation. A dossier says it all itself.
    pub(super) fn put_note(&mut self, document: DocumentId, basis: BasisId, note: &CoverNote) -> Result<(), Failure> {
        let row = self.open.store.read().document(document).map_err(|error| fail("share", error))?;
        match row.ok_or(Failure::NotFound)?.kind {
            DocumentKind::Plan => self.put_note_on::<Plan>(document, basis, note),
            DocumentKind::Conversation => self.put_note_on::<Conversation>(document, basis, note),
            DocumentKind::Dossier | DocumentKind::Directory => Ok(()),
        }
    }

    fn put_note_on<K: Shelve>(&mut self, id: DocumentId, basis: BasisId, note: &CoverNote) -> Result<(), Failure> {
        let scope = self.open.load::<K>(id)?;
        self.touched_document(id, scope);
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let change = document.put_note(basis, note).map_err(|error| fail("share", error))?;
        if let Some(change) = change {
            self.also(move |tx| tx.append(id, &stored(change)).map(drop));
        }
        Ok(())
    }
}
