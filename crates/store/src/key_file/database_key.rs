//! The key of the database: 32 random bytes that no person ever sees.

use std::fmt;

use data_encoding::HEXLOWER;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::key_file::Random;

/// The key that every page of the database is encrypted with.
///
/// It is made once and lives only in memory; on the disk it stands wrapped, in the [key file](crate::KeyFile).
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DatabaseKey([u8; 32]);

impl DatabaseKey {
    /// A new key.
    #[must_use]
    pub fn random(random: Random<'_>) -> Self {
        let mut key = Self([0; 32]);
        random(&mut key.0);
        key
    }

    /// The key with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(HEXLOWER.encode(&self.0))
    }

    pub(crate) fn id(&self) -> KeyId {
        let digest = Zeroizing::new(blake3::derive_key("wijkweb/1 database key id", &self.0));
        let mut id = [0; 16];
        id.iter_mut().zip(digest.iter()).for_each(|(id, digest)| *id = *digest);
        KeyId(id)
    }
}

impl fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseKey(…)")
    }
}

/// Tells keys apart without giving them away: 16 bytes of a one-way digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeyId(pub(crate) [u8; 16]);

impl KeyId {
    pub(crate) fn read(text: &str) -> Option<Self> {
        HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok().map(Self)
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}
