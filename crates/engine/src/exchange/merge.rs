//! Merges what other devices wrote into the documents: a document at a time, all that came of it, or the entries one by one.

use std::{
    collections::{BTreeMap, BTreeSet, btree_map::Entry},
    sync::Arc,
};

use api::Failure;
use documents::{Document, DocumentError, Foreign, ForeignChange, inflated_bytes};
use domain::{
    Conversation, Directory, DirectoryEdit, DocumentId, Dossier, PersonId, Plan, ResidentId, directory::Person,
};
use store::{ChangeBytes, ChangeHash, DocumentKind, DocumentRow, Homed, ScopeRef, SpaceRef};
use sync::{
    Holds, Incoming, SCHEMA, Space, Stands, Why,
    protocol::{
        entry::header::Kind,
        id::{self, DeviceId, ScopeId},
        wire::LeftOut,
    },
};

use super::{
    keep::unless_erased,
    line::{Line, Lines},
    snapshot::Ack,
    vouched::Voices,
};

use crate::{action::Action, failures::fail, host::random, shelf::Shelve};

/// What came, in its order.
pub(super) enum Came {
    /// What another device wrote.
    Incoming(Incoming),
    /// An entry that stands.
    Stands(Stands),
    /// Entries that were left out.
    LeftOut(ScopeId, LeftOut),
    /// The copy of a scope went.
    Gone(ScopeId),
}

/// An entry whose changes were looked at.
pub(super) struct Walked {
    pub(super) incoming: Incoming,
    pub(super) changes: Vec<ForeignChange>,
    /// This person vouches for what is new in it: it is sent on.
    pub(super) vouched: bool,
}

