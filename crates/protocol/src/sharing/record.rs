//! What the records of a sharing log say.

use serde::{Deserialize, Serialize};

use crate::{
    device::{DeviceCard, DeviceKeys},
    encode::{capped, encode},
    id::{BasisId, BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, KeyId, RecordHash, ScopeId, SpaceId},
    key::Heads,
    limit::{AUDIENCE_MAX, PINNED_MAX, RECORD_BOXES_MAX},
    permission::Act,
    signature::{Context, Signature},
    signed::{Content, Signed, VERSION},
};

pub use super::audience::{Audience, Readers};

/// A record of a sharing log.
pub type SharingRecord = Signed<SharingContent>;

/// What a record says, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingContent {
    version: u8,
    /// The space.
    pub space: SpaceId,
    /// The scope.
    pub scope: ScopeId,
    /// The record before; none in the first.
    pub previous: Option<RecordHash>,
    /// The head of the membership log.
    pub membership: RecordHash,
    /// The device that signs.
    pub device: DeviceId,
    /// What changes.
    pub change: SharingChange,
}

impl Content for SharingContent {
    const CONTEXT: Context = Context::Sharing;
}

/// What changes in who may read a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SharingChange {
    /// On this basis, these may read. The first grant of a scope makes its signer a keeper.
    Grant {
        /// The basis: an id that was never used.
        basis: BasisId,
        /// Who.
        audience: Audience,
        /// The key to write under.
        key: ScopeKeys,
    },
    /// A new key for the same audience, after somebody left it; or the same key wrapped again, after an erasure elsewhere.
    Rekey(ScopeKeys),
    /// These bases no longer hold, whether or not they are known here. Cannot be undone.
    Withdraw {
        /// Which, at least one.
        #[serde(deserialize_with = "capped::<AUDIENCE_MAX, _, _>")]
        bases: Vec<BasisId>,
        /// A new key, for the audience that is left. None if the signer is not part of that, and so may not know the key: then
        /// whoever writes next makes one.
        key: Option<ScopeKeys>,
        /// The last entry here of each device that may read or write less from here on: its number and identity. What such a
        /// device wrote beyond, citing an older record, is refused. Each device once.
        #[serde(deserialize_with = "capped::<PINNED_MAX, _, _>")]
        pins: Vec<(DeviceId, u64, EntryHash)>,
    },
    /// Whether a hold stands.
    Hold {
        /// True: nothing may be erased.
        stands: bool,
    },
    /// The scope is to be gone, everywhere. What stays is this record.
    Erase {
        /// The second person, where the signer is no keeper.
        second: Option<SecondSignature>,
    },
    /// A resident's own device may read and write the scope.
    ResidentDevice {
        /// The basis: an id that was never used.
        basis: BasisId,
        /// The device. Its person is the resident, who stands in no membership log.
        device: DeviceCard,
        /// The key to write under.
        key: ScopeKeys,
    },
    /// The signing device reads less here than before and has erased its copy of the rest.
    Farewell {
        /// What it had not sent: changes, sealed to the keepers. May be empty.
        #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
        boxes: Vec<BoxHash>,
    },
    /// One document is to be gone, everywhere. From here on nobody holds a key from before that opens it.
    EraseDocument {
        /// Which.
        document: DocumentId,
        /// The chain of all entries under older keys. The relay takes the record only if it stands there.
        chain: ChainHash,
        /// The new key to write under. Its boxes hold older keys only as keys of the other documents, and replace all boxes with keys
        /// of the scope.
        key: ScopeKeys,
    },
}

/// A scope key and where it lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopeKeys {
    /// Its id.
    pub key: KeyId,
    /// The boxes that hold it for the audience; those named before are replaced. At most 64 chunks.
    #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
    pub boxes: Vec<BoxHash>,
}

/// A second person agrees to an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondSignature {
    /// The device of that person.
    pub device: DeviceId,
    /// Over the space, the scope and the record before.
    pub signature: Signature,
}

impl SecondSignature {
    /// Agrees that the scope is erased right after the record `previous`.
    #[must_use]
    pub fn sign(space: SpaceId, scope: ScopeId, previous: RecordHash, device: &DeviceKeys) -> Self {
        let signature = device.sign(Context::Erasure, &Self::signed(space, scope, previous));
        Self { device: device.device, signature }
    }

    pub(crate) fn signed(space: SpaceId, scope: ScopeId, previous: RecordHash) -> Vec<u8> {
        encode(&(space, scope, previous))
    }
}

impl SharingContent {
    /// A record after `previous`, or the first.
    #[must_use]
    pub const fn next(
        space: SpaceId,
        scope: ScopeId,
        previous: Option<RecordHash>,
        membership: RecordHash,
        device: DeviceId,
        change: SharingChange,
    ) -> Self {
        Self { version: VERSION, space, scope, previous, membership, device, change }
    }

    /// What the binding of a key says that this record brings for the first time. Compare it when opening.
    #[must_use]
    pub const fn heads(&self) -> Heads {
        Heads { membership: self.membership, sharing: self.previous }
    }
}

impl SharingContent {
    /// The device that signs, and the second one of an erasure.
    pub(crate) fn signers(&self) -> impl Iterator<Item = DeviceId> {
        let second = match &self.change {
            SharingChange::Erase { second: Some(second) } => Some(second.device),
            _ => None,
        };
        [self.device].into_iter().chain(second)
    }
}

impl SharingChange {
    /// The row of the permission table.
    #[must_use]
    pub const fn act(&self, first: bool) -> Act {
        match self {
            Self::Grant { .. } if first => Act::Open,
            Self::Grant { .. } => Act::Grant,
            Self::Rekey(_) => Act::Rekey,
            Self::Withdraw { .. } => Act::Withdraw,
            Self::Hold { .. } => Act::Hold,
            Self::Erase { .. } => Act::Erase,
            Self::ResidentDevice { .. } => Act::ResidentDevice,
            Self::Farewell { .. } => Act::Farewell,
            Self::EraseDocument { .. } => Act::EraseDocument,
        }
    }

    /// The key that the record names.
    #[must_use]
    pub const fn key(&self) -> Option<&ScopeKeys> {
        match self {
            Self::Grant { key, .. }
            | Self::Rekey(key)
            | Self::ResidentDevice { key, .. }
            | Self::EraseDocument { key, .. } => Some(key),
            Self::Withdraw { key, .. } => key.as_ref(),
            Self::Hold { .. } | Self::Erase { .. } | Self::Farewell { .. } => None,
        }
    }

    /// The boxes that lie beside the record.
    #[must_use]
    pub fn boxes(&self) -> &[BoxHash] {
        match self {
            Self::Farewell { boxes } => boxes,
            change => change.key().map_or(&[], |key| &key.boxes),
        }
    }

    /// Whether lists are neither too long nor empty where they may not be.
    pub(crate) fn is_within_limits(&self) -> bool {
        let listed = |length: usize| (1..=AUDIENCE_MAX).contains(&length);
        let boxed = self.key().is_none_or(|key| (1..=RECORD_BOXES_MAX).contains(&key.boxes.len()));
        boxed
            && match self {
                Self::Grant { audience, .. } => audience.is_within_limits(),
                Self::Withdraw { bases, pins, .. } => listed(bases.len()) && pins.len() <= PINNED_MAX,
                Self::Farewell { boxes } => boxes.len() <= RECORD_BOXES_MAX,
                _ => true,
            }
    }
}
