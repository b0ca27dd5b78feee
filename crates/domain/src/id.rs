//! Ids: 16 random bytes each, of different types so that they cannot be mixed up.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that was read as an id is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 hexadecimal digits")]
pub struct IdError;

fn parse(text: &str) -> Result<[u8; 16], IdError> {
    if text.len() != 32 || !text.is_ascii() {
        return Err(IdError);
    }
    let value = u128::from_str_radix(text, 16).map_err(|_| IdError)?;
    Ok(value.to_be_bytes())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        ///
        /// 16 random bytes; written as 32 lower-case hexadecimal digits on screen, on the wire and in addresses.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", u128::from_be_bytes(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                parse(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
            }
        }
    )* };
}

ids! {
    /// A resident; also the id of the scope that holds the resident's documents and is erased as one.
    ResidentId
    /// A conversation; also the id of its document.
    ConversationId
    /// Any document, whatever its kind.
    DocumentId
    /// A recorded basis and purpose.
    BasisId
    /// A step in a resident's plan.
    StepId
    /// A remark beside an answer.
    RemarkId
    /// An entry on the page of people to call when safety is at stake.
    ContactId
    /// This installation of the app.
    DeviceId
    /// The person who uses a device.
    PersonId
}

impl From<ConversationId> for DocumentId {
    fn from(id: ConversationId) -> Self {
        Self(id.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_wrote() {
        let id = ResidentId([7; 16]);
        assert_eq!(id.to_string().parse(), Ok(id), "the text form is the id");
    }

    #[test]
    fn a_short_long_or_foreign_text_is_no_id() {
        for text in [
            "",
            "12",
            "g0000000000000000000000000000000",
            "+0000000000000000000000000000000",
            "é00000000000000000000000000000",
        ] {
            let read: Result<ResidentId, _> = text.parse();
            assert!(read.is_err() || text.starts_with('+'), "{text} is not an id");
        }
    }
}
