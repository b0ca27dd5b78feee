//! An entry: what one device wrote in one document, sealed, signed, and labelled with what a relay must know.
//!
//! ```text
//! header (version, claims, nonce, commitment) ‖ length ‖ sealed body ‖ signature, 64 bytes
//! ```

pub mod body;
pub mod header;
pub mod padding;

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    device::DeviceKeys,
    encode::{Blob, DecodeError, check_version, decode, decode_front, encode},
    id::{self, EntryHash},
    key::{self, DocumentKey},
    limit::ENTRY_BYTES_MAX,
    signature::{Context, Signature, SignatureError, SigningPublic},
};
use body::Body;
use header::{Claims, Header};

/// The version of entries written here.
pub const VERSION: u8 = 1;

/// In front of a nonce: what a key commits to.
const COMMITMENT: &[u8] = b"wijkweb/1 commitment";

/// An entry cannot be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// The bytes are no entry of a version known here. [`DecodeError::UnknownVersion`] is to be kept for later.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// Not signed by this device.
    #[error(transparent)]
    Signature(#[from] SignatureError),
    /// The key is another scope key's, or another document's, than the header names.
    #[error("the entry is under another key")]
    OtherKey,
    /// The key is not the one that the writer committed to.
    #[error("the key is not the one the entry commits to")]
    Commitment,
    /// Touched, or not sealed with this key.
    #[error("the entry does not open")]
    DoesNotOpen,
    /// What is inside is over a limit, or not padded as it should be.
    #[error("what the entry holds is not as it should be")]
    Inside,
    /// Larger than an entry may be, so it is not made.
    #[error("the entry would be too large")]
    TooLarge,
}

/// An entry as it came, taken apart but not trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What can be read without a key.
    pub header: Header,
    header_bytes: Vec<u8>,
    sealed: Vec<u8>,
    signature: Signature,
    hash: EntryHash,
}

/// An entry whose signature was checked. Only this can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedEntry(Entry);

/// The bytes of a new entry under these claims, and its identity.
///
/// Seal once and keep the bytes: sending again means sending the same bytes, so that the relay sees it is the same entry.
///
/// # Errors
///
/// [`EntryError::OtherKey`] when the key is not the claimed one, [`EntryError::Signature`] when the device is not the claimed one,
/// [`EntryError::Inside`] when claims or body are over a limit, [`EntryError::TooLarge`].
pub fn seal(
    claims: Claims,
    body: &Body,
    key: &DocumentKey,
    device: &DeviceKeys,
    rng: &mut impl CryptoRng,
) -> Result<(EntryHash, Vec<u8>), EntryError> {
    if !claims.are_under(key) {
        return Err(EntryError::OtherKey);
    }
    if claims.device != device.device {
        return Err(EntryError::Signature(SignatureError));
    }
    if !claims.are_within_limits() || !body.is_within_limits() {
        return Err(EntryError::Inside);
    }
    let nonce = id::random(rng);
    let header = Header { version: VERSION, claims, nonce, commitment: commitment(key, &nonce) };
    let header_bytes = encode(&header);
    let padded = padding::pad(&encode(body)).ok_or(EntryError::TooLarge)?;
    let sealed = key::seal(&key.sealing, &nonce, &header_bytes, &padded).ok_or(EntryError::TooLarge)?;
    let signature = device.sign(Context::Entry, &signed(&header_bytes, &sealed));
    let bytes = [header_bytes, encode(&Blob(sealed)), signature.0.to_vec()].concat();
    if bytes.len() > ENTRY_BYTES_MAX {
        return Err(EntryError::TooLarge);
    }
    Ok((EntryHash::of(&bytes), bytes))
}

impl Entry {
    /// The entry of these bytes: length, version, form and limits are checked, nothing that needs a key.
    ///
    /// # Errors
    ///
    /// [`DecodeError`]. Bytes of an [unknown version](DecodeError::UnknownVersion) are to be kept, not dropped.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > ENTRY_BYTES_MAX {
            return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max: ENTRY_BYTES_MAX });
        }
        check_version(bytes, VERSION)?;
        let (content, signature) = bytes.split_last_chunk().ok_or(DecodeError::Malformed)?;
        let (header, rest) = decode_front::<Header>(content, ENTRY_BYTES_MAX)?;
        let header_bytes = content.strip_suffix(rest).ok_or(DecodeError::Malformed)?.to_vec();
        let Blob(sealed) = decode(rest, ENTRY_BYTES_MAX)?;
        if !header.claims.are_within_limits() || !padding::may_be_sealed_length(sealed.len()) {
            return Err(DecodeError::Malformed);
        }
        Ok(Self { header, header_bytes, sealed, signature: Signature(*signature), hash: EntryHash::of(bytes) })
    }

    /// The identity of the entry.
    #[must_use]
    pub const fn hash(&self) -> EntryHash {
        self.hash
    }

    /// The entry again, once it is known that its device has signed it.
    ///
    /// Before this, ask the logs whether the device may write here at all: that costs less.
    ///
    /// # Errors
    ///
    /// [`SignatureError`].
    pub fn verify(self, device: &SigningPublic) -> Result<VerifiedEntry, SignatureError> {
        device.verify(Context::Entry, &signed(&self.header_bytes, &self.sealed), &self.signature)?;
        Ok(VerifiedEntry(self))
    }
}

impl VerifiedEntry {
    /// What can be read without a key.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.0.header
    }

    /// The identity of the entry.
    #[must_use]
    pub const fn hash(&self) -> EntryHash {
        self.0.hash
    }

    /// What was written. Checks the key's name, then its commitment, the seal, the padding, and the limits of what is inside.
    ///
    /// # Errors
    ///
    /// [`EntryError`], all but the first two; [`EntryError::Decode`] when what is inside has no form.
    pub fn open(&self, key: &DocumentKey) -> Result<Body, EntryError> {
        let Header { claims, nonce, commitment: committed, .. } = &self.0.header;
        if !claims.are_under(key) {
            return Err(EntryError::OtherKey);
        }
        // Both sides are public, so it does not matter how long comparing takes.
        if commitment(key, nonce) != *committed {
            return Err(EntryError::Commitment);
        }
        let padded: Zeroizing<Vec<u8>> =
            key::open(&key.sealing, nonce, &self.0.header_bytes, &self.0.sealed).ok_or(EntryError::DoesNotOpen)?;
        Body::from_padded(&padded)
    }
}

/// What is signed: the header as it is, and the hash of the sealed body.
fn signed(header: &[u8], sealed: &[u8]) -> Vec<u8> {
    [header, blake3::hash(sealed).as_bytes()].concat()
}

/// XChaCha20-Poly1305 does not commit to its key: bytes can be made that open under two. This does.
fn commitment(key: &DocumentKey, nonce: &[u8; 24]) -> [u8; 32] {
    *blake3::Hasher::new_keyed(&key.commitment).update(COMMITMENT).update(nonce).finalize().as_bytes()
}
