//! Who may read by a basis: all of a scope, or documents of it by themselves.

use serde::{Deserialize, Serialize};

use super::Access;
use crate::{
    encode::capped,
    id::{DeviceId, DocumentId, PersonId},
    limit::AUDIENCE_MAX,
    permission::Role,
};

/// Who may read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// These keep the scope: they may read it, and erase it. Owners or members.
    Keepers(#[serde(deserialize_with = "capped::<AUDIENCE_MAX, _, _>")] Vec<PersonId>),
    /// All owners and members, also later ones, with all that was written before.
    Team,
    /// These owners or members.
    People(#[serde(deserialize_with = "capped::<AUDIENCE_MAX, _, _>")] Vec<PersonId>),
    /// These documents only.
    Part {
        /// Who reads them.
        readers: Readers,
        /// Which, at least one.
        #[serde(deserialize_with = "capped::<AUDIENCE_MAX, _, _>")]
        documents: Vec<DocumentId>,
    },
    /// A resident's own device that is known here: sharing with it again.
    Resident(DeviceId),
}

/// Who reads documents that are shared by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Readers {
    /// All owners and members, also later ones.
    Team,
    /// These people, whatever their role, at least one.
    People(#[serde(deserialize_with = "capped::<AUDIENCE_MAX, _, _>")] Vec<PersonId>),
}

impl Audience {
    /// What somebody in this role may read by it. A resident's device is asked for elsewhere: it has no role.
    #[must_use]
    pub fn access(&self, person: PersonId, role: Role) -> Access {
        let member = role != Role::Helper;
        match self {
            Self::Team if member => Access::Whole,
            Self::Keepers(people) | Self::People(people) if member && people.contains(&person) => Access::Whole,
            Self::Part { readers, documents } => {
                let reads = match readers {
                    Readers::Team => member,
                    Readers::People(people) => people.contains(&person),
                };
                if reads { Access::Documents(documents.iter().copied().collect()) } else { Access::Nothing }
            }
            Self::Team | Self::Keepers(_) | Self::People(_) | Self::Resident(_) => Access::Nothing,
        }
    }

    /// Whether the team has keys by it, all of the scope or of some documents: they lie under the space key.
    #[must_use]
    pub const fn is_for_team(&self) -> bool {
        matches!(self, Self::Team | Self::Part { readers: Readers::Team, .. })
    }

    /// The people whom it names.
    #[must_use]
    pub fn people(&self) -> &[PersonId] {
        match self {
            Self::Keepers(people) | Self::People(people) | Self::Part { readers: Readers::People(people), .. } => {
                people
            }
            Self::Team | Self::Part { readers: Readers::Team, .. } | Self::Resident(_) => &[],
        }
    }

    /// Whether its lists are neither too long nor empty where they may not be.
    pub(super) fn is_within_limits(&self) -> bool {
        let listed = |length: usize| (1..=AUDIENCE_MAX).contains(&length);
        let people = listed(self.people().len()) || self.is_for_team() || matches!(self, Self::Resident(_));
        let documents = if let Self::Part { documents, .. } = self { listed(documents.len()) } else { true };
        people && documents
    }
}
