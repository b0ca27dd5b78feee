//! Reads an export back, on this or another device. Documents merge; what was erased here stays erased.

use std::sync::Arc;

use api::{
    Failure,
    records::{ReadBack, ReadBackReport},
};
use documents::Document;
use domain::{Conversation, Directory, DirectoryEdit, DocumentId, Dossier, Plan, ResidentId};
use store::{AccessEvent, DocumentKind, DocumentRow, ImportedInstrument};
use zeroize::Zeroizing;

use crate::{
    Engine, Handle,
    action::{Action, stored},
    failures::fail,
    host::random,
    records::archive::{self, Archive},
    shelf::Shelve,
};

/// What became of one document.
enum Outcome {
    Added,
    Merged,
    Same,
    Erased,
    Unreadable,
    NotHere,
}

impl Handle<ReadBack> for Engine {
    fn handle(&mut self, request: ReadBack) -> Result<ReadBackReport, Failure> {
        let typed = Zeroizing::new(request.passphrase);
        self.open()?;
        let archive = Archive::open(&request.bytes, &typed)?;
        self.open()?.act(|action| {
            let mut report = ReadBackReport { added: 0, merged: 0, same: 0, erased: 0, unreadable: 0, not_here: 0 };
            for document in archive.documents {
                let count = match action.take(document)? {
                    Outcome::Added => &mut report.added,
                    Outcome::Merged => &mut report.merged,
                    Outcome::Same => &mut report.same,
                    Outcome::Erased => &mut report.erased,
                    Outcome::Unreadable => &mut report.unreadable,
                    Outcome::NotHere => &mut report.not_here,
                };
                *count = count.saturating_add(1);
            }
            for text in archive.instruments {
                action.take_instrument(text)?;
            }
            action.log(AccessEvent::Imported, None);
            action.touch(None);
            Ok(report)
        })
    }
}