impl Action<'_> {
    /// Merges what came. What cannot be merged is put aside, and keeps nothing else back. Gives what is to be said of snapshots.
    pub(super) fn merge_incoming(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        came: Vec<Came>,
    ) -> Result<Vec<Ack>, Failure> {
        let mut by_document: BTreeMap<DocumentId, Vec<Walked>> = BTreeMap::new();
        let mut lines = Lines::default();
        let mut held = self.held(shared, &came)?;
        let mut room = room_for(&came);
        for one in came {
            if let Came::Incoming(one) = &one {
                self.keep_fetched(space, one);
            }
            match one {
                Came::Stands(stands) => {
                    let line = self.line(space, (stands.scope, stands.document), stands.key.0, &mut lines)?;
                    line.note(&stands);
                    // A snapshot of this device's own is one to count from.
                    if stands.what == Holds::LastPart && stands.device == shared.device() {
                        line.begin_again(stands.key.0);
                        self.past_flags(stands.document);
                    }
                }
                Came::LeftOut(scope, last) if is_erased_there(shared, scope, last.document) => {}
                Came::LeftOut(scope, last) => {
                    self.line(space, (scope, last.document), [0; 16], &mut lines)?.leave_out(&last);
                }
                Came::Gone(scope) => lines.0.retain(|_, line| line.growth.scope.0 != scope.0),
                Came::Incoming(one) if matches!(one.kind, Kind::Change | Kind::Late) => {
                    match walk(shared, &one, &mut room) {
                        Ok(changes) => {
                            let document = DocumentId(one.document.0);
                            let walked = Walked { incoming: one, changes, vouched: false };
                            by_document.entry(document).or_default().push(walked);
                        }
                        Err(why) => self.aside(space, one, why),
                    }
                }
                Came::Incoming(one) => {
                    // It is about what stands before it.
                    let document = DocumentId(one.document.0);
                    if let Some(entries) = by_document.remove(&document) {
                        self.merge_document(shared, space, document, entries)?;
                    }
                    let resident = (one.scope != shared.common_scope()).then_some(ResidentId(one.scope.0));
                    if self.is_erased(resident, document)? {
                        continue;
                    }
                    // Nothing is compared, and no word said, of what lives in another team.
                    if self.open.lives_elsewhere(space, Homed::of(resident, document))? {
                        self.aside(space, one, Why::Unmergeable);
                        continue;
                    }
                    let line = self.line(space, (one.scope, one.document), [0; 16], &mut lines)?;
                    if matches!(one.kind, Kind::Ack { .. }) {
                        self.take_ack((shared, space), &one, line, &mut held)?;
                    } else {
                        self.take_part((shared, space), one, line, &mut held)?;
                    }
                }
            }
        }
        for (document, entries) in by_document {
            self.merge_document(shared, space, document, entries)?;
        }
        for (document, line) in lines.0.into_iter().filter(|(_, line)| line.changed) {
            self.also(move |tx| unless_erased(tx.put_growth(space, document, &line.growth)));
        }
        Ok(held.acks)
    }

    /// What is known of a document's line.
    fn line<'a>(
        &self,
        space: SpaceRef,
        (scope, document): (ScopeId, id::DocumentId),
        key: [u8; 16],
        lines: &'a mut Lines,
    ) -> Result<&'a mut Line, Failure> {
        let document = DocumentId(document.0);
        match lines.0.entry(document) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(unknown) => {
                let kept = self.open.store.read().growth(space, document).map_err(|error| fail("merge", error))?;
                Ok(unknown.insert(Line::new(kept, ScopeRef(scope.0), key)))
            }
        }
    }

    pub(super) fn merge_document(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        id: DocumentId,
        entries: Vec<Walked>,
    ) -> Result<(), Failure> {
        let lost = |error| fail("merge", error);
        let Some(scope) = entries.first().map(|entry| entry.incoming.scope) else { return Ok(()) };
        let resident = (scope != shared.common_scope()).then_some(ResidentId(scope.0));
        if self.is_erased(resident, id)? {
            return Ok(());
        }
        let known = self.document(id).map_err(lost)?;
        let elsewhere = self.open.lives_elsewhere(space, Homed::of(resident, id))?;
        if elsewhere || known.as_ref().is_some_and(|row| row.scope != resident) {
            return self.all_aside(space, entries, Why::Unmergeable);
        }
        let kind = match &known {
            Some(row) => Some(row.kind),
            None => kind_of(&entries),
        };
        let Some(kind) = kind else { return self.all_aside(space, entries, Why::Gap) };
        if (kind == DocumentKind::Directory) != resident.is_none() {
            return self.all_aside(space, entries, Why::Unmergeable);
        }
        let row = DocumentRow { id, scope: resident, kind, sample: false };
        let new = known.is_none();
        match kind {
            DocumentKind::Dossier => self.take_entries::<Dossier>(shared, row, new, entries, |_| true),
            DocumentKind::Plan => self.take_entries::<Plan>(shared, row, new, entries, |_| true),
            DocumentKind::Conversation => {
                self.take_entries::<Conversation>(shared, row, new, entries, |view| Some(view.resident) == resident)
            }
            DocumentKind::Directory => {
                self.take_entries::<Directory>(shared, row, new, entries, |_| true)?;
                if new { self.enter_directory(id, shared) } else { Ok(()) }
            }
        }
    }

    /// Whether a document was erased here, with its scope or by itself.
    fn is_erased(&self, resident: Option<ResidentId>, id: DocumentId) -> Result<bool, Failure> {
        let (read, lost) = (self.open.store.read(), |error| fail("merge", error));
        let scope = match resident {
            Some(resident) => read.scope_erased(resident).map_err(lost)?.is_some(),
            None => false,
        };
        Ok(scope || read.conversation_erased(domain::ConversationId(id.0)).map_err(lost)?.is_some())
    }

    /// Takes entries into a document: all at once, and where that fails one by one.
    fn take_entries<K: Shelve>(
        &mut self,
        shared: &Space,
        row: DocumentRow,
        new: bool,
        entries: Vec<Walked>,
        fits: impl Fn(&K) -> bool,
    ) -> Result<(), Failure> {
        let id = row.id;
        let (space, device) = (SpaceRef(shared.id().0), domain::DeviceId(shared.device().0));
        self.touched_document(id, row.scope);
        let mut taken: Vec<ChangeBytes> = Vec::new();
        let vouched = entries.iter().filter(|entry| entry.vouched).flat_map(|entry| &entry.changes);
        let vouched: BTreeSet<[u8; 32]> = vouched.map(|change| change.hash).collect();
        let voices = Voices::of(shared, &entries);
        self.hear_authors(id, &voices)?;
        let mut entries = entries;
        if new {
            let Some(at) = entries.iter().position(begins) else { return self.all_aside(space, entries, Why::Gap) };
            // The entry with the first change makes the document; the others follow in their order.
            let first = entries.remove(at);
            let bytes: Vec<u8> = first.changes.iter().flat_map(|change| &change.bytes).copied().collect();
            let made = Document::<K>::receive(&bytes, self.open.actor_as(device));
            match made.and_then(|document| document.view().map(|view| (document, view))) {
                Ok((document, view)) if fits(&view) => {
                    taken.extend(first.changes.iter().map(bytes_of));
                    self.open.shelf.put(id, document);
                    self.takes_in(row);
                }
                made => {
                    let why = made.err().map_or(Why::Unmergeable, why);
                    self.all_aside(space, vec![first], why)?;
                    return self.all_aside(space, entries, Why::Gap);
                }
            }
        } else {
            self.load::<K>(id)?;
        }
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let Took { new: came, there, refused } = take_all(document, entries);
        taken.extend(came);
        let view = document.view().map_err(|error| fail("merge", error))?;
        for (entry, why) in refused {
            self.all_aside(space, vec![entry], why)?;
        }
        // What is at the relay already is not sent once more.
        self.also(move |tx| there.iter().try_for_each(|hash| tx.sent_by_others(id, *hash)));
        if new || !taken.is_empty() {
            let host = Arc::clone(&self.open.host);
            let brought = voices.rows(id, &taken, || self.open.now());
            self.also(move |tx| {
                tx.settle(Homed::of(row.scope, id), space)?;
                if new {
                    tx.add_document(&row, &mut random(&*host))?;
                }
                for change in &taken {
                    tx.take(id, change)?;
                    if vouched.contains(&change.hash.0) {
                        tx.seal_again(&[(id, change.hash)])?;
                    }
                }
                brought.iter().try_for_each(|row| tx.vouch(row))?;
                K::project(tx, id, row.scope, &view, None)
            });
        }
        Ok(())
    }

    fn all_aside(&mut self, space: SpaceRef, entries: Vec<Walked>, why: Why) -> Result<(), Failure> {
        for entry in entries {
            if entry.vouched {
                self.handed_in_aside(space, entry.incoming, why);
            } else {
                self.aside(space, entry.incoming, why);
            }
        }
        Ok(())
    }

    /// The directory of a team is here for the first time: who uses this device stands in it from now on.
    pub(super) fn enter_directory(&mut self, id: DocumentId, shared: &Space) -> Result<(), Failure> {
        if self.open.shelf.get::<Directory>(id).is_none() {
            return Ok(());
        }
        match self.directory_of_this_device()? {
            Some(before) => self.adopt_directory(id, before),
            None => {
                let me = self.open.who()?;
                self.stand_in_directory(id, PersonId(shared.person().0), me)
            }
        }
    }

    /// The directory that this device had by itself before its first team.
    fn directory_of_this_device(&self) -> Result<Option<(DocumentId, Directory)>, Failure> {
        let lost = |error| fail("directory", error);
        let read = self.open.store.read();
        if read.spaces().map_err(lost)?.len() != 1 {
            return Ok(None);
        }
        let own = read.directories().map_err(lost)?.into_iter().find(|(_, home)| home.is_none());
        let Some((id, _)) = own else { return Ok(None) };
        Ok(Some((id, read.directory(id).map_err(lost)?)))
    }

    /// Tells a further team who uses this device, where it does not know yet.
    fn stand_in_directory(&mut self, id: DocumentId, person: PersonId, me: Person) -> Result<(), Failure> {
        let Some(directory) = self.open.shelf.get::<Directory>(id) else { return Ok(()) };
        let known = directory.view().map_err(|error| fail("merge", error))?.people;
        if known.contains_key(&person) {
            return Ok(());
        }
        self.edit_new::<Directory>(id, None, &DirectoryEdit::Person(person, me))
    }

    /// The team's directory takes the place of the one that this device had by itself: who uses the device and its numbers move.
    fn adopt_directory(&mut self, id: DocumentId, (own, before): (DocumentId, Directory)) -> Result<(), Failure> {
        let (person, at) = (self.open.person, self.open.now());
        if let Some(me) = before.people.get(&person) {
            self.edit_new::<Directory>(id, None, &DirectoryEdit::Person(person, me.clone()))?;
        }
        for (contact, kept) in before.contacts {
            self.edit_new::<Directory>(id, None, &DirectoryEdit::Contact(contact, kept))?;
        }
        self.open.shelf.drop(own);
        self.also(move |tx| {
            tx.erase_document(own, at)?;
            tx.project_directory(own, &Directory::default(), None)
        });
        Ok(())
    }
}

