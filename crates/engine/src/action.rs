//! One action of a person: edits of one or more documents, kept in one transaction or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use api::{Changed, Failure};
use documents::{Actor, Change, Document};
use domain::{DeviceId, DocumentId, ResidentId};
use store::{ChangeBytes, ChangeHash, DocumentRow, Homed, SpaceRef, SpaceRow, Tx};

use crate::{
    failures::fail,
    host::{random, random_id},
    open::Open,
    shelf::Shelve,
};

type Write = Box<dyn FnOnce(&Tx<'_>) -> Result<(), store::Error>>;

/// An action under way. Nothing of it is on the disk before [`Open::act`] returns.
pub(crate) struct Action<'open> {
    pub(crate) open: &'open mut Open,
    writes: Vec<Write>,
    touched: Vec<Changed>,
    sample: bool,
    /// Where what is made lives, and as which device it is written; nothing for where its scope lives.
    home: Option<(SpaceRef, DeviceId)>,
    /// Documents of which something was put aside that may yet come in.
    pub(crate) held_up: BTreeSet<DocumentId>,
    /// Documents that this action has taken in: on the shelf, and in no table yet.
    taken_in: BTreeMap<DocumentId, DocumentRow>,
}

impl Open {
    /// Runs `action`, then keeps everything it did in one commit. On any failure the documents it touched are taken off the
    /// shelf, so that memory is never ahead of the disk, and no actor writes a number twice.
    pub(crate) fn act<T>(&mut self, action: impl FnOnce(&mut Action<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut under_way = Action {
            open: self,
            writes: Vec::new(),
            touched: Vec::new(),
            sample: false,
            home: None,
            held_up: BTreeSet::new(),
            taken_in: BTreeMap::new(),
        };
        let done = action(&mut under_way);
        let Action { writes, touched, .. } = under_way;
        let kept = done.and_then(|value| {
            let commit = self.store.transaction(|tx| writes.into_iter().try_for_each(|write| write(tx)));
            commit.map(|()| value).map_err(|error| fail("commit", error))
        });
        match &kept {
            Ok(_) => {
                self.write_to_teams(&touched);
                self.changed.extend(touched);
                self.ring = true;
            }
            Err(_) => touched.iter().filter_map(|changed| changed.document).for_each(|id| self.shelf.drop(id)),
        }
        kept
    }
}

impl Action<'_> {
    /// Everything made from here on belongs to the sample neighbourhood.
    pub(crate) fn as_sample(&mut self) {
        self.sample = true;
    }

    /// Everything made from here on lives in this space.
    pub(crate) fn as_of(&mut self, row: &SpaceRow) {
        self.home = Some((row.id, row.device));
    }

    /// Makes a document with its first change.
    pub(crate) fn create<K: Shelve>(
        &mut self,
        id: DocumentId,
        scope: Option<ResidentId>,
        first: &K::First,
    ) -> Result<(), Failure> {
        let actor = match &self.home {
            Some((_, device)) => self.open.actor_as(*device),
            None => self.open.actor(scope, id)?,
        };
        let home = self.home.map(|(space, _)| space);
        let (document, change) = Document::<K>::create(actor, first).map_err(|error| fail("create", error))?;
        let view = document.view().map_err(|error| fail("view", error))?;
        let row = DocumentRow { id, scope, kind: K::KIND, sample: self.sample };
        self.open.shelf.put(id, document);
        self.touched.push(Changed { scope, document: Some(id) });
        let host = Arc::clone(&self.open.host);
        self.writes.push(Box::new(move |tx| {
            home.map_or(Ok(()), |home| tx.settle(Homed::of(scope, id), home))?;
            tx.add_document(&row, &mut random(&*host))?;
            tx.append(id, &stored(change))?;
            K::project(tx, id, scope, &view, None)
        }));
        Ok(())
    }

    /// Edits a document. Nothing is written where the edit changes nothing.
    pub(crate) fn edit<K: Shelve>(&mut self, id: DocumentId, edit: &K::Edit) -> Result<(), Failure> {
        let scope = self.open.load::<K>(id)?;
        self.touched.push(Changed { scope, document: Some(id) });
        self.edit_new::<K>(id, scope, edit)
    }

    /// Edits a document that this action made: it is on the shelf, and nowhere else yet.
    pub(crate) fn edit_new<K: Shelve>(
        &mut self,
        id: DocumentId,
        scope: Option<ResidentId>,
        edit: &K::Edit,
    ) -> Result<(), Failure> {
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let Some(change) = document.apply(edit).map_err(|error| fail("edit", error))? else { return Ok(()) };
        let view = document.view().map_err(|error| fail("view", error))?;
        let edit = edit.clone();
        self.writes.push(Box::new(move |tx| {
            tx.append(id, &stored(change))?;
            K::project(tx, id, scope, &view, Some(&edit))
        }));
        Ok(())
    }

