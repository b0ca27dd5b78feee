//! A record of a log: content and the signature of one device, as bytes that never change again.

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    device::DeviceKeys,
    encode::{DecodeError, check_version, decode, encode},
    id::RecordHash,
    limit::RECORD_BYTES_MAX,
    signature::{Context, Signature, SignatureError, SigningPublic},
};

/// The version of records written here: the first byte of every content.
pub const VERSION: u8 = 1;

/// What a record says. Its first field is the version, one byte.
pub trait Content: Serialize + DeserializeOwned {
    /// What its signature is for.
    const CONTEXT: Context;
}

/// A record: its content, then 64 bytes of signature. Its identity is the BLAKE3 of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed<T> {
    content: T,
    bytes: Vec<u8>,
    hash: RecordHash,
}

impl<T: Content> Signed<T> {
    /// This content, signed.
    ///
    /// # Errors
    ///
    /// [`DecodeError::TooLong`] above 1 MiB.
    pub fn sign(content: T, device: &DeviceKeys) -> Result<Self, DecodeError> {
        let mut bytes = encode(&content);
        bytes.extend(device.sign(T::CONTEXT, &bytes).0);
        if bytes.len() > RECORD_BYTES_MAX {
            return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max: RECORD_BYTES_MAX });
        }
        let hash = RecordHash::of(&bytes);
        Ok(Self { content, bytes, hash })
    }

    /// The record of these bytes. Length, version and form are checked; the signature is not.
    ///
    /// # Errors
    ///
    /// [`DecodeError`]. A log cannot be followed past a record of an [unknown version](DecodeError::UnknownVersion).
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > RECORD_BYTES_MAX {
            return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max: RECORD_BYTES_MAX });
        }
        check_version(bytes, VERSION)?;
        let (content, _) = bytes.split_last_chunk::<64>().ok_or(DecodeError::Malformed)?;
        let content = decode(content, RECORD_BYTES_MAX)?;
        Ok(Self { content, bytes: bytes.to_vec(), hash: RecordHash::of(bytes) })
    }

    /// What it says.
    #[must_use]
    pub const fn content(&self) -> &T {
        &self.content
    }

    /// All its bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its identity.
    #[must_use]
    pub const fn hash(&self) -> RecordHash {
        self.hash
    }

    /// Whether this key has signed it.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if not.
    pub fn verify(&self, device: &SigningPublic) -> Result<(), SignatureError> {
        let (content, signature) = self.bytes.split_last_chunk().ok_or(SignatureError)?;
        device.verify(T::CONTEXT, content, &Signature(*signature))
    }
}