/// What became of entries.
#[derive(Default)]
struct Took {
    /// Changes that the document did not have.
    new: Vec<ChangeBytes>,
    /// Changes that the document has now and that are at the relay.
    there: Vec<ChangeHash>,
    refused: Vec<(Walked, Why)>,
}

impl Took {
    fn note(&mut self, changes: &[ForeignChange], new: &[[u8; 32]]) {
        self.new.extend(chosen(changes, new));
        self.there.extend(changes.iter().map(|change| ChangeHash(change.hash)));
    }
}

/// Takes entries into a document that is there: all at once, and where that fails one by one.
fn take_all<K: documents::Kind>(document: &mut Document<K>, entries: Vec<Walked>) -> Took {
    let mut took = Took::default();
    let all: Vec<ForeignChange> = entries.iter().flat_map(|entry| entry.changes.clone()).collect();
    match document.take_changes(&all) {
        Ok(done) => took.note(&all, &done.new),
        Err(_) => {
            for entry in entries {
                match document.take_changes(&entry.changes) {
                    Ok(done) => took.note(&entry.changes, &done.new),
                    Err(error) => took.refused.push((entry, why(error))),
                }
            }
        }
    }
    took
}

/// Whether a document was erased by itself: nothing brings what was left out of it, and nothing has to.
fn is_erased_there(shared: &Space, scope: ScopeId, document: id::DocumentId) -> bool {
    shared.sharing(scope).is_some_and(|sharing| sharing.is_document_erased(document))
}