    /// Writes something else in the same transaction.
    pub(crate) fn also(&mut self, write: impl FnOnce(&Tx<'_>) -> Result<(), store::Error> + 'static) {
        self.writes.push(Box::new(write));
    }

    /// Notes that a document takes part, so that it leaves the shelf if this fails.
    pub(crate) fn touched_document(&mut self, id: DocumentId, scope: Option<ResidentId>) {
        self.touched.push(Changed { scope, document: Some(id) });
    }

    /// Notes that a document of others is on the shelf: what comes of it later in this action goes into it.
    pub(crate) fn takes_in(&mut self, row: DocumentRow) {
        self.taken_in.insert(row.id, row);
    }

    /// Whether this action has taken a document in. What it wrote in that itself is in no outbox yet.
    pub(crate) fn has_taken_in(&self, id: DocumentId) -> bool {
        self.taken_in.contains_key(&id)
    }

    /// The document with this id, if it is here or this action has taken it in.
    pub(crate) fn document(&self, id: DocumentId) -> Result<Option<DocumentRow>, store::Error> {
        match self.taken_in.get(&id) {
            Some(row) => Ok(Some(*row)),
            None => self.open.store.read().document(id),
        }
    }

    /// Puts a document on the shelf if it is not there.
    pub(crate) fn load<K: Shelve>(&mut self, id: DocumentId) -> Result<(), Failure> {
        if self.has_taken_in(id) && self.open.shelf.get::<K>(id).is_some() {
            return Ok(());
        }
        self.open.load::<K>(id).map(drop)
    }

    /// Tells the screens about something that no document shows.
    pub(crate) fn touch(&mut self, scope: Option<ResidentId>) {
        self.touched.push(Changed { scope, document: None });
    }
}

impl Open {
    /// A new actor: used for one opening of one document, never again.
    pub(crate) fn actor(&self, scope: Option<ResidentId>, document: DocumentId) -> Result<Actor, Failure> {
        Ok(self.actor_as(self.writer_of(scope, document)?))
    }

    /// A new actor of this device, as it is known somewhere.
    pub(crate) fn actor_as(&self, device: DeviceId) -> Actor {
        Actor::new(device, random_id(&*self.host))
    }

    /// Lets those teams look that may have something to send: where what was touched lives, and no other.
    fn write_to_teams(&mut self, touched: &[Changed]) {
        let only = self.teams.only().map(|team| team.row.id);
        for changed in touched {
            let what = match (changed.scope, changed.document) {
                (Some(resident), _) => Homed::Scope(resident),
                (None, Some(document)) => Homed::Directory(document),
                (None, None) => continue,
            };
            let home = self.store.read().home(what).ok().flatten();
            if let Some(team) = home.or(only).and_then(|space| self.teams.get_mut(space)) {
                team.write();
            }
        }
    }

    /// Puts a document on the shelf if it is not there, and says whose scope it is in.
    pub(crate) fn load<K: Shelve>(&mut self, id: DocumentId) -> Result<Option<ResidentId>, Failure> {
        let row = self.store.read().document(id).map_err(|error| fail("document", error))?;
        let row = row.filter(|row| row.kind == K::KIND).ok_or(Failure::NotFound)?;
        if self.shelf.get::<K>(id).is_none() {
            let document = self.read_document::<K>(id, row.scope)?;
            self.shelf.put(id, document);
        }
        Ok(row.scope)
    }

    /// Reads a document from the disk, and leaves a snapshot where it had many changes.
    pub(crate) fn read_document<K: Shelve>(
        &mut self,
        id: DocumentId,
        scope: Option<ResidentId>,
    ) -> Result<Document<K>, Failure> {
        let stored =
            self.store.read().document_bytes(id).map_err(|error| fail("bytes", error))?.ok_or(Failure::NotFound)?;
        let document =
            Document::<K>::load(&stored.bytes, self.actor(scope, id)?).map_err(|error| fail("load", error))?;
        if stored.changes >= store::COMPACT_AFTER {
            let whole = document.save();
            // A snapshot only saves time later; without it (a full disk) everything still works.
            let _ = self.store.transaction(|tx| tx.compact(id, stored.through, &whole));
        }
        Ok(document)
    }
}

/// A change as the store keeps it.
pub(crate) fn stored(change: Change) -> ChangeBytes {
    ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes }
}
