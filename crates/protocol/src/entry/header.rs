//! The part of an entry that everybody can read: where it belongs, who wrote it, under which key, seeing which logs.

use serde::{Deserialize, Serialize};

use crate::{
    encode::capped,
    id::{DeviceId, DocumentId, EntryHash, KeyId, RecordHash, ScopeId, SpaceId},
    key::DocumentKey,
    limit::{ABANDONED_MAX, COVERS_MAX, SNAPSHOT_PARTS_MAX},
};

/// All that stands before the sealed body. Authenticated along with the body, and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of the entry: its first byte.
    pub version: u8,
    /// What the writer says about it.
    pub claims: Claims,
    /// 24 random bytes.
    pub nonce: [u8; 24],
    /// What ties the entry to one key.
    pub commitment: [u8; 32],
}

/// What the writer of an entry says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// In which space.
    pub space: SpaceId,
    /// In which scope.
    pub scope: ScopeId,
    /// In which document.
    pub document: DocumentId,
    /// What kind of entry.
    pub kind: Kind,
    /// The scope key that it is under.
    pub key: KeyId,
    /// The device that signs.
    pub device: DeviceId,
    /// 1 for the device's first entry in the scope, then one more each time. Abandoned entries keep their number.
    pub counter: u64,
    /// The device's entry before this one that stands; none before the first.
    pub previous: Option<EntryHash>,
    /// The device's entries between `previous` and this one that the relay refused, in order. Nobody is to wait for them.
    #[serde(deserialize_with = "capped::<ABANDONED_MAX, _, _>")]
    pub abandoned: Vec<EntryHash>,
    /// The head of the space's membership log that the writer knew.
    pub membership: RecordHash,
    /// The head of the scope's sharing log that the writer knew.
    pub sharing: RecordHash,
}

/// The kinds of entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Changes by devices of the signer's person.
    Change,
    /// The whole document.
    Snapshot {
        /// The last entry of each writer that is in it, by device.
        #[serde(deserialize_with = "capped::<COVERS_MAX, _, _>")]
        covers: Vec<Cover>,
        /// Which part, from 0.
        part: u16,
        /// Of how many, at least 1.
        parts: u16,
    },
    /// The signer has checked a snapshot.
    Ack {
        /// All its parts, in order.
        #[serde(deserialize_with = "capped::<SNAPSHOT_PARTS_MAX, _, _>")]
        snapshot: Vec<EntryHash>,
        /// Whether everything the signer knows of is in it.
        complete: bool,
    },
    /// Changes of somebody else that came too late to be taken as they are; the signer vouches for them.
    Late,
}

/// Up to where a snapshot covers a writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// The writer.
    pub device: DeviceId,
    /// The number of the last entry covered.
    pub counter: u64,
    /// That entry.
    pub entry: EntryHash,
}

impl Claims {
    /// Whether this is the key that the entry names.
    pub(crate) fn are_under(&self, key: &DocumentKey) -> bool {
        (self.key, self.scope, self.document) == (key.id, key.scope, key.document)
    }

    /// Whether lists are short enough, in their one order, and numbers make sense.
    pub(crate) fn are_within_limits(&self) -> bool {
        // Entry 1 has none before it. A later one has, or says that all before it were abandoned.
        let before = u64::try_from(self.abandoned.len()).unwrap_or(u64::MAX);
        let first = self.counter == before.saturating_add(1);
        let counted = self.counter > before && self.previous.is_none() == first;
        let kind = match &self.kind {
            Kind::Change | Kind::Late => true,
            Kind::Snapshot { covers, part, parts } => {
                let ordered = covers.is_sorted_by(|one, next| one.device < next.device);
                covers.len() <= COVERS_MAX && ordered && part < parts && usize::from(*parts) <= SNAPSHOT_PARTS_MAX
            }
            Kind::Ack { snapshot, .. } => (1..=SNAPSHOT_PARTS_MAX).contains(&snapshot.len()),
        };
        counted && kind && self.abandoned.len() <= ABANDONED_MAX
    }
}
