//! Takes a whole document in, as a snapshot that stands holds it, and sends again what it left out.

use std::{collections::BTreeSet, sync::Arc};

use api::Failure;
use documents::{Document, Whole};
use domain::{Conversation, DeviceId, Directory, DocumentId, Dossier, Plan, ResidentId};
use store::{ChangeBytes, ChangeHash, DocumentKind, DocumentRow, Homed, SpaceRef};
use sync::{Space, Why, protocol::id};

use super::{Known, ahead::Ahead, of_kind};
use crate::{
    action::Action,
    exchange::{
        line::{Covers, Line},
        merge::why,
    },
    failures::fail,
    host::random,
    shelf::Shelve,
};

/// A snapshot that stands.
pub(super) struct Theirs<'a> {
    /// The entry of its first part.
    pub(super) first: id::EntryHash,
    pub(super) bytes: &'a [u8],
    pub(super) covers: &'a Covers,
    pub(super) place: (id::ScopeId, id::DocumentId),
}

impl Action<'_> {
    /// Takes a whole document in. Says whether it had everything that this person wrote, or why it cannot be.
    pub(super) fn take_whole(
        &mut self,
        shared: &Space,
        theirs: &Theirs<'_>,
        line: &Line,
        ahead: &mut Ahead,
    ) -> Result<Result<bool, Why>, Failure> {
        let ((scope, document), bytes) = (theirs.place, theirs.bytes);
        let id = DocumentId(document.0);
        let resident = (scope != shared.common_scope()).then_some(ResidentId(scope.0));
        let lies_right = |kind: DocumentKind| (kind == DocumentKind::Directory) == resident.is_none();
        match self.known(shared, theirs.place)? {
            Known::Here(row) if lies_right(row.kind) => {
                match of_kind!(row.kind, K => self.take_into::<K>(shared, id, resident, bytes))? {
                    Ok(()) => self.offer_missing(shared, theirs, line).map(Ok),
                    Err(why) => Ok(Err(why)),
                }
            }
            Known::Here(_) | Known::Elsewhere => Ok(Err(Why::Unmergeable)),
            Known::Nowhere => {
                let whole = match ahead.take(&theirs.first, bytes) {
                    Ok(whole) => whole,
                    Err(error) => return Ok(Err(why(error))),
                };
                let kind = whole.kind().and_then(|name| DocumentKind::named(&name)).filter(|kind| lies_right(*kind));
                let Some(kind) = kind else { return Ok(Err(Why::Unmergeable)) };
                let row = DocumentRow { id, scope: resident, kind, sample: false };
                Ok(self.take_any(shared, row, whole)?.map(|()| true))
            }
        }
    }

    fn take_any(&mut self, shared: &Space, row: DocumentRow, whole: Whole) -> Result<Result<(), Why>, Failure> {
        let (id, resident) = (row.id, row.scope);
        match row.kind {
            DocumentKind::Dossier => self.take_new::<Dossier>(shared, row, whole, |_| true),
            DocumentKind::Plan => self.take_new::<Plan>(shared, row, whole, |_| true),
            DocumentKind::Conversation => {
                self.take_new::<Conversation>(shared, row, whole, |view| Some(view.resident) == resident)
            }
            DocumentKind::Directory => {
                let taken = self.take_new::<Directory>(shared, row, whole, |_| true)?;
                if taken.is_ok() {
                    self.enter_directory(id, shared)?;
                }
                Ok(taken)
            }
        }
    }

    fn take_new<K: Shelve>(
        &mut self,
        shared: &Space,
        row: DocumentRow,
        whole: Whole,
        fits: impl Fn(&K) -> bool,
    ) -> Result<Result<(), Why>, Failure> {
        let space = SpaceRef(shared.id().0);
        let saved = whole.saved().to_vec();
        let made = Document::<K>::of(whole, self.open.actor_as(DeviceId(shared.device().0)));
        let (document, view) = match made.and_then(|document| document.view().map(|view| (document, view))) {
            Ok((document, view)) if fits(&view) => (document, view),
            made => return Ok(Err(made.err().map_or(Why::Unmergeable, why))),
        };
        self.touched_document(row.id, row.scope);
        self.open.shelf.put(row.id, document);
        self.takes_in(row);
        let host = Arc::clone(&self.open.host);
        self.also(move |tx| {
            tx.settle(Homed::of(row.scope, row.id), space)?;
            tx.add_document(&row, &mut random(&*host))?;
            tx.compact(row.id, 0, &saved)?;
            K::project(tx, row.id, row.scope, &view, None)
        });
        Ok(Ok(()))
    }

    fn take_into<K: Shelve>(
        &mut self,
        shared: &Space,
        id: DocumentId,
        scope: Option<ResidentId>,
        bytes: &[u8],
    ) -> Result<Result<(), Why>, Failure> {
        self.load::<K>(id)?;
        self.touched_document(id, scope);
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let before: BTreeSet<_> = document.history().into_iter().map(|(hash, _)| hash).collect();
        match document.take_in(bytes) {
            Ok(false) => return Ok(Ok(())),
            Ok(true) => {}
            Err(error) => return Ok(Err(why(error))),
        }
        let new = document.history().into_iter().filter(|(hash, _)| !before.contains(hash));
        let new: Vec<ChangeBytes> =
            new.filter_map(|(hash, _)| document.change(hash)).map(|change| stored(change.hash, change.bytes)).collect();
        let view = document.view().map_err(|error| fail("snapshot", error))?;
        let space = SpaceRef(shared.id().0);
        self.also(move |tx| {
            tx.settle(Homed::of(scope, id), space)?;
            for change in &new {
                tx.take(id, change)?;
            }
            K::project(tx, id, scope, &view, None)
        });
        Ok(Ok(()))
    }

    /// Sends again what devices of this person wrote, and what a snapshot that stands covers and does not have: the relay may have let
    /// it go. Says whether there was nothing.
    pub(super) fn offer_missing(&mut self, shared: &Space, theirs: &Theirs<'_>, line: &Line) -> Result<bool, Failure> {
        let id = DocumentId(theirs.place.1.0);
        if self.has_taken_in(id) {
            return Ok(true);
        }
        let Known::Here(known) = self.known(shared, theirs.place)? else { return Ok(true) };
        of_kind!(known.kind, K => self.offer::<K>(shared, id, theirs, line))
    }

    fn offer<K: Shelve>(
        &mut self,
        shared: &Space,
        id: DocumentId,
        theirs: &Theirs<'_>,
        line: &Line,
    ) -> Result<bool, Failure> {
        let actor = self.open.actor_as(DeviceId(shared.device().0));
        let there: BTreeSet<_> = match Document::<K>::receive(theirs.bytes, actor) {
            Ok(document) => document.history().into_iter().map(|(hash, _)| hash).collect(),
            Err(_) => BTreeSet::new(),
        };
        let unsent = self.open.store.read().outbox(id).map_err(|error| fail("snapshot", error))?;
        self.load::<K>(id)?;
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let own = |device: DeviceId| {
            let device = id::DeviceId(device.0);
            let person = shared.membership().and_then(|membership| membership.person_of(device));
            device == shared.device() || person == Some(shared.person())
        };
        // What a device sent after the last entry that is covered need not be in it.
        let last = |covers: &Covers, device: &DeviceId| covers.get(device).map(|(counter, _)| *counter);
        let covered = |device: &DeviceId| last(&line.growth.covers, device) <= last(theirs.covers, device);
        let waits = |hash: [u8; 32]| unsent.iter().any(|change| change.hash.0 == hash);
        let missing = document
            .history()
            .into_iter()
            .filter(|(hash, device)| own(*device) && covered(device) && !there.contains(hash) && !waits(*hash));
        let missing: Vec<ChangeBytes> = missing
            .filter_map(|(hash, _)| document.change(hash))
            .map(|change| stored(change.hash, change.bytes))
            .collect();
        let nothing = missing.is_empty();
        self.also(move |tx| missing.iter().try_for_each(|change| tx.offer_again(id, change)));
        Ok(nothing)
    }
}

fn stored(hash: [u8; 32], bytes: Vec<u8>) -> ChangeBytes {
    ChangeBytes { hash: ChangeHash(hash), bytes }
}
