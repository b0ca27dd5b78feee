//! A member who does not play by the rules: has the keys of a device, and makes entries and records as no app would.

mod farewell;
mod sharing;

use std::{collections::BTreeMap, path::Path};

use protocol::{
    device::DeviceKeys,
    encode::Blob,
    entry::{
        self, Entry,
        body::Body,
        header::{Claims, Cover, Kind},
    },
    id::{DeviceId, DocumentId, EntryHash, KeyId, PersonId, ScopeId},
    membership::{MembershipChange, MembershipContent, MembershipRecord},
    signed::Signed,
    wire::{Challenge, Item, Message, Token, Upload, Uploaded},
};
use relay::heart::space::Space;
use store::{KeyFile, Store};
use sync::{Answer, Call, Method, Ring, SCHEMA};
use zeroize::Zeroizing;

use crate::{
    chance::Chance,
    device::{Device, PASSPHRASE},
    neighbourhood::Neighbourhood,
    simulated_relay::SimulatedRelay,
};

/// Keys that were taken from a device's folder.
pub struct Forger {
    ring: Ring,
    chance: Chance,
}

/// The store of a stopped device, opened past the engine.
///
/// # Panics
/// Where it does not open with the passphrase of these stories.
#[must_use]
pub fn store_in(folder: &Path) -> Store {
    let key = KeyFile::read(folder).expect("the key file").open_with_passphrase(PASSPHRASE).expect("the key");
    Store::open(folder, &key).expect("the store")
}

fn call(path: String, bearer: Option<String>, body: Vec<u8>) -> Call {
    Call { method: Method::Post, path, bearer, body, wait_seconds: 0 }
}

fn good<M: Message>(answer: Answer) -> M {
    let Answer::Good(bytes) = answer else { panic!("the relay says {answer:?}") };
    M::from_bytes(&bytes).expect("a message")
}

impl Forger {
    /// With the keys of this device, which goes on afterwards.
    pub fn with_keys_of(device: &mut Device) -> Self {
        let team = device.team().expect("a team");
        let own = team.people.iter().flat_map(|person| &person.devices).find(|device| device.this);
        let (person, id) = (PersonId(team.me.0), DeviceId(own.expect("this device").id.0));
        let mut forger = None;
        device.while_stopped(|folder| {
            let store = store_in(folder);
            let row = store.read().spaces().expect("spaces").pop().expect("a space");
            let mut ring = Ring::new(DeviceKeys::from_seed(person, id, Zeroizing::new(*row.seed.bytes())));
            for (_, _, bytes) in store.read().keys(row.id).expect("keys") {
                ring.put(&bytes).expect("a key");
            }
            forger = Some(ring);
        });
        device.unlock().expect("it opens");
        Self { ring: forger.expect("it was stopped"), chance: Chance::new(7) }
    }

