//! Requests to the relay and its answers: one byte of version, then the message.
//!
//! Entries, records and boxes travel as the bytes that they are; the relay neither takes them apart nor puts them together.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    device::DeviceKeys,
    encode::{Blob, DecodeError, capped, check_version, decode, encode},
    id::{BasisId, ChainHash, DeviceId, EntryHash, Hash, LogId, RecordHash, ScopeId, SpaceId},
    limit::{
        BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, ENTRY_BYTES_MAX, HAVE_MAX, MESSAGE_BYTES_MAX, RECORD_BYTES_MAX,
        RELAY_BYTES_MAX, SCOPES_MAX,
    },
    signature::{Context, Signature, SignatureError, SigningPublic},
};

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

messages! {
    /// `POST …/entries`: entries to be taken, together at most 4 MiB.
    Upload {
        /// At most 4,096.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        entries: Vec<Blob>,
    }

    /// The answer to [`Upload`], once everything taken is on disk.
    Uploaded {
        /// One for each entry, in their order.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        items: Vec<Item>,
    }

    /// `GET …/log`: the next entries of all scopes that the device may read, or of one.
    LogRequest {
        /// The last cursor that the device has; 0 for none.
        after: u64,
        /// Only this scope: to fill in what a device gains later.
        scope: Option<ScopeId>,
        /// How long to wait for something to come, at most 25 seconds.
        wait_seconds: u8,
    }

    /// The answer to [`LogRequest`].
    LogPage {
        /// Which life of the relay's log this is.
        log: LogId,
        /// The newest cursor of the space.
        head: u64,
        /// For each scope on this page: its chain after the last entry here.
        #[serde(deserialize_with = "capped::<SCOPES_MAX, _, _>")]
        chains: Vec<(ScopeId, ChainHash)>,
        /// The digest of the newest chains of all scopes of the space.
        digest: Hash,
        /// Cursor and bytes, in ascending order.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        entries: Vec<(u64, Blob)>,
    }

    /// `POST …/membership` and `POST …/sharing`: a record to be taken, if it names the head.
    Append {
        /// The record.
        record: Blob,
    }

    /// `GET …/membership` and `GET …/sharing`: the records after one.
    RecordsRequest {
        /// The last record that the device has; none for all.
        after: Option<RecordHash>,
    }

    /// The answer to [`RecordsRequest`].
    RecordsPage {
        /// The newest record there is; none where there is none.
        head: Option<RecordHash>,
        /// Records in their order, as many as fit.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        records: Vec<Blob>,
    }

    /// `POST …/have`: what a device has, after the relay was restored.
    Have {
        /// Records of the membership log and of the sharing logs. The last record of an erased scope is its tombstone.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        records: Vec<RecordHash>,
        /// Entries.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        entries: Vec<EntryHash>,
    }

    /// The answer to [`Have`]: what of it the relay lacks. Tombstones are to be sent first.
    Missing {
        /// Records.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        records: Vec<RecordHash>,
        /// Entries.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        entries: Vec<EntryHash>,
    }

    /// What a device has to sign to be let in. Made by the relay, valid once.
    Challenge {
        /// The relay's own name, as the device knows it: an answer to one relay opens no other. At most 253 bytes.
        relay: Blob,
        /// The space.
        space: SpaceId,
        /// 32 random bytes.
        nonce: [u8; 32],
    }

    /// The answer to a [`Challenge`].
    TokenRequest {
        /// The nonce of the challenge.
        nonce: [u8; 32],
        /// Who answers.
        device: DeviceId,
        /// Over the challenge and the device.
        signature: Signature,
    }

    /// What lets a device in for a while.
    Token {
        /// To be shown with every request.
        token: [u8; 32],
        /// How long it is valid from now; no clock times.
        seconds_left: u64,
    }
}

/// What became of one entry of an upload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    /// It is in the log.
    Taken {
        /// Its cursor.
        cursor: u64,
        /// Whether it was there before.
        duplicate: bool,
    },
    /// Its scope was erased; there is nothing to try again.
    Gone,
    /// The logs went on (409): fetch them, and seal again if it is still to be sent.
    NewerHead {
        /// The head of the membership log.
        membership: RecordHash,
        /// The head of the scope's sharing log.
        sharing: RecordHash,
    },
    /// Another entry stands at its number: this folder was copied, or is older than it thinks.
    CounterTaken {
        /// The one that stands there.
        entry: EntryHash,
    },
    /// Numbers before it are missing.
    Gap {
        /// The number that had to come.
        expected: u64,
    },
    /// Not an entry, not signed, or not allowed.
    Refused,
    /// Of a version that the relay does not know.
    UnknownVersion,
}

/// What became of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Appended {
    /// It is the head now, or was taken before.
    Taken,
    /// Another came first (409): look at it, and decide again.
    NewerHead {
        /// The head of the log.
        head: RecordHash,
    },
    /// Boxes that it names are not there: put them first.
    BoxesMissing,
    /// A basis that it gives was withdrawn.
    Withdrawn {
        /// The basis.
        basis: BasisId,
    },
    /// A hold stands.
    Held,
    /// Not a record, not signed, or not allowed.
    Refused,
    /// The relay was restored, and no owner has signed yet where to go on.
    NotResumed,
    /// Of a version that the relay does not know.
    UnknownVersion,
}

impl Message for Upload {
    fn is_within_limits(&self) -> bool {
        is_batch(self.entries.iter())
    }
}
impl Message for LogPage {
    fn is_within_limits(&self) -> bool {
        is_batch(self.entries.iter().map(|(_, entry)| entry))
    }
}
impl Message for Append {
    fn is_within_limits(&self) -> bool {
        self.record.0.len() <= RECORD_BYTES_MAX
    }
}
impl Message for Challenge {
    fn is_within_limits(&self) -> bool {
        self.relay.0.len() <= RELAY_BYTES_MAX
    }
}
impl Message for Uploaded {}
impl Message for LogRequest {}
impl Message for Appended {}
impl Message for RecordsRequest {}
impl Message for RecordsPage {}
impl Message for Have {}
impl Message for Missing {}
impl Message for TokenRequest {}
impl Message for Token {}

fn is_batch<'a>(mut entries: impl Iterator<Item = &'a Blob>) -> bool {
    let together = entries.try_fold(0_usize, |together, entry| {
        let fits = entry.0.len() <= ENTRY_BYTES_MAX;
        fits.then(|| together.saturating_add(entry.0.len()))
    });
    together.is_some_and(|together| together <= BATCH_BYTES_MAX)
}

impl Challenge {
    /// Answers it.
    #[must_use]
    pub fn answer(&self, device: &DeviceKeys) -> TokenRequest {
        let signature = device.sign(Context::Challenge, &self.signed(device.device));
        TokenRequest { nonce: self.nonce, device: device.device, signature }
    }

    /// Whether this answers it, for a device with this key.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if not, or if the relay's name is too long.
    pub fn check(&self, answer: &TokenRequest, device: &SigningPublic) -> Result<(), SignatureError> {
        if answer.nonce != self.nonce || self.relay.0.len() > RELAY_BYTES_MAX {
            return Err(SignatureError);
        }
        device.verify(Context::Challenge, &self.signed(answer.device), &answer.signature)
    }

    fn signed(&self, device: DeviceId) -> Vec<u8> {
        encode(&(self, device))
    }
}
