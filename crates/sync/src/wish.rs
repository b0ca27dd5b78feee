//! What a person wants a log to say. Kept as a wish, not as a signed record: when somebody else was first, it is looked at again.

use protocol::{
    device::{DeviceCard, PersonCard},
    id::{BasisId, DeviceId, DocumentId, LogId, PersonId, RecordHash, ScopeId},
    permission::Role,
    sharing::record::Audience,
};
use serde::{Deserialize, Serialize};

/// The number under which a wish is kept.
pub type WishNumber = u64;

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// Let somebody in.
    AddPerson {
        /// As what.
        role: Role,
        /// With which device.
        device: DeviceCard,
        /// Under which key.
        person: PersonCard,
    },
    /// Let a further device of this person in.
    AddDevice {
        /// Which.
        device: DeviceCard,
    },
    /// Give somebody another role.
    Role {
        /// Whom.
        person: PersonId,
        /// Which.
        role: Role,
    },
    /// Take devices out.
    Remove {
        /// Which.
        devices: Vec<DeviceId>,
    },
    /// Share a scope.
    Grant {
        /// Which.
        scope: ScopeId,
        /// On which basis.
        basis: BasisId,
        /// With whom.
        audience: Audience,
        /// The head of the sharing log when the wish was made: a withdrawal that came since lets it fall.
        seen: Option<RecordHash>,
    },
    /// Let a resident's own device into a scope.
    ResidentDevice {
        /// Which.
        scope: ScopeId,
        /// On which basis.
        basis: BasisId,
        /// The device.
        device: DeviceCard,
    },
    /// Withdraw.
    Withdraw {
        /// In which scope.
        scope: ScopeId,
        /// Which bases.
        bases: Vec<BasisId>,
    },
    /// Say that nothing of a scope may be erased, or that it may again.
    Hold {
        /// Which.
        scope: ScopeId,
        /// Whether the hold stands.
        stands: bool,
    },
    /// Erase one document of a scope.
    EraseDocument {
        /// In which scope.
        scope: ScopeId,
        /// Which.
        document: DocumentId,
    },
    /// Hand in what was not sent of a scope that this device may no longer read: documents and changes.
    HandIn {
        /// Which.
        scope: ScopeId,
        /// What.
        changes: Vec<(DocumentId, Vec<u8>)>,
    },
    /// Erase a scope that somebody else keeps, with the word of a second person.
    EraseWith {
        /// Which.
        scope: ScopeId,
        /// Its newest record when the wish was made: what came since lets it fall.
        seen: RecordHash,
    },
    /// Say that a relay that was restored goes on.
    Resume {
        /// With this log.
        log: LogId,
    },
    /// Look whether a restored relay has the boxes of the keys that this device holds, and wrap again what it has not.
    WrapAgain,
    /// Leave a scope to others until they have done again what a restored relay lost of it.
    Await {
        /// Which.
        scope: ScopeId,
        /// On which bases this device read it: it waits until it may again, or until all of these are withdrawn. On none: it waits
        /// until somebody has opened it.
        read_on: Vec<BasisId>,
    },
    /// Open a scope again that this person had opened, and of which a restored relay knows nothing. Also one that was erased here:
    /// its tombstone has to have a place.
    Reopen {
        /// Which.
        scope: ScopeId,
        /// On which basis.
        basis: BasisId,
    },
    /// Let in a device of this person that lives on paper.
    AddPaper {
        /// Which.
        device: DeviceCard,
    },
    /// Take this person's paper devices out.
    DropPapers {
        /// But for this one.
        but: DeviceId,
    },
    /// Ask for the whole log again: this device's person was a helper, and is of the team now.
    ReadAll,
}

impl Wish {
    /// The scope whose keys somebody is given, if it does that.
    #[must_use]
    pub const fn gives(&self) -> Option<ScopeId> {
        match self {
            Self::Grant { scope, .. } | Self::ResidentDevice { scope, .. } | Self::EraseDocument { scope, .. } => {
                Some(*scope)
            }
            _ => None,
        }
    }

    /// Its bytes for the store.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        // Postcard fails on what has no length only.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// The wish of these bytes.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// The scope that it is about. None for what waits for a second person: until then nothing is to happen to the scope.
    #[must_use]
    pub const fn scope(&self) -> Option<ScopeId> {
        match self {
            Self::AddPerson { .. }
            | Self::AddDevice { .. }
            | Self::AddPaper { .. }
            | Self::DropPapers { .. }
            | Self::Role { .. }
            | Self::Remove { .. }
            | Self::Resume { .. }
            | Self::WrapAgain
            | Self::ReadAll
            | Self::EraseWith { .. } => None,
            Self::Grant { scope, .. }
            | Self::ResidentDevice { scope, .. }
            | Self::Withdraw { scope, .. }
            | Self::Hold { scope, .. }
            | Self::EraseDocument { scope, .. }
            | Self::HandIn { scope, .. }
            | Self::Await { scope, .. }
            | Self::Reopen { scope, .. } => Some(*scope),
        }
    }
}
