//! Wraps the database key under a way in, and opens it again.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::key_file::{
    DatabaseKey, KdfCost, KeyFileError, KeyId, Random,
    format::{Slow, Wrapped},
};

/// A way in. Its label goes into the wrapping key and into what is authenticated, so no box opens as another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Passphrase,
    Recovery,
    Remembered,
    Pin,
}

impl Way {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Passphrase => b"wijkweb/1 database wrap by passphrase",
            Self::Recovery => b"wijkweb/1 database wrap",
            Self::Remembered => b"wijkweb/1 database wrap by key store",
            Self::Pin => b"wijkweb/1 database wrap by pin and key store",
        }
    }
}

/// The passphrase in one spelling (NFC): keyboards write the same accented letter in different ways.
pub(super) fn normal(passphrase: &str) -> Zeroizing<String> {
    Zeroizing::new(passphrase.nfc().collect())
}

/// Wraps under a secret that has all its strength in itself.
pub(super) fn quick(way: Way, key: &DatabaseKey, secret: &[u8], random: Random<'_>) -> Wrapped {
    let mut wrapped = Wrapped { salt: [0; 16], nonce: [0; 24], bytes: Vec::new() };
    random(&mut wrapped.salt);
    random(&mut wrapped.nonce);
    wrapped.bytes = sealed(way, key, &wrapping_key(way, &wrapped.salt, secret), &wrapped.nonce);
    wrapped
}

/// Opens what [`quick`] wrapped.
pub(super) fn open_quick(way: Way, id: KeyId, secret: &[u8], wrapped: &Wrapped) -> Result<DatabaseKey, KeyFileError> {
    opened(way, id, &wrapping_key(way, &wrapped.salt, secret), wrapped)
}

/// Wraps under something a person can remember, made slow to guess, mixed with `beside` (a secret of the key store, or nothing).
pub(super) fn slow(
    way: Way,
    key: &DatabaseKey,
    remembered: &[u8],
    beside: &[u8],
    cost: KdfCost,
    random: Random<'_>,
) -> Result<Slow, KeyFileError> {
    let mut wrapped = Wrapped { salt: [0; 16], nonce: [0; 24], bytes: Vec::new() };
    random(&mut wrapped.salt);
    random(&mut wrapped.nonce);
    let secret = stretched(remembered, beside, cost, &wrapped.salt)?;
    wrapped.bytes = sealed(way, key, &wrapping_key(way, &wrapped.salt, &secret), &wrapped.nonce);
    Ok(Slow { cost, wrapped })
}

/// Opens what [`slow`] wrapped.
pub(super) fn open_slow(
    way: Way,
    id: KeyId,
    remembered: &[u8],
    beside: &[u8],
    slow: &Slow,
) -> Result<DatabaseKey, KeyFileError> {
    let secret = stretched(remembered, beside, slow.cost, &slow.wrapped.salt)?;
    opened(way, id, &wrapping_key(way, &slow.wrapped.salt, &secret), &slow.wrapped)
}

fn stretched(
    remembered: &[u8],
    beside: &[u8],
    cost: KdfCost,
    salt: &[u8; 16],
) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
    let mut stretched = Zeroizing::new([0; 32]);
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(stretched.len())).map_err(|_| KeyFileError::Cost)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(remembered, salt, stretched.as_mut_slice())
        .map_err(|_| KeyFileError::Cost)?;
    let mut secret = Zeroizing::new(Vec::with_capacity(stretched.len() + beside.len()));
    secret.extend_from_slice(stretched.as_slice());
    secret.extend_from_slice(beside);
    Ok(secret)
}

fn wrapping_key(way: Way, salt: &[u8; 16], secret: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    // 32 bytes are far below what HKDF-SHA256 can give, so this does not fail; zeros would open nothing.
    let _ = Hkdf::<Sha256>::new(Some(salt), secret).expand(way.label(), key.as_mut_slice());
    key
}

fn authenticated(way: Way, id: KeyId) -> Vec<u8> {
    [way.label(), &id.0].concat()
}

fn sealed(way: Way, key: &DatabaseKey, wrapping: &[u8; 32], nonce: &[u8; 24]) -> Vec<u8> {
    let aad = authenticated(way, key.id());
    let payload = Payload { msg: key.bytes(), aad: &aad };
    // Sealing 32 bytes does not fail; an empty box would open nothing, and reading the file back shows it.
    XChaCha20Poly1305::new(wrapping.into()).encrypt(&XNonce::from(*nonce), payload).unwrap_or_default()
}

fn opened(way: Way, id: KeyId, wrapping: &[u8; 32], wrapped: &Wrapped) -> Result<DatabaseKey, KeyFileError> {
    let aad = authenticated(way, id);
    let payload = Payload { msg: &wrapped.bytes, aad: &aad };
    let bytes = XChaCha20Poly1305::new(wrapping.into())
        .decrypt(&XNonce::from(wrapped.nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| KeyFileError::Wrong)?;
    let key = DatabaseKey::from_bytes(bytes.as_slice().try_into().map_err(|_| KeyFileError::Damaged)?);
    if key.id() == id { Ok(key) } else { Err(KeyFileError::Damaged) }
}
