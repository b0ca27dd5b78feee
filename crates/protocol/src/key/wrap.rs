//! One key, closed up for one reader: under the space key, or sealed to a person or a device.
//!
//! A wrap says what is in it and for whom. All of that is authenticated along, so no wrap can stand in for another: not in
//! another space, scope or document, not under another key's id, not from another moment of the logs. Who made it is not
//! authenticated here: a signed record names the hash of the box that the wrap lies in.

use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256, kem::X25519HkdfSha256,
    single_shot_open, single_shot_seal_with_rng,
};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{
    Heads, SpaceKey,
    content::{Content, Opened},
};
use crate::{
    device::{DeviceKeys, PersonCard, PersonKeys, SealingPrivate, SealingPublic},
    encode::{Blob, encode},
    id::{self, DeviceId, DocumentId, KeyId, PersonId, ScopeId, SpaceId},
};

/// Authenticated along with a wrap under a space key, before the rest.
const UNDER_SPACE_KEY: &[u8] = b"wijkweb/1 wrap under space key\0";
/// The info of a wrap that is sealed with HPKE, before the rest.
const SEALED: &[u8] = b"wijkweb/1 wrap sealed\0";

/// What is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum What {
    /// A space key: 32 bytes.
    Space,
    /// The key of a scope: 32 bytes.
    Scope(ScopeId),
    /// The two keys of one document: 64 bytes, sealing first.
    Document(ScopeId, DocumentId),
    /// The key of a person, for that person's devices: the 32 bytes that it is derived from.
    Person(PersonId),
    /// No key, but a change of a document that a former reader hands in, as the document's own format has it.
    Changes(ScopeId, DocumentId),
}

/// What a wrap is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Binding {
    /// In which space.
    pub space: SpaceId,
    /// What is in it.
    pub what: What,
    /// The id of the key in it; of handed-in changes, a random one.
    pub key: KeyId,
    /// Where the logs stood when it was made.
    pub heads: Heads,
}

/// For whom a wrap is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Recipient {
    /// Whoever has this space key.
    SpaceKey(KeyId),
    /// Whoever has this key of this person: the person's devices.
    Person(PersonId, KeyId),
    /// This device.
    Device(DeviceId),
}

/// A wrapped key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// What is in it.
    pub binding: Binding,
    /// Who can open it.
    pub recipient: Recipient,
    /// Under a space key: 24 bytes of nonce, then the key sealed. To a person or device: 32 bytes of encapsulated key, then the
    /// key sealed. Sealed is 16 bytes longer than the key.
    pub sealed: Blob,
}

/// A wrap could not be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrapError {
    /// Made for another reader or another key than it was tried with.
    #[error("the wrap is for another reader or holds another key")]
    NotThis,
    /// Touched, cut off, or not made with this key.
    #[error("the wrap does not open")]
    DoesNotOpen,
    /// The public key of the reader is no key.
    #[error("the reader's public key is no key")]
    NoKey,
    /// A change that is longer than one may be.
    #[error("the change is too long")]
    TooLong,
}

impl Wrap {
    /// The key of a scope (or an older space key) for whoever has this space key.
    ///
    /// # Errors
    ///
    /// [`WrapError::TooLong`]; [`WrapError::NoKey`] stands for what the libraries do not rule out.
    pub fn under(
        space: SpaceId,
        space_key: &SpaceKey,
        content: Content<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, WrapError> {
        let secret = content.secret()?;
        let binding = content.binding(space);
        let recipient = Recipient::SpaceKey(space_key.id);
        let nonce: [u8; 24] = id::random(rng);
        let about = about(UNDER_SPACE_KEY, &binding, &recipient);
        let wrapping = space_key.wrapping().ok_or(WrapError::NoKey)?;
        let sealed = super::seal(&wrapping, &nonce, &about, &secret).ok_or(WrapError::NoKey)?;
        Ok(Self { binding, recipient, sealed: Blob([nonce.to_vec(), sealed].concat()) })
    }

    /// A key for a person, to open with any of that person's devices.
    ///
    /// # Errors
    ///
    /// [`WrapError::NoKey`], [`WrapError::TooLong`].
    pub fn to_person(
        space: SpaceId,
        to: &PersonCard,
        content: Content<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, WrapError> {
        Self::sealed(space, Recipient::Person(to.person, to.key), &to.sealing, content, rng)
    }

    /// A key for one device.
    ///
    /// # Errors
    ///
    /// [`WrapError::NoKey`], [`WrapError::TooLong`].
    pub fn to_device(
        space: SpaceId,
        to: DeviceId,
        sealing: &SealingPublic,
        content: Content<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, WrapError> {
        Self::sealed(space, Recipient::Device(to), sealing, content, rng)
    }

    fn sealed(
        space: SpaceId,
        recipient: Recipient,
        to: &SealingPublic,
        content: Content<'_>,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, WrapError> {
        let to = to.key().ok_or(WrapError::NoKey)?;
        let secret = content.secret()?;
        let binding = content.binding(space);
        let about = about(SEALED, &binding, &recipient);
        let (encapsulated, sealed) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &to,
            &about,
            &secret,
            &about,
            rng,
        )
        .map_err(|_| WrapError::NoKey)?;
        Ok(Self { binding, recipient, sealed: Blob([encapsulated.to_bytes().to_vec(), sealed].concat()) })
    }

    /// What is in it, with the space key it is under.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`], [`WrapError::DoesNotOpen`].
    pub fn open_under(&self, space_key: &SpaceKey) -> Result<Opened, WrapError> {
        if self.recipient != Recipient::SpaceKey(space_key.id) {
            return Err(WrapError::NotThis);
        }
        let (nonce, sealed) = self.sealed.0.split_first_chunk().ok_or(WrapError::DoesNotOpen)?;
        let about = about(UNDER_SPACE_KEY, &self.binding, &self.recipient);
        let wrapping = space_key.wrapping().ok_or(WrapError::NoKey)?;
        let secret = super::open(&wrapping, nonce, &about, sealed).ok_or(WrapError::DoesNotOpen)?;
        Ok(Opened::new(self.binding, secret))
    }

    /// What is in it, with the person's key.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`], [`WrapError::DoesNotOpen`].
    pub fn open_as_person(&self, keys: &PersonKeys) -> Result<Opened, WrapError> {
        self.open_sealed(Recipient::Person(keys.person, keys.key), &keys.sealing)
    }

    /// What is in it, with the device's key.
    ///
    /// # Errors
    ///
    /// [`WrapError::NotThis`], [`WrapError::DoesNotOpen`].
    pub fn open_as_device(&self, keys: &DeviceKeys) -> Result<Opened, WrapError> {
        self.open_sealed(Recipient::Device(keys.device), &keys.sealing)
    }

    fn open_sealed(&self, recipient: Recipient, private: &SealingPrivate) -> Result<Opened, WrapError> {
        if self.recipient != recipient {
            return Err(WrapError::NotThis);
        }
        let (encapsulated, sealed) = self.sealed.0.split_at_checked(32).ok_or(WrapError::DoesNotOpen)?;
        let encapsulated = Deserializable::from_bytes(encapsulated).map_err(|_| WrapError::DoesNotOpen)?;
        let about = about(SEALED, &self.binding, &self.recipient);
        let secret = single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            private,
            &encapsulated,
            &about,
            sealed,
            &about,
        )
        .map_err(|_| WrapError::DoesNotOpen)?;
        Ok(Opened::new(self.binding, Zeroizing::new(secret)))
    }
}

fn about(label: &[u8], binding: &Binding, recipient: &Recipient) -> Vec<u8> {
    [label, &encode(&(binding, recipient))].concat()
}
