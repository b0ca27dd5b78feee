//! What was answered, in plain maps: the only judge of a story.

use std::collections::{BTreeMap, BTreeSet};

use api::sharing::What;
use domain::{BasisId, ConversationId, DeviceId, PersonId, RemarkId, ResidentId};
use protocol::id::SpaceId;

use crate::neighbourhood::Who;

/// Everything that a device has answered with *saved*.
#[derive(Debug, Default)]
pub struct Oracle {
    /// The team's space; nothing where there is one.
    pub space: Option<SpaceId>,
    /// Everybody who is, or was, in the team, but for lost devices.
    pub people: BTreeMap<Who, (PersonId, Option<DeviceId>)>,
    /// Every device that ever was in it.
    pub been: BTreeSet<Who>,
    /// Whom somebody added.
    pub residents: BTreeMap<ResidentId, Added>,
    /// What was said.
    pub remarks: BTreeMap<RemarkId, Remark>,
    /// On which bases dossiers were shared, and which of these were withdrawn.
    pub shares: BTreeMap<BasisId, Share>,
    /// Who erased whom.
    pub erased: BTreeMap<ResidentId, Who>,
    /// Whose dossiers were not sent whole by a device that was lost.
    pub unsent: BTreeSet<ResidentId>,
    /// Talks that somebody erased by themselves.
    pub erased_talks: BTreeSet<ConversationId>,
    /// Who paused.
    pub paused: BTreeSet<Who>,
    /// Who wrote about whom.
    pub writers: BTreeSet<(ResidentId, Who)>,
    /// Whose device somebody wanted out of the team.
    pub removed: BTreeSet<Who>,
    /// Who was made something else than an owner.
    pub no_owners: BTreeSet<PersonId>,
    /// Who ever was a helper.
    pub helpers: BTreeSet<PersonId>,
    /// Who became one, or was one and is something else: what they had not sent may not count any more.
    pub turned: BTreeSet<PersonId>,
    /// What was shared by itself, on which basis.
    pub parts: BTreeMap<BasisId, Part>,
    /// What was planned.
    pub steps: Vec<Written>,
}

/// A plan or a talk that was shared by itself.
#[derive(Debug, Clone)]
pub struct Part {
    /// Whose.
    pub resident: ResidentId,
    /// With whom; nobody named is the team.
    pub person: Option<PersonId>,
    /// Which.
    pub what: What,
}

/// A step of a plan.
#[derive(Debug, Clone)]
pub struct Written {
    /// In whose plan.
    pub resident: ResidentId,
    /// On which device.
    pub by: Who,
    /// The words.
    pub text: String,
}

/// A resident whom somebody added.
#[derive(Debug, Clone)]
pub struct Added {
    /// Their name, which nobody but the team may read.
    pub name: String,
    /// Who added them.
    pub by: Who,
    /// Their talk; nothing where there is no basis to keep one.
    pub talk: Option<ConversationId>,
}

/// Something that was said.
#[derive(Debug, Clone)]
pub struct Remark {
    /// In whose talk.
    pub resident: ResidentId,
    /// In which talk.
    pub talk: ConversationId,
    /// On which device.
    pub by: Who,
    /// The words.
    pub text: String,
}

/// A share.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// Whose dossier.
    pub resident: ResidentId,
    /// Who shared it.
    pub by: Who,
    /// Who withdrew it.
    pub withdrawn: Option<Who>,
}

impl Oracle {
    pub(super) fn met(&mut self, who: Who, person: PersonId, device: Option<DeviceId>) {
        self.people.insert(who, (person, device));
        self.been.insert(who);
    }

    /// The person of a device.
    #[must_use]
    pub fn person(&self, who: Who) -> Option<PersonId> {
        self.people.get(&who).map(|(person, _)| *person)
    }

    /// Whether a device that was taken out wrote about a resident. What others make of that is open: whoever takes a device out
    /// pins its last entries in the dossiers that they read themselves, and in no others (`docs/reliability.md`).
    #[must_use]
    pub fn is_unpinned(&self, resident: ResidentId) -> bool {
        self.removed.iter().any(|who| self.writers.contains(&(resident, *who)))
    }

    /// Whether the person of a device became a helper, or was one and is something else.
    #[must_use]
    pub fn has_turned(&self, who: Who) -> bool {
        self.person(who).is_some_and(|person| self.turned.contains(&person))
    }

    /// Whether nobody has withdrawn anything of a resident.
    #[must_use]
    pub fn never_withdrawn(&self, resident: ResidentId) -> bool {
        self.shares.values().all(|share| share.resident != resident || share.withdrawn.is_none())
    }
}
