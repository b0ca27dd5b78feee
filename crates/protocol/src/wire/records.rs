//! Records to the relay, what they have to pin, and what the relay lacks after it was restored.

use serde::{Deserialize, Serialize};

use super::{Item, Message, entries::is_batch, messages};
use crate::{
    encode::{Blob, capped},
    id::{BasisId, DeviceId, EntryHash, RecordHash, ScopeId},
    limit::{BATCH_ENTRIES_MAX, ENTRY_BYTES_MAX, HAVE_MAX, PINS_MAX, RECORD_BYTES_MAX, REMOVED_MAX},
    membership::record::Pin,
};

messages! {
    /// `POST …/membership` and `POST …/sharing`: a record to be taken, if it names the head.
    Append {
        /// The record.
        record: Blob,
    }

    /// `POST …/pins`: where these devices stand in every scope, for whoever is about to remove them.
    PinsRequest {
        /// At most as many as one record removes.
        #[serde(deserialize_with = "capped::<REMOVED_MAX, _, _>")]
        devices: Vec<DeviceId>,
    }

    /// The answer to [`PinsRequest`]. Compare it with what is known before signing it.
    Pins {
        /// For each device that was asked for, its pins.
        #[serde(deserialize_with = "capped::<REMOVED_MAX, _, _>")]
        devices: Vec<(DeviceId, Vec<Pin>)>,
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

    /// The answer to [`Have`]: what of it the relay lacks.
    Missing {
        /// Records.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        records: Vec<RecordHash>,
        /// Entries.
        #[serde(deserialize_with = "capped::<HAVE_MAX, _, _>")]
        entries: Vec<EntryHash>,
    }

    /// `POST …/restore`: what was signed before the relay was restored and is lacking there; anybody's. Together at most 4 MiB.
    Restore {
        /// Records of the membership log, and of the sharing logs of these scopes, each log in its order.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        records: Vec<(Option<ScopeId>, Blob)>,
        /// Entries, those of a device in their order. Taken after the records.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        entries: Vec<Blob>,
    }

    /// The answer to [`Restore`], once everything taken is on disk.
    Restored {
        /// One for each record, in their order.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        records: Vec<Appended>,
        /// One for each entry, in their order.
        #[serde(deserialize_with = "capped::<BATCH_ENTRIES_MAX, _, _>")]
        entries: Vec<Item>,
    }
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
    /// It pins less of a device than is here, or a record that is not (409): ask where the device stands, and sign again.
    OldPins,
}

impl Message for Append {
    fn is_within_limits(&self) -> bool {
        self.record.0.len() <= RECORD_BYTES_MAX
    }
}

impl Message for PinsRequest {}

impl Message for Pins {
    fn is_within_limits(&self) -> bool {
        self.devices.iter().all(|(_, pins)| pins.len() <= PINS_MAX)
    }
}

impl Message for Have {}

impl Message for Missing {}

impl Message for Restore {
    fn is_within_limits(&self) -> bool {
        let records = self.records.iter().map(|(_, record)| (record.0.len(), RECORD_BYTES_MAX));
        is_batch(records.chain(self.entries.iter().map(|entry| (entry.0.len(), ENTRY_BYTES_MAX))))
    }
}

impl Message for Restored {}

impl Message for Appended {}
