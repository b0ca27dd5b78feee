//! Ids of what syncing knows, as bytes: what they stand for, and how they are made, is the protocol's.

use std::fmt;

macro_rules! refs {
    ($($(#[$doc:meta])* $name:ident: $length:literal)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $length]);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), data_encoding::HEXLOWER.encode(&self.0))
            }
        }
    )* };
}

refs! {
    /// A space that this device is in.
    SpaceRef: 32
    /// A scope of a space. Where it holds a resident's documents, it is the resident's id.
    ScopeRef: 16
    /// The log of a relay: another one begins when a relay was set back.
    LogRef: 16
    /// A key that this device holds; the id, not the key.
    KeyRef: 32
    /// An entry, by its hash.
    EntryRef: 32
}

impl From<domain::ResidentId> for ScopeRef {
    fn from(resident: domain::ResidentId) -> Self {
        Self(resident.0)
    }
}
