//! Signatures: Ed25519 over a context and the bytes, so that what was signed for one thing is never valid for another.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is signed. Each has a string of its own in front of the signed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// A device says which person it belongs to and which keys it has.
    Card,
    /// A record of a membership log.
    Membership,
    /// A record of a sharing log.
    Sharing,
    /// A second person agrees to an erasure.
    Erasure,
    /// An entry.
    Entry,
    /// An answer to a relay's challenge.
    Challenge,
}

impl Context {
    /// Every context.
    pub const ALL: [Self; 6] =
        [Self::Card, Self::Membership, Self::Sharing, Self::Erasure, Self::Entry, Self::Challenge];

    /// The string, without the zero byte that ends it in what is signed.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Card => "wijkweb/1 sign card",
            Self::Membership => "wijkweb/1 sign membership record",
            Self::Sharing => "wijkweb/1 sign sharing record",
            Self::Erasure => "wijkweb/1 sign erasure",
            Self::Entry => "wijkweb/1 sign entry",
            Self::Challenge => "wijkweb/1 sign challenge",
        }
    }

    fn message(self, bytes: &[u8]) -> Vec<u8> {
        [self.label().as_bytes(), &[0], bytes].concat()
    }
}

/// An Ed25519 signature, 64 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature(pub [u8; 64]);

/// The signature is not of this key, over these bytes, in this context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit")]
pub struct SignatureError;

/// The public half of a device's signing key: 32 bytes, an Ed25519 point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SigningPublic(pub [u8; 32]);

impl SigningPublic {
    /// Whether this key has signed these bytes in this context.
    ///
    /// Strict: keys of small order and signatures that could be written in another way are refused.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if not, or if the key is no key.
    pub fn verify(&self, context: Context, bytes: &[u8], signature: &Signature) -> Result<(), SignatureError> {
        let key = VerifyingKey::from_bytes(&self.0).map_err(|_| SignatureError)?;
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        key.verify_strict(&context.message(bytes), &signature).map_err(|_| SignatureError)
    }
}

pub(crate) fn sign(key: &SigningKey, context: Context, bytes: &[u8]) -> Signature {
    Signature(key.sign(&context.message(bytes)).to_bytes())
}

/// 64 bytes as they are. Serde knows arrays up to 32 only, so they go as two.
impl Serialize for Signature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut halves = [[0; 32]; 2];
        halves.as_flattened_mut().copy_from_slice(&self.0);
        halves.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let halves = <[[u8; 32]; 2]>::deserialize(deserializer)?;
        let mut whole = [0; 64];
        whole.copy_from_slice(halves.as_flattened());
        Ok(Self(whole))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_signed_for_one_thing_is_valid_for_nothing_else() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let public = SigningPublic(key.verifying_key().to_bytes());
        for signed in Context::ALL {
            let signature = sign(&key, signed, b"bytes");
            for asked in Context::ALL {
                let fits = public.verify(asked, b"bytes", &signature).is_ok();
                assert_eq!(fits, signed == asked, "signed as {signed:?}, shown as {asked:?}");
            }
        }
    }

    #[test]
    fn no_label_begins_another() {
        for (at, one) in Context::ALL.iter().enumerate() {
            for other in &Context::ALL[at + 1..] {
                let (one, other) = (one.label(), other.label());
                assert!(!one.starts_with(other) && !other.starts_with(one), "{one} and {other} can be mixed up");
            }
        }
    }

    #[test]
    fn a_key_that_is_no_key_has_signed_nothing() {
        let signature = Signature([0; 64]);
        let small_order = SigningPublic([0; 32]);
        assert_eq!(small_order.verify(Context::Entry, b"", &signature), Err(SignatureError), "it would fit anything");
    }
}
