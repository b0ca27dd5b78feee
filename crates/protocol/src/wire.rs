//! Requests to the relay and its answers: one byte of version, then the message.
//!
//! Entries, records and boxes travel as the bytes that they are; the relay neither takes them apart nor puts them together.

mod entries;
mod records;
mod token;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    encode::{DecodeError, check_version, decode, encode},
    limit::MESSAGE_BYTES_MAX,
};

pub use entries::{Item, LeftOut, LogItem, LogPage, LogRequest, Upload, Uploaded};
pub use records::{Append, Appended, Have, Missing, Pins, PinsRequest, Restore, Restored};
pub use token::{Challenge, Token, TokenRequest};

/// The version of messages written here.
pub const VERSION: u8 = 1;

/// A request or an answer.
pub trait Message: Serialize + DeserializeOwned {
    /// Its bytes.
    fn to_bytes(&self) -> Vec<u8> {
        [vec![VERSION], encode(self)].concat()
    }

    /// The message of these bytes.
    ///
    /// # Errors
    ///
    /// [`DecodeError`].
    fn from_bytes(bytes: &[u8]) -> Result<Self, DecodeError> {
        if bytes.len() > MESSAGE_BYTES_MAX {
            return Err(DecodeError::TooLong { bytes: bytes.len(), bytes_max: MESSAGE_BYTES_MAX });
        }
        check_version(bytes, VERSION)?;
        let message: Self = decode(bytes.get(1..).unwrap_or_default(), MESSAGE_BYTES_MAX)?;
        if message.is_within_limits() { Ok(message) } else { Err(DecodeError::Malformed) }
    }

    /// Whether what it carries is no larger than it may be.
    fn is_within_limits(&self) -> bool {
        true
    }
}

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    )* };
}

use messages;
