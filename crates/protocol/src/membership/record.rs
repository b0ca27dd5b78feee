//! What the records of a membership log say.

use serde::{Deserialize, Serialize};

use crate::{
    device::{DeviceCard, PersonCard, SealingPublic},
    encode::capped,
    id::{BoxHash, DeviceId, EntryHash, KeyId, LogId, PersonId, RecordHash, ScopeId, SpaceId},
    key::Heads,
    limit::{PINS_MAX, RECORD_BOXES_MAX, REMOVED_MAX},
    permission::{Act, Role},
    signature::Context,
    signed::{Content, Signed, VERSION},
};

/// A record of a membership log.
pub type MembershipRecord = Signed<MembershipContent>;

/// What a record says, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipContent {
    version: u8,
    /// The space; none in the first record, whose hash it is.
    pub space: Option<SpaceId>,
    /// The record before; none in the first.
    pub previous: Option<RecordHash>,
    /// The device that signs.
    pub device: DeviceId,
    /// What changes.
    pub change: MembershipChange,
}

impl Content for MembershipContent {
    const CONTEXT: Context = Context::Membership;
}

/// What changes in a space.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MembershipChange {
    /// The first record. Its signer is the first owner. It brings no keys: a space key is bound to the space's id, which is the
    /// hash of this record, so the first key comes with a [rotation](Self::Rotate).
    Create {
        /// Random, so that no two spaces are the same.
        salt: [u8; 16],
        /// The device that signs.
        device: DeviceCard,
        /// The key of its person.
        person: PersonCard,
    },
    /// A new person, with a first device.
    AddPerson {
        /// As what.
        role: Role,
        /// The device; its card says whose it is.
        device: DeviceCard,
        /// The key of the person.
        person: PersonCard,
        /// The space key for the person, unless a helper.
        #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
        boxes: Vec<BoxHash>,
    },
    /// A further device of the signer's person.
    AddDevice {
        /// The device.
        device: DeviceCard,
        /// Whether it lives on paper.
        paper: bool,
        /// The person's key for the device.
        #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
        boxes: Vec<BoxHash>,
    },
    /// Another role.
    Role {
        /// Whose.
        person: PersonId,
        /// Which.
        role: Role,
        /// The new space key: must be there when somebody else becomes a helper.
        rotation: Option<Rotation>,
    },
    /// Devices go. Nothing that they could read is wrapped again; what is written from here on is under newer keys.
    Remove {
        /// Which, at least one.
        #[serde(deserialize_with = "capped::<REMOVED_MAX, _, _>")]
        devices: Vec<RemovedDevice>,
        /// The new space key. Must be there, unless all devices are helpers', or the signer leaves (who would know the new key).
        rotation: Option<Rotation>,
    },
    /// A new space key.
    Rotate(Rotation),
    /// New keys for the signer's device, its person, or both.
    Renew {
        /// What is sealed to the device from now on.
        sealing: Option<SealingPublic>,
        /// What is sealed to the person from now on.
        person: Option<PersonCard>,
        /// The person's new key for the person's devices, and the space keys for the person's new key.
        #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
        boxes: Vec<BoxHash>,
    },
    /// The relay was restored from a backup: this is where its log goes on.
    Resume {
        /// The relay's new log.
        log: LogId,
        /// Its last cursor.
        cursor: u64,
    },
    /// A new space key after an erasure: no older one is wrapped under it.
    RotateAlone(Rotation),
}

/// A new space key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// Its id.
    pub key: KeyId,
    /// The key for all who stay, and under it every older one from the last that came alone on, or none where this one comes alone.
    /// 1 to 64 chunks; they replace all boxes of rotations and of people who came.
    #[serde(deserialize_with = "capped::<RECORD_BOXES_MAX, _, _>")]
    pub boxes: Vec<BoxHash>,
}

