//! A secret that lives in the system's key store and opens nothing anywhere else.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::key_file::Random;

/// 32 random bytes for the system's key store.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct KeyStoreSecret([u8; 32]);

impl KeyStoreSecret {
    /// A new secret.
    #[must_use]
    pub fn random(random: Random<'_>) -> Self {
        let mut secret = Self([0; 32]);
        random(&mut secret.0);
        secret
    }

    /// The secret as it came out of the key store; nothing if it has another length.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes to put in the key store.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for KeyStoreSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyStoreSecret(…)")
    }
}
