//! Entries to the relay, and from it.

use serde::{Deserialize, Serialize};

use super::{Message, messages};
use crate::{
    encode::{Blob, capped},
    id::{ChainHash, EntryHash, Hash, LogId, RecordHash, ScopeId},
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, ENTRY_BYTES_MAX, SCOPES_MAX},
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

impl Message for Upload {
    fn is_within_limits(&self) -> bool {
        is_batch(self.entries.iter())
    }
}

impl Message for Uploaded {}

impl Message for LogRequest {}

impl Message for LogPage {
    fn is_within_limits(&self) -> bool {
        is_batch(self.entries.iter().map(|(_, entry)| entry))
    }
}

fn is_batch<'a>(mut entries: impl Iterator<Item = &'a Blob>) -> bool {
    let together = entries.try_fold(0_usize, |together, entry| {
        let fits = entry.0.len() <= ENTRY_BYTES_MAX;
        fits.then(|| together.saturating_add(entry.0.len()))
    });
    together.is_some_and(|together| together <= BATCH_BYTES_MAX)
}
