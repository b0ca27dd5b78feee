//! The keys that this device holds in a space, and what it opens and makes with them.

use std::collections::BTreeMap;

use protocol::{
    device::{DeviceKeys, PersonKeys, SealingPublic},
    id::{DocumentId, KeyId, PersonId, ScopeId},
    key::{
        DocumentKey, Heads, ScopeKey, SpaceKey,
        content::Opened,
        key_box::KeyBox,
        wrap::{Recipient, What, Wrap, WrapError},
    },
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The keys of one device in one space.
pub struct Ring {
    device: DeviceKeys,
    /// The same device with the key that things will be sealed to, once the log says so.
    next: Option<DeviceKeys>,
    people: BTreeMap<KeyId, (PersonKeys, Heads)>,
    space: BTreeMap<KeyId, SpaceKey>,
    scopes: BTreeMap<(ScopeId, KeyId), ScopeKey>,
    documents: BTreeMap<(ScopeId, DocumentId, KeyId), DocumentKey>,
}

/// A key in the form in which the device's encrypted store keeps it.
pub struct HeldKey {
    /// A name of its own: what the key is of, hashed.
    pub name: [u8; 32],
    /// The scope, where it opens one scope only.
    pub scope: Option<ScopeId>,
    /// What [`Ring::put`] reads. Secret.
    pub bytes: Zeroizing<Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
enum Kept {
    Person(PersonId, KeyId, Heads, [u8; 32]),
    Space(KeyId, Heads, [u8; 32]),
    Scope(ScopeId, KeyId, Heads, [u8; 32]),
    Document(ScopeId, DocumentId, KeyId, Heads, [u8; 32], [u8; 32]),
    Next([u8; 32]),
}

/// A kept key that cannot be read: the store is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a kept key cannot be read")]
pub struct UnreadableKey;

impl Ring {
    /// With the device's own keys and no other.
    #[must_use]
    pub const fn new(device: DeviceKeys) -> Self {
        Self {
            device,
            next: None,
            people: BTreeMap::new(),
            space: BTreeMap::new(),
            scopes: BTreeMap::new(),
            documents: BTreeMap::new(),
        }
    }

    /// The device's own keys.
    #[must_use]
    pub const fn device(&self) -> &DeviceKeys {
        &self.device
    }

    /// Puts a kept key back.
    ///
    /// # Errors
    ///
    /// [`UnreadableKey`].
    pub fn put(&mut self, kept: &[u8]) -> Result<(), UnreadableKey> {
        match postcard::from_bytes(kept).map_err(|_| UnreadableKey)? {
            Kept::Person(person, key, heads, seed) => {
                self.people.insert(key, (PersonKeys::from_seed(person, key, Zeroizing::new(seed)), heads));
            }
            Kept::Space(id, heads, secret) => {
                self.space.insert(id, SpaceKey::from_secret(id, heads, Zeroizing::new(secret)));
            }
            Kept::Scope(scope, id, heads, secret) => {
                self.scopes.insert((scope, id), ScopeKey::from_secret(id, scope, heads, Zeroizing::new(secret)));
            }
            Kept::Document(scope, document, id, heads, sealing, commitment) => {
                let secrets = (Zeroizing::new(sealing), Zeroizing::new(commitment));
                let key = DocumentKey::from_secrets(id, (scope, document), heads, secrets);
                self.documents.insert((scope, document, id), key);
            }
            Kept::Next(sealing) => self.next = Some(self.device.renewed(&Zeroizing::new(sealing))),
        }
        Ok(())
    }

    /// This device with the key that things will be sealed to, where one was made.
    #[must_use]
    pub const fn next(&self) -> Option<&DeviceKeys> {
        self.next.as_ref()
    }

    /// Takes 32 bytes for the key that things will be sealed to. To be kept before the log hears of it.
    pub(crate) fn add_next(&mut self, sealing: &Zeroizing<[u8; 32]>) -> HeldKey {
        self.next = Some(self.device.renewed(sealing));
        held(&Kept::Next(**sealing), None)
    }

    /// The log says that things are sealed to the next key: the one before is gone. Gives what the device is made from now, and the
    /// name under which the key was kept.
    pub(crate) fn take_next(&mut self) -> Option<(Zeroizing<[u8; 64]>, [u8; 32])> {
        self.device = self.next.take()?;
        Some((self.device.seed().clone(), name(&NEXT)))
    }

    /// Drops the space keys that are `old`, and gives the names under which they were kept.
    pub(crate) fn drop_spaces(&mut self, old: impl Fn(KeyId) -> bool) -> Vec<[u8; 32]> {
        self.space.extract_if(.., |key, _| old(*key)).map(|(key, _)| name(&(SPACE, key))).collect()
    }

    /// Drops the person's keys that are `old`, and gives the names under which they were kept.
    pub(crate) fn drop_people(&mut self, old: impl Fn(KeyId) -> bool) -> Vec<[u8; 32]> {
        self.people.extract_if(.., |key, _| old(*key)).map(|(key, _)| name(&(PERSON, key))).collect()
    }

    /// The names under which keys are kept that no log names, with the next key of this device unless the log names that.
    pub(crate) fn unnamed(
        &self,
        is_named: impl Fn(What, KeyId) -> bool,
        is_next: impl Fn(SealingPublic) -> bool,
    ) -> Vec<[u8; 32]> {
        let person = self.device.person;
        let people = self.people.keys().filter(|key| !is_named(What::Person(person), **key));
        let spaces = self.space.keys().filter(|key| !is_named(What::Space, **key));
        let scopes = self.scopes.keys().filter(|(scope, key)| !is_named(What::Scope(*scope), *key));
        let documents = self.documents.keys();
        let documents = documents.filter(|(scope, document, key)| !is_named(What::Document(*scope, *document), *key));
        let next = self.next.iter().filter(|next| !is_next(next.sealing()));
        let mut names: Vec<[u8; 32]> = people.map(|key| name(&(PERSON, key))).collect();
        names.extend(spaces.map(|key| name(&(SPACE, key))));
        names.extend(scopes.map(|(scope, key)| name(&(SCOPE, scope, key))));
        names.extend(documents.map(|(scope, document, key)| name(&(DOCUMENT, scope, document, key))));
        names.extend(next.map(|_| name(&NEXT)));
        names
    }

    /// Takes a person's key of this device's person.
    pub fn add_person(&mut self, keys: PersonKeys, heads: Heads) -> HeldKey {
        let held = held(&Kept::Person(keys.person, keys.key, heads, **keys.seed()), None);
        self.people.insert(keys.key, (keys, heads));
        held
    }

    /// Takes a space key.
    pub fn add_space(&mut self, key: SpaceKey) -> HeldKey {
        let held = held(&Kept::Space(key.id, key.heads, **key.secret()), None);
        self.space.insert(key.id, key);
        held
    }

    /// Takes a scope key.
    pub fn add_scope(&mut self, key: ScopeKey) -> HeldKey {
        let held = held(&Kept::Scope(key.scope, key.id, key.heads, **key.secret()), Some(key.scope));
        self.scopes.insert((key.scope, key.id), key);
        held
    }

    /// A space key.
    #[must_use]
    pub fn space_key(&self, key: KeyId) -> Option<&SpaceKey> {
        self.space.get(&key)
    }

    /// All space keys held.
    pub fn space_keys(&self) -> impl Iterator<Item = &SpaceKey> {
        self.space.values()
    }

    /// All keys held of the device's person, with where the logs stood when each was made.
    pub fn person_keys(&self) -> impl Iterator<Item = (&PersonKeys, Heads)> {
        self.people.values().map(|(keys, heads)| (keys, *heads))
    }

    /// The keys of a scope.
    pub fn scope_keys(&self, scope: ScopeId) -> impl Iterator<Item = &ScopeKey> {
        let (first, last) = ((scope, KeyId([0; 16])), (scope, KeyId([u8::MAX; 16])));
        self.scopes.range(first..=last).map(|(_, key)| key)
    }

    /// Whether anything is held of a key of a scope: the key, or a document key made from it.
    #[must_use]
    pub fn has(&self, scope: ScopeId, key: KeyId) -> bool {
        self.scopes.contains_key(&(scope, key)) || self.documents.keys().any(|(of, _, id)| (*of, *id) == (scope, key))
    }

    /// What opens a document's entries under a scope key.
    #[must_use]
    pub fn document_key(&self, scope: ScopeId, document: DocumentId, key: KeyId) -> Option<DocumentKey> {
        if let Some(key) = self.scopes.get(&(scope, key)) {
            return Some(key.document(document));
        }
        let key = self.documents.get(&(scope, document, key))?;
        let (sealing, commitment) = key.secrets();
        Some(DocumentKey::from_secrets(key.id, (scope, document), key.heads, (sealing.clone(), commitment.clone())))
    }

    /// The keys of single documents of a scope.
    pub fn document_keys(&self, scope: ScopeId) -> impl Iterator<Item = &DocumentKey> {
        self.documents.iter().filter(move |((of, ..), _)| *of == scope).map(|(_, key)| key)
    }

    /// Holds, in the place of a key of a scope, what follows from it for these documents. Gives what is to be kept, and the name
    /// under which the key was.
    pub(crate) fn split(
        &mut self,
        scope: ScopeId,
        key: KeyId,
        documents: &[DocumentId],
    ) -> (Vec<HeldKey>, Option<[u8; 32]>) {
        let Some(key) = self.scopes.remove(&(scope, key)) else { return (Vec::new(), None) };
        let parts = documents.iter().map(|document| self.add_document(key.document(*document))).collect();
        (parts, Some(name(&(SCOPE, scope, key.id))))
    }

    /// Drops the keys of single documents of a scope that are `gone`, and gives the names under which they were kept.
    pub(crate) fn drop_documents(&mut self, scope: ScopeId, gone: impl Fn(DocumentId) -> bool) -> Vec<[u8; 32]> {
        let dropped = self.documents.extract_if(.., |(of, document, _), _| *of == scope && gone(*document));
        dropped.map(|((scope, document, key), _)| name(&(DOCUMENT, scope, document, key))).collect()
    }

    fn add_document(&mut self, key: DocumentKey) -> HeldKey {
        let (sealing, commitment) = key.secrets();
        let kept = Kept::Document(key.scope, key.document, key.id, key.heads, **sealing, **commitment);
        let held = held(&kept, Some(key.scope));
        self.documents.insert((key.scope, key.document, key.id), key);
        held
    }

    /// Forgets every key of a scope.
    pub fn forget_scope(&mut self, scope: ScopeId) {
        self.scopes.retain(|(of, _), _| *of != scope);
        self.documents.retain(|(of, ..), _| *of != scope);
    }

    /// Opens what is for this device in a box, is named in a log and was not held before: `named` says under which heads a key was
    /// made, and nothing for keys that no record names. What does not fit is left out: boxes are made by members, and members can
    /// make mistakes.
    pub fn open(&mut self, keys: &KeyBox, named: impl Fn(What, KeyId) -> Option<Named>) -> Vec<HeldKey> {
        let mut found = Vec::new();
        let mut left: Vec<&Wrap> = keys.wraps.iter().collect();
        // A wrap may be under a key that another wrap holds, so it goes on as long as one more opens.
        loop {
            let before = left.len();
            left.retain(|wrap| match self.open_wrap(wrap) {
                Ok(opened) => {
                    found.extend(self.take(&opened, &named));
                    false
                }
                Err(_) => true,
            });
            if left.len() == before {
                return found;
            }
        }
    }

    pub(crate) fn open_wrap(&self, wrap: &Wrap) -> Result<Opened, WrapError> {
        match wrap.recipient {
            Recipient::SpaceKey(key) => wrap.open_under(self.space.get(&key).ok_or(WrapError::NotThis)?),
            Recipient::Person(_, key) => wrap.open_as_person(&self.people.get(&key).ok_or(WrapError::NotThis)?.0),
            Recipient::Device(_) => match &self.next {
                Some(next) => wrap.open_as_device(&self.device).or_else(|_| wrap.open_as_device(next)),
                None => wrap.open_as_device(&self.device),
            },
        }
    }

    fn holds(&self, what: What, key: KeyId) -> bool {
        match what {
            What::Space => self.space.contains_key(&key),
            What::Scope(scope) => self.scopes.contains_key(&(scope, key)),
            What::Document(scope, document) => self.documents.contains_key(&(scope, document, key)),
            What::Person(_) => self.people.contains_key(&key),
            // No key.
            What::Changes(..) => false,
        }
    }

    fn take(&mut self, opened: &Opened, named: &impl Fn(What, KeyId) -> Option<Named>) -> Option<HeldKey> {
        let binding = opened.binding;
        if self.holds(binding.what, binding.key) {
            return None;
        }
        let stands = named(binding.what, binding.key)?;
        if let Named::Made(heads) = stands
            && heads != binding.heads
        {
            return None;
        }
        match binding.what {
            What::Space => Some(self.add_space(opened.space_key().ok()?)),
            What::Scope(_) => Some(self.add_scope(opened.scope_key().ok()?)),
            What::Document(..) => Some(self.add_document(opened.document_key().ok()?)),
            What::Person(person) if person == self.device.person => {
                let keys = opened.person_keys().ok()?;
                let fits = matches!(stands, Named::Person(public) if public == keys.card().sealing);
                fits.then(|| self.add_person(keys, binding.heads))
            }
            What::Person(_) | What::Changes(..) => None,
        }
    }
}

/// What a log says of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// Under which heads it was made.
    Made(Heads),
    /// The public half of a person's key.
    Person(SealingPublic),
}

fn held(kept: &Kept, scope: Option<ScopeId>) -> HeldKey {
    let name = match kept {
        Kept::Person(_, key, ..) => name(&(PERSON, key)),
        Kept::Space(key, ..) => name(&(SPACE, key)),
        Kept::Scope(scope, key, ..) => name(&(SCOPE, scope, key)),
        Kept::Document(scope, document, key, ..) => name(&(DOCUMENT, scope, document, key)),
        Kept::Next(_) => name(&NEXT),
    };
    // Postcard fails on what has no length only.
    HeldKey { name, scope, bytes: Zeroizing::new(postcard::to_allocvec(kept).unwrap_or_default()) }
}

/// What the names of keys begin with, so that no two are the same.
const PERSON: u8 = 0;
const SPACE: u8 = 1;
const SCOPE: u8 = 2;
const DOCUMENT: u8 = 3;
const NEXT: u8 = 4;

fn name(of: &impl Serialize) -> [u8; 32] {
    protocol::id::Hash::of(&postcard::to_allocvec(of).unwrap_or_default()).0
}
