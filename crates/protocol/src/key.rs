//! The keys that content is under: a space key for the team, scope keys for what one may see, document keys made from those.

pub mod content;
pub mod key_box;
pub mod wrap;

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::id::{self, DocumentId, KeyId, RecordHash, ScopeId};

/// In front of a document's id: the key that seals its entries.
const SEALING: &[u8] = b"wijkweb/1 document sealing key";
/// In front of a document's id: the key that commits to the sealing key.
const COMMITMENT: &[u8] = b"wijkweb/1 document commitment key";
/// The key that wraps other keys, made from a space key.
const WRAPPING: &[u8] = b"wijkweb/1 space wrapping key";

/// 32 secret bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// Where the logs stood when a key was made: nobody who was removed or whose basis was withdrawn before that may get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Heads {
    /// The head of the space's membership log.
    pub membership: RecordHash,
    /// The head of the scope's sharing log. None for what belongs to no scope, and before a scope's first record.
    pub sharing: Option<RecordHash>,
}

/// The key of the whole team: wraps the keys of scopes that the team may read.
pub struct SpaceKey {
    /// Which one. Every rotation makes a new one.
    pub id: KeyId,
    /// Where the logs stood when it was made.
    pub heads: Heads,
    pub(crate) secret: Secret,
}

/// The key of one scope. A scope has several in its life, and may have several at a time.
pub struct ScopeKey {
    /// Which one.
    pub id: KeyId,
    /// Of which scope.
    pub scope: ScopeId,
    /// Where the logs stood when it was made.
    pub heads: Heads,
    pub(crate) secret: Secret,
}

/// What the entries of one document are sealed with under one scope key. Does not lead back to the scope key, so it can be
/// given to a helper who may read one document only.
pub struct DocumentKey {
    /// The scope key that it comes from.
    pub id: KeyId,
    /// The scope that the document is in.
    pub scope: ScopeId,
    /// The document.
    pub document: DocumentId,
    /// Where the logs stood when the scope key was made.
    pub heads: Heads,
    pub(crate) sealing: Secret,
    pub(crate) commitment: Secret,
}

impl SpaceKey {
    /// A new key.
    #[must_use]
    pub fn generate(heads: Heads, rng: &mut impl CryptoRng) -> Self {
        Self { id: KeyId::random(rng), heads, secret: Zeroizing::new(id::random(rng)) }
    }

    /// A key that was kept.
    #[must_use]
    pub const fn from_secret(id: KeyId, heads: Heads, secret: Secret) -> Self {
        Self { id, heads, secret }
    }

    /// Its bytes. For the encrypted store of the device itself, nothing else.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The key that encrypts and authenticates wraps.
    pub(crate) fn wrapping(&self) -> Option<Secret> {
        derive(&self.secret, &[WRAPPING])
    }
}

impl ScopeKey {
    /// A new key.
    #[must_use]
    pub fn generate(scope: ScopeId, heads: Heads, rng: &mut impl CryptoRng) -> Self {
        Self { id: KeyId::random(rng), scope, heads, secret: Zeroizing::new(id::random(rng)) }
    }

    /// A key that was kept.
    #[must_use]
    pub const fn from_secret(id: KeyId, scope: ScopeId, heads: Heads, secret: Secret) -> Self {
        Self { id, scope, heads, secret }
    }

    /// Its bytes. For the encrypted store of the device itself, nothing else.
    #[must_use]
    pub const fn secret(&self) -> &Secret {
        &self.secret
    }

    /// The key of one document.
    #[must_use]
    pub fn document(&self, document: DocumentId) -> DocumentKey {
        // 32 bytes are far below what HKDF-SHA256 can give, so this never takes the other way; if it did, nothing would open.
        let derived = |label| derive(&self.secret, &[label, &document.0]).unwrap_or_default();
        let (sealing, commitment) = (derived(SEALING), derived(COMMITMENT));
        DocumentKey { id: self.id, scope: self.scope, document, heads: self.heads, sealing, commitment }
    }
}

impl DocumentKey {
    /// A key that was kept.
    #[must_use]
    pub fn from_secrets(
        id: KeyId,
        (scope, document): (ScopeId, DocumentId),
        heads: Heads,
        (sealing, commitment): (Secret, Secret),
    ) -> Self {
        Self { id, scope, document, heads, sealing, commitment }
    }

    /// Its bytes: what seals, and what commits. For the encrypted store of the device itself, nothing else.
    #[must_use]
    pub const fn secrets(&self) -> (&Secret, &Secret) {
        (&self.sealing, &self.commitment)
    }
}

fn derive(secret: &Secret, info: &[&[u8]]) -> Option<Secret> {
    let mut key = Secret::default();
    Hkdf::<Sha256>::new(None, secret.as_slice()).expand_multi_info(info, key.as_mut_slice()).ok()?;
    Some(key)
}

/// XChaCha20-Poly1305: the bytes sealed, 16 longer.
pub(crate) fn seal(key: &Secret, nonce: &[u8; 24], about: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    cipher.encrypt(&XNonce::from(*nonce), Payload { msg: bytes, aad: about }).ok()
}

/// What [`seal`] has sealed, if nothing was touched.
pub(crate) fn open(key: &Secret, nonce: &[u8; 24], about: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: about }).ok().map(Zeroizing::new)
}