    /// The device's id.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.ring.device().device
    }

    /// Lets this device in at the relay, past its app, and gives the token.
    pub fn enter(&self, here: &mut Neighbourhood) -> String {
        let space = here.relay().books.values().next().expect("a space").space.id;
        let challenge = here.carry(&call(format!("/v1/spaces/{space}/challenge"), None, Vec::new()));
        let challenge: Challenge = good(challenge);
        let answer = challenge.answer(self.ring.device()).to_bytes();
        let token: Token = good(here.carry(&call(format!("/v1/spaces/{space}/token"), None, answer)));
        data_encoding::HEXLOWER.encode(&token.token)
    }

    /// Uploads entries with a token that was given; the relay has to take all of them.
    pub fn upload(here: &mut Neighbourhood, token: &str, entries: Vec<Vec<u8>>) {
        let space = here.relay().books.values().next().expect("a space").space.id;
        let upload = Upload { entries: entries.into_iter().map(Blob).collect() }.to_bytes();
        let answer = here.carry(&call(format!("/v1/spaces/{space}/entries"), Some(token.to_owned()), upload));
        let uploaded: Uploaded = good(answer);
        let taken = uploaded.items.iter().all(|item| matches!(item, Item::Taken { duplicate: false, .. }));
        assert!(taken, "an entry was not taken: {:?}", uploaded.items);
    }

    /// The device's own keys.
    #[must_use]
    pub const fn keys(&self) -> &DeviceKeys {
        self.ring.device()
    }

    /// Whether these keys open entries of a document under a scope key.
    #[must_use]
    pub fn opens(&self, scope: ScopeId, document: DocumentId, key: KeyId) -> bool {
        self.ring.document_key(scope, document, key).is_some()
    }

    /// What lies in an entry of the only space; nothing where these keys do not open it.
    #[must_use]
    pub fn opened(&self, relay: &SimulatedRelay, bytes: &[u8]) -> Option<Body> {
        let space = &relay.books.values().next()?.space;
        let entry = Entry::decode(bytes).ok()?;
        let claims = &entry.header.claims;
        let signing = space.membership.device(claims.device).ok()?.signing;
        let key = self.ring.document_key(claims.scope, claims.document, claims.key)?;
        entry.verify(&signing).ok()?.open(&key).ok()
    }

    /// The newest of this device's keys of a scope that is still good; an old one where there is none.
    fn key(&self, space: &Space, scope: ScopeId) -> KeyId {
        let sharing = &space.scopes.get(&scope).expect("a scope").sharing;
        let keys = || self.ring.scope_keys(scope).map(|key| key.id);
        let good = keys().find(|key| sharing.takes_key(*key, &space.membership));
        good.or_else(|| keys().next()).expect("a key")
    }

    /// An entry with these bytes for changes, as this device's next one; `change` may falsify its claims.
    pub fn entry(
        &mut self,
        relay: &SimulatedRelay,
        (scope, document): (ScopeId, DocumentId),
        bytes: Vec<u8>,
        change: impl FnOnce(&mut Claims),
    ) -> Vec<u8> {
        let book = relay.books.values().next().expect("a space");
        let last: Option<(u64, EntryHash)> = book.last_number(scope, self.device());
        let space = &book.space;
        let mut claims = Claims {
            space: space.id,
            scope,
            document,
            kind: Kind::Change,
            key: self.key(space, scope),
            device: self.device(),
            counter: last.map_or(0, |(counter, _)| counter).saturating_add(1),
            previous: last.map(|(_, entry)| entry),
            abandoned: Vec::new(),
            membership: space.membership.head(),
            sharing: space.scopes.get(&scope).and_then(|scope| scope.sharing.head()).expect("a head"),
        };
        change(&mut claims);
        let key = self.ring.document_key(scope, document, claims.key).expect("a key that is held");
        let body = Body { schema: SCHEMA, heads_before: Vec::new(), heads_after: Vec::new(), bytes: Blob(bytes) };
        entry::seal(claims, &body, &key, self.ring.device(), &mut self.chance).expect("an entry").1
    }

    /// What a snapshot of a document would cover now: the last entry of each device in it.
    #[must_use]
    pub fn covers(relay: &SimulatedRelay, (scope, document): (ScopeId, DocumentId)) -> Vec<Cover> {
        let book = relay.books.values().next().expect("a space");
        let mut covers: BTreeMap<DeviceId, Cover> = BTreeMap::new();
        for entry in book.line.values().filter_map(|line| Entry::decode(line.bytes()).ok()) {
            let claims = &entry.header.claims;
            if (claims.scope, claims.document) == (scope, document) {
                let (device, counter) = (claims.device, claims.counter);
                covers.insert(device, Cover { device, counter, entry: entry.hash() });
            }
        }
        covers.into_values().collect()
    }

    /// A snapshot in one part, of these bytes, that says to cover all that is there.
    pub fn snapshot(&mut self, relay: &SimulatedRelay, place: (ScopeId, DocumentId), bytes: Vec<u8>) -> Vec<u8> {
        let covers = Self::covers(relay, place);
        self.entry(relay, place, bytes, |claims| claims.kind = Kind::Snapshot { covers, part: 0, parts: 1 })
    }

    /// An ack of a snapshot in one part.
    pub fn ack(&mut self, relay: &SimulatedRelay, place: (ScopeId, DocumentId), snapshot: &[u8]) -> Vec<u8> {
        let snapshot = vec![EntryHash::of(snapshot)];
        self.entry(relay, place, Vec::new(), |claims| claims.kind = Kind::Ack { snapshot, complete: true })
    }

    /// The next record of the membership log, signed by this device, whether it may or not.
    pub fn record(&mut self, relay: &SimulatedRelay, change: MembershipChange) -> Vec<u8> {
        let space = &relay.books.values().next().expect("a space").space;
        let content = MembershipContent::next(space.id, space.membership.head(), self.device(), change);
        let record: MembershipRecord = Signed::sign(content, self.ring.device()).expect("a record");
        record.bytes().to_vec()
    }
}