/// A device that goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedDevice {
    /// Which.
    pub device: DeviceId,
    /// Where every scope stood in which it wrote or shared; what it wrote or shared beyond is refused.
    #[serde(deserialize_with = "capped::<PINS_MAX, _, _>")]
    pub pins: Vec<Pin>,
}

/// Up to where a device counts in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The scope.
    pub scope: ScopeId,
    /// The device's last entry: its number and its identity. None if it wrote none.
    pub entry: Option<(u64, EntryHash)>,
    /// The head of the scope's sharing log: records of the device that stand behind it do not count. None where none of them
    /// counts.
    pub sharing: Option<RecordHash>,
}

impl Pin {
    /// Whether an entry of the device lies within it.
    #[must_use]
    pub fn holds(&self, counter: u64, entry: EntryHash) -> bool {
        holds(self.entry, counter, entry)
    }
}

/// Whether an entry lies at or before a pinned one: below its number, or the very one.
pub(crate) fn holds(pinned: Option<(u64, EntryHash)>, counter: u64, entry: EntryHash) -> bool {
    pinned.is_some_and(|(last, hash)| counter < last || (counter == last && entry == hash))
}

impl MembershipContent {
    /// The first record of a space. Its hash is the space's id.
    #[must_use]
    pub const fn create(salt: [u8; 16], device: DeviceCard, person: PersonCard) -> Self {
        let change = MembershipChange::Create { salt, device, person };
        Self { version: VERSION, space: None, previous: None, device: device.device, change }
    }

    /// A record after `previous`.
    #[must_use]
    pub const fn next(space: SpaceId, previous: RecordHash, device: DeviceId, change: MembershipChange) -> Self {
        Self { version: VERSION, space: Some(space), previous: Some(previous), device, change }
    }

    /// What the binding of a key says that this record brings. Compare it when opening. None for the first record.
    #[must_use]
    pub fn heads(&self) -> Option<Heads> {
        self.previous.map(|membership| Heads { membership, sharing: None })
    }
}

impl MembershipChange {
    /// The row of the permission table. None for the first record.
    #[must_use]
    pub const fn act(&self) -> Option<Act> {
        Some(match self {
            Self::Create { .. } => return None,
            Self::AddPerson { .. } => Act::AddPerson,
            Self::AddDevice { paper: false, .. } => Act::AddDevice,
            Self::AddDevice { paper: true, .. } => Act::AddPaper,
            Self::Role { .. } => Act::Role,
            Self::Remove { .. } => Act::Remove,
            Self::Rotate(_) | Self::RotateAlone(_) => Act::Rotate,
            Self::Renew { .. } => Act::Renew,
            Self::Resume { .. } => Act::Resume,
        })
    }

    /// The boxes that lie beside the record.
    #[must_use]
    pub fn boxes(&self) -> &[BoxHash] {
        match self {
            Self::Create { .. } | Self::Resume { .. } => &[],
            Self::AddPerson { boxes, .. } | Self::AddDevice { boxes, .. } | Self::Renew { boxes, .. } => boxes,
            Self::Role { rotation, .. } | Self::Remove { rotation, .. } => {
                rotation.as_ref().map_or(&[], |rotation| &rotation.boxes)
            }
            Self::Rotate(rotation) | Self::RotateAlone(rotation) => &rotation.boxes,
        }
    }

    /// The new space key, if the record brings one.
    #[must_use]
    pub const fn rotation(&self) -> Option<&Rotation> {
        match self {
            Self::Role { rotation, .. } | Self::Remove { rotation, .. } => rotation.as_ref(),
            Self::Rotate(rotation) | Self::RotateAlone(rotation) => Some(rotation),
            _ => None,
        }
    }

    /// Whether lists are neither too long nor empty where they may not be.
    pub(crate) fn is_within_limits(&self) -> bool {
        let keyed = self.rotation().is_none_or(|rotation| !rotation.boxes.is_empty());
        keyed && self.boxes().len() <= RECORD_BOXES_MAX
    }
}