impl Action<'_> {
    fn take(&mut self, document: archive::Document) -> Result<Outcome, Failure> {
        if document.kind == archive::CHANGES {
            return self.take_changes(document);
        }
        self.take_document(document)
    }

    fn take_document(&mut self, document: archive::Document) -> Result<Outcome, Failure> {
        match document.kind() {
            Some(DocumentKind::Dossier) => self.take_kind::<Dossier>(document, |_, _| true),
            Some(DocumentKind::Plan) => self.take_kind::<Plan>(document, |_, _| true),
            Some(DocumentKind::Conversation) => {
                self.take_kind::<Conversation>(document, |document, view| Some(view.resident) == document.scope)
            }
            Some(DocumentKind::Directory) => self.take_directory(&document),
            None => Ok(Outcome::Unreadable),
        }
    }

    /// Takes in what somebody could not send any more, where the dossier that it belongs to is here. A conversation that they had begun
    /// is all there; of everything else the rest has to be.
    fn take_changes(&mut self, document: archive::Document) -> Result<Outcome, Failure> {
        let lost = |error| fail("read-back", error);
        let (read, id) = (self.open.store.read(), document.id);
        let Some(scope) = document.scope else { return Ok(Outcome::Unreadable) };
        if self.is_gone(scope, id)? {
            return Ok(Outcome::Erased);
        }
        if read.document_of(Some(scope), DocumentKind::Dossier).map_err(lost)?.is_none() {
            return Ok(Outcome::NotHere);
        }
        match read.document(id).map_err(lost)? {
            Some(row) if row.scope != Some(scope) => Ok(Outcome::Unreadable),
            Some(row) => {
                self.touched_document(id, Some(scope));
                match row.kind {
                    DocumentKind::Dossier => self.merge::<Dossier>(id, &document.bytes),
                    DocumentKind::Plan => self.merge::<Plan>(id, &document.bytes),
                    DocumentKind::Conversation => self.merge::<Conversation>(id, &document.bytes),
                    DocumentKind::Directory => Ok(Outcome::Unreadable),
                }
            }
            None => {
                let kind = DocumentKind::Conversation.name().to_owned();
                self.take_document(archive::Document { kind, ..document })
            }
        }
    }

    /// Whether a document was erased here, with its dossier or by itself.
    fn is_gone(&self, scope: ResidentId, id: DocumentId) -> Result<bool, Failure> {
        let (read, lost) = (self.open.store.read(), |error| fail("read-back", error));
        let conversation = read.conversation_erased(domain::ConversationId(id.0)).map_err(lost)?;
        Ok(conversation.is_some() || read.scope_erased(scope).map_err(lost)?.is_some())
    }

    fn take_kind<K: Shelve>(
        &mut self,
        document: archive::Document,
        fits: impl Fn(&archive::Document, &K) -> bool,
    ) -> Result<Outcome, Failure> {
        let lost = |error| fail("read-back", error);
        let read = self.open.store.read();
        let known = read.document(document.id).map_err(lost)?;
        let Some(scope) = document.scope else { return Ok(Outcome::Unreadable) };
        if self.is_gone(scope, document.id)? {
            return Ok(Outcome::Erased);
        }
        let actor = self.open.actor(document.scope, document.id)?;
        let Ok(foreign) = Document::<K>::receive(&document.bytes, actor) else {
            return Ok(Outcome::Unreadable);
        };
        let Ok(view) = foreign.view() else { return Ok(Outcome::Unreadable) };
        if !fits(&document, &view) || known.is_some_and(|row| row.kind != K::KIND || row.scope != document.scope) {
            return Ok(Outcome::Unreadable);
        }
        let id = document.id;
        self.touched_document(id, Some(scope));
        if known.is_some() {
            return self.merge::<K>(id, &document.bytes);
        }
        let row = DocumentRow { id, scope: Some(scope), kind: K::KIND, sample: document.sample };
        // Change by change, so that what was read in can be sent like what was written here.
        let (changes, host) = (foreign.changes_since(&[]), Arc::clone(&self.open.host));
        let brought = self.open.read_from_file(id, &foreign.history(), &changes);
        self.also(move |tx| {
            tx.add_document(&row, &mut random(&*host))?;
            changes.into_iter().try_for_each(|change| tx.append(id, &stored(change)).map(drop))?;
            brought.iter().try_for_each(|row| tx.vouch(row))?;
            K::project(tx, id, Some(scope), &view, None)
        });
        Ok(Outcome::Added)
    }

    /// Takes the bytes into a document that is here.
    fn merge<K: Shelve>(&mut self, id: DocumentId, bytes: &[u8]) -> Result<Outcome, Failure> {
        let scope = self.open.load::<K>(id)?;
        let own = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let before = own.heads();
        match own.take_in(bytes) {
            Err(_) => Ok(Outcome::Unreadable),
            Ok(false) => Ok(Outcome::Same),
            Ok(true) => {
                let (changes, view) =
                    (own.changes_since(&before), own.view().map_err(|error| fail("read-back", error))?);
                let history = own.history();
                let brought = self.open.read_from_file(id, &history, &changes);
                self.also(move |tx| {
                    changes.into_iter().try_for_each(|change| tx.append(id, &stored(change)).map(drop))?;
                    brought.iter().try_for_each(|row| tx.vouch(row))?;
                    K::project(tx, id, scope, &view, None)
                });
                Ok(Outcome::Merged)
            }
        }
    }

    /// A directory belongs to its own space: its numbers come over, its people do not.
    fn take_directory(&mut self, document: &archive::Document) -> Result<Outcome, Failure> {
        let actor = self.open.actor_as(self.open.device);
        let foreign = Document::<Directory>::receive(&document.bytes, actor).and_then(|foreign| foreign.view());
        let Ok(foreign) = foreign else { return Ok(Outcome::Unreadable) };
        let own = self.open.own_directory()?;
        let known = self.open.contacts()?;
        let is_known = |id: &domain::ContactId| known.iter().any(|(_, known, _)| known == id);
        let new: Vec<_> = foreign.contacts.into_iter().filter(|(id, _)| !is_known(id)).collect();
        let outcome = if new.is_empty() { Outcome::Same } else { Outcome::Merged };
        for (id, contact) in new {
            self.edit::<Directory>(own, &DirectoryEdit::Contact(id, contact))?;
        }
        Ok(outcome)
    }

    /// An imported definition comes along, unless it is here or is no longer accepted.
    fn take_instrument(&mut self, text: String) -> Result<(), Failure> {
        let Ok(instrument) = content::parse_instrument("", &text) else { return Ok(()) };
        if self.open.imported()?.iter().any(|known| known.key == instrument.key) {
            return Ok(());
        }
        let imported = ImportedInstrument { key: instrument.key, file: text, imported_at: self.open.now() };
        self.also(move |tx| tx.put_instrument(&imported));
        Ok(())
    }
}