/// How many bytes all changes together may be once they are inflated, of what came at once: as much as of a single entry of that length.
/// Each entry by itself may be small and inflate to much; thousands of them stand on a page.
fn room_for(came: &[Came]) -> u64 {
    let length = |one: &Came| match one {
        Came::Incoming(one) => one.bytes.len() as u64,
        _ => 0,
    };
    inflated_bytes(came.iter().map(length).sum())
}

/// The changes of an entry, if they are what its signer may send, and there is room for them: it is less by them afterwards. Where there
/// is none, they are tried once more with what else was put aside.
fn walk(shared: &Space, incoming: &Incoming, room: &mut u64) -> Result<Vec<ForeignChange>, Why> {
    if incoming.body.schema > SCHEMA {
        return Err(Why::NewerVersion);
    }
    let vouched = matches!(incoming.kind, Kind::Late);
    let changes = Foreign::read(&incoming.body.bytes.0).map_err(why)?.changes;
    let inflated = changes.iter().map(|change| change.bytes.len() as u64).sum();
    *room = room.checked_sub(inflated).ok_or(Why::Unmergeable)?;
    // Words of somebody else come from their own device, or with the name of who vouches for them.
    if vouched || all_own(shared, (incoming.device, incoming.person), &changes) {
        Ok(changes)
    } else {
        Err(Why::NotAllowed)
    }
}

/// Whether these are words of the device that brought them, or of another device of its person.
pub(super) fn all_own(shared: &Space, (device, person): (DeviceId, id::PersonId), changes: &[ForeignChange]) -> bool {
    changes.iter().all(|change| {
        let author = DeviceId(change.device.0);
        let behind = shared.membership().and_then(|membership| membership.person_of(author));
        author == device || behind == Some(person)
    })
}

/// Whether an entry has the change that follows none.
fn begins(entry: &Walked) -> bool {
    entry.changes.iter().any(|change| change.dependencies.is_empty())
}

fn kind_of(entries: &[Walked]) -> Option<DocumentKind> {
    let first = entries.iter().flat_map(|entry| &entry.changes).find(|change| change.dependencies.is_empty())?;
    DocumentKind::named(&documents::kind_of(&first.bytes)?)
}

pub(super) fn why(error: DocumentError) -> Why {
    match error {
        DocumentError::MissingChanges => Why::Gap,
        DocumentError::FromNewerVersion => Why::NewerVersion,
        _ => Why::Unmergeable,
    }
}

fn bytes_of(change: &ForeignChange) -> ChangeBytes {
    ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes.clone() }
}

fn chosen(changes: &[ForeignChange], new: &[[u8; 32]]) -> Vec<ChangeBytes> {
    changes.iter().filter(|change| new.contains(&change.hash)).map(bytes_of).collect()
}
