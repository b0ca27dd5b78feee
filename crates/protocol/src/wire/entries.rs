//! Entries to the relay, and the one line of everything from it.

use serde::{Deserialize, Serialize};

use super::{Message, messages};
use crate::{
    encode::{Blob, capped},
    id::{ChainHash, DeviceId, DocumentId, EntryHash, LogId, RecordHash, ScopeId},
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, ENTRY_BYTES_MAX, LEFT_OUT_MAX, RECORD_BYTES_MAX, SCOPES_MAX},
};

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

    /// `GET …/log`: what comes next of all that the device may have, or of one scope.
    LogRequest {
        /// Up to which cursor the device has everything; 0 for nothing yet.
        after: u64,
        /// Only the records and entries of this scope: to fill in what a device gains later.
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
        /// Up to where this page goes: ask next after this. At most `head`, also where nothing here is for the device.
        through: u64,
        /// For each scope with entries on this page, skipped ones too: its chain after the last of them.
        #[serde(deserialize_with = "capped::<SCOPES_MAX, _, _>")]
        chains: Vec<(ScopeId, ChainHash)>,
        /// By ascending cursor, each once. A record comes before whatever cites it.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        items: Vec<(u64, LogItem)>,
    }
}

/// What stands at one cursor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogItem {
    /// A record of the membership log.
    Membership(Blob),
    /// A record of the sharing log of this scope.
    Sharing(ScopeId, Blob),
    /// An entry.
    Entry(Blob),
    /// An entry of this scope in a document that is not for this device: a helper's, who reads a part of the scope and counts on.
    Skipped(ScopeId, EntryHash),
    /// Entries of this scope, one behind the other, that a snapshot has superseded and that are left out.
    Superseded {
        /// The scope.
        scope: ScopeId,
        /// Its chain after the last of them, which stands at this cursor.
        chain: ChainHash,
        /// For each document and device among them, as far as the device may read the document: the last one.
        #[serde(deserialize_with = "capped::<LEFT_OUT_MAX, _, _>")]
        last: Vec<LeftOut>,
    },
}

/// Up to which entry a device's entries in a document were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The document.
    pub document: DocumentId,
    /// Whose entries.
    pub device: DeviceId,
    /// The number of the last one.
    pub counter: u64,
    /// That entry.
    pub entry: EntryHash,
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
    /// The relay was restored, and no owner has signed yet where to go on.
    NotResumed,
}

impl Message for Upload {
    fn is_within_limits(&self) -> bool {
        is_batch(self.entries.iter().map(|entry| (entry.0.len(), ENTRY_BYTES_MAX)))
    }
}

impl Message for Uploaded {}

impl Message for LogRequest {}

impl Message for LogPage {
    fn is_within_limits(&self) -> bool {
        let bytes = |(_, item): &(u64, LogItem)| match item {
            LogItem::Entry(entry) => Some((entry.0.len(), ENTRY_BYTES_MAX)),
            LogItem::Membership(record) | LogItem::Sharing(_, record) => Some((record.0.len(), RECORD_BYTES_MAX)),
            LogItem::Skipped(..) | LogItem::Superseded { .. } => None,
        };
        let ordered = self.items.is_sorted_by(|(one, _), (next, _)| one < next);
        ordered && self.through <= self.head && is_batch(self.items.iter().filter_map(bytes))
    }
}

/// Whether none of these is longer than it may be, nor all together; each with its length and its limit.
pub(super) fn is_batch(mut lengths: impl Iterator<Item = (usize, usize)>) -> bool {
    let together = lengths
        .try_fold(0_usize, |together, (bytes, bytes_max)| (bytes <= bytes_max).then(|| together.saturating_add(bytes)));
    together.is_some_and(|together| together <= BATCH_BYTES_MAX)
}
