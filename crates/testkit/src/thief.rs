//! Somebody who has copied what lay at the relay, again and again, and then takes a device: what opens of it all?

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    device::{DeviceKeys, PersonKeys},
    entry::Entry,
    id::{BoxHash, DeviceId, DocumentId, KeyId, PersonId, ScopeId},
    key::{
        SpaceKey,
        key_box::KeyBox,
        wrap::{Recipient, Wrap},
    },
};
use store::{SpaceRow, Store};
use zeroize::Zeroizing;

use crate::{
    device::Device,
    forger::store_in,
    simulated_relay::{Book, Line, SimulatedRelay},
};

/// Every box that was ever named at a relay, and under which keys its entries lay.
#[derive(Default)]
pub struct Copies {
    boxes: BTreeMap<BoxHash, KeyBox>,
    entries: BTreeSet<(ScopeId, DocumentId, KeyId)>,
}

/// Copies of boxes, and the keys that were found.
#[derive(Default)]
pub struct Thief<'a> {
    wraps: Vec<&'a Wrap>,
    devices: Vec<DeviceKeys>,
    people: BTreeMap<KeyId, PersonKeys>,
    spaces: BTreeMap<KeyId, SpaceKey>,
    scopes: BTreeSet<ScopeId>,
    opened: BTreeSet<(ScopeId, KeyId)>,
    documents: BTreeSet<(ScopeId, DocumentId, KeyId)>,
    entries: BTreeSet<(ScopeId, DocumentId, KeyId)>,
}

impl Copies {
    /// Copies every box that a log at the relay names now. One that nobody named yet is the copy of a moment: no log tells for whom
    /// it was, if its record never came.
    ///
    /// # Panics
    /// Where the relay holds something that is no box.
    pub fn of(&mut self, relay: &SimulatedRelay) {
        for (hash, bytes) in relay.books.values().flat_map(Book::named_boxes) {
            self.boxes.entry(hash).or_insert_with(|| KeyBox::decode(hash, bytes).expect("a box"));
        }
        for line in relay.books.values().flat_map(|book| book.line.values()) {
            if let Line::Entry { bytes, .. } = line
                && let Ok(entry) = Entry::decode(bytes)
            {
                let claims = entry.header.claims;
                self.entries.insert((claims.scope, claims.document, claims.key));
            }
        }
    }

    /// What opens of them with everything that this device holds now.
    ///
    /// # Panics
    /// Where its store does not open.
    #[must_use]
    pub fn with(&self, device: &mut Device) -> Thief<'_> {
        let wraps = self.boxes.values().flat_map(|keys| &keys.wraps).collect();
        let mut thief = Thief { wraps, ..Thief::default() };
        thief.take(device, &self.entries);
        thief
    }
}

impl Thief<'_> {
    /// Takes a device, with the passphrase: everything that it holds is his.
    fn take(&mut self, device: &mut Device, entries: &BTreeSet<(ScopeId, DocumentId, KeyId)>) {
        self.entries.clone_from(entries);
        device.while_stopped(|folder| {
            let store = store_in(folder);
            for row in store.read().spaces().expect("spaces") {
                self.take_space(&store, &row);
            }
        });
        device.unlock().expect("it opens");
        self.open();
    }

    /// Takes what a device holds as a member of one team.
    fn take_space(&mut self, store: &Store, row: &SpaceRow) {
        let (person, id) = (PersonId(row.person.0), DeviceId(row.device.0));
        let keys = DeviceKeys::from_seed(person, id, Zeroizing::new(*row.seed.bytes()));
        let mut ring = sync::Ring::new(keys);
        for (_, _, bytes) in store.read().keys(row.id).expect("keys") {
            ring.put(&bytes).expect("a key");
        }
        for (keys, _) in ring.person_keys() {
            self.people.insert(keys.key, PersonKeys::from_seed(person, keys.key, keys.seed().clone()));
        }
        for key in ring.space_keys() {
            self.spaces.insert(key.id, SpaceKey::from_secret(key.id, key.heads, key.secret().clone()));
        }
        let held =
            self.entries.iter().filter(|(scope, document, key)| ring.document_key(*scope, *document, *key).is_some());
        let held: Vec<_> = held.copied().collect();
        self.documents.extend(held);
        let own = [Some(ring.device()), ring.next()].into_iter().flatten();
        self.devices.extend(own.map(|keys| DeviceKeys::from_seed(person, id, keys.seed().clone())));
    }

    /// Whether anything that was found opens something of a scope.
    #[must_use]
    pub fn opens(&self, scope: ScopeId) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whether an entry of a document opens with anything that was found.
    #[must_use]
    pub fn reads(&self, scope: ScopeId, document: DocumentId) -> bool {
        let mut entries = self.entries.iter().filter(|(of, it, _)| (*of, *it) == (scope, document));
        entries.any(|entry| self.documents.contains(entry) || self.opened.contains(&(scope, entry.2)))
    }

    /// Opens what the keys open, and with what is in it the rest, as long as there is more.
    fn open(&mut self) {
        loop {
            let before = self.wraps.len();
            for wrap in std::mem::take(&mut self.wraps) {
                if !self.open_one(wrap) {
                    self.wraps.push(wrap);
                }
            }
            if self.wraps.len() == before {
                return;
            }
        }
    }

    fn open_one(&mut self, wrap: &Wrap) -> bool {
        let opened = match wrap.recipient {
            Recipient::SpaceKey(key) => self.spaces.get(&key).and_then(|key| wrap.open_under(key).ok()),
            Recipient::Person(_, key) => self.people.get(&key).and_then(|keys| wrap.open_as_person(keys).ok()),
            Recipient::Device(id) => {
                let mut own = self.devices.iter().filter(|keys| keys.device == id);
                own.find_map(|keys| wrap.open_as_device(keys).ok())
            }
        };
        let Some(opened) = opened else { return false };
        if let Ok(key) = opened.space_key() {
            self.spaces.insert(key.id, key);
        } else if let Ok(keys) = opened.person_keys() {
            self.people.insert(keys.key, keys);
        } else if let Ok(key) = opened.scope_key() {
            self.scopes.insert(key.scope);
            self.opened.insert((key.scope, key.id));
        } else if let Ok(key) = opened.document_key() {
            self.scopes.insert(key.scope);
            self.documents.insert((key.scope, key.document, key.id));
        }
        true
    }
}
