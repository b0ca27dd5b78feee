//! Ids and hashes, of different types so that they cannot be mixed up.
//!
//! An id is 16 random bytes, a hash the 32 bytes of BLAKE3. Both travel as they are, without a length in front, and are shown as
//! lower-case hexadecimal digits. None of them says anything about the person, scope or document it stands for.

use std::fmt;

use data_encoding::HEXLOWER;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

/// `N` random bytes.
pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

macro_rules! shown_as_hex {
    ($($name:ident)*) => { $(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&HEXLOWER.encode(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    )* };
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        ///
        /// 16 random bytes.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new id.
            #[must_use]
            pub fn random(rng: &mut impl CryptoRng) -> Self {
                Self(random(rng))
            }
        }

        shown_as_hex! { $name }
    )* };
}

macro_rules! hashes {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        ///
        /// 32 bytes.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub [u8; 32]);

        impl $name {
            /// The BLAKE3 of these bytes.
            #[must_use]
            pub fn of(bytes: &[u8]) -> Self {
                Self(*blake3::hash(bytes).as_bytes())
            }
        }

        shown_as_hex! { $name }
    )* };
}

ids! {
    /// What is shared and erased as one: a resident's dossier, or what a team has in common.
    ScopeId
    /// A document inside a scope.
    DocumentId
    /// A device of a person in one space. A device that was removed never comes back under its id.
    DeviceId
    /// A person in one space.
    PersonId
    /// A key, never its content.
    KeyId
    /// A recorded basis and purpose. What it says stands in the dossier, not here.
    BasisId
    /// One life of a relay's log; a relay that was restored from a backup has a new one.
    LogId
}

hashes! {
    /// A space: the hash of the first record of its membership log.
    SpaceId
    /// A hash that has no type of its own.
    Hash
    /// The identity of an entry: the hash of all its bytes.
    EntryHash
    /// The identity of a record of a membership or sharing log: the hash of all its bytes.
    RecordHash
    /// The identity of a chunk of key boxes: the hash of all its bytes.
    BoxHash
    /// Where the chain of a scope's entries stands. See [`crate::chain`].
    ChainHash
    /// A change inside a document, as the document's own format names it. Not made here.
    ChangeHash
}

impl From<RecordHash> for SpaceId {
    fn from(first: RecordHash) -> Self {
        Self(first.0)
    }
}
