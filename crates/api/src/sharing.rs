//! Who may read a dossier, why, and since when; sharing it, and taking that back.

use domain::{
    BasisId, ConversationId, Date, DeviceId, DocumentId, GivenBy, Ground, Language, Moment, PersonId, ResidentId,
    TeamId, directory::Person,
};
use serde::{Deserialize, Serialize};

use crate::team::TeamName;

/// Get who can read a dossier.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetSharing {
    /// Whose.
    pub resident: ResidentId,
}

/// Who can read a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingView {
    /// The team in which it lives, or the only one with which it can be shared.
    pub team: Option<String>,
    /// With which teams it can be shared: its own; every team of this device while it is only here; none where there is none.
    pub teams: Vec<ShareTeam>,
    /// Other teams of this device, into which a copy can be brought along.
    pub others: Vec<TeamName>,
    /// A basis for keeping stands; without it nothing leaves this device.
    pub may_leave: bool,
    /// Who keeps it: who wrote it first, and to whom it was handed over.
    pub keepers: Vec<Person>,
    /// For whom it was shared beyond the keepers, the latest first; withdrawn ones too.
    pub shares: Vec<Share>,
    /// What waits to be told to the relay: a wish to share or withdraw.
    pub waiting: bool,
    /// An owner has said that nothing of it may be erased for now.
    pub held: bool,
    /// It stands on this device and nobody in the team can open it: this person has become a helper since it was begun.
    pub left_here: bool,
    /// This person, an owner, may say so, or that it may be erased again.
    pub may_hold: bool,
    /// With whom it can be shared in its team, this person left out; nobody while it has none.
    pub people: Vec<Reader>,
    /// What can be shared by itself: the conversations, the latest first.
    pub conversations: Vec<(ConversationId, Date)>,
}

/// A team with which a dossier can be shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareTeam {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Who is in it, this person left out.
    pub people: Vec<Reader>,
}

/// Somebody with whom can be shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reader {
    /// Who.
    pub id: PersonId,
    /// Name and role in words.
    pub person: Person,
    /// A helper reads named documents only.
    pub helper: bool,
}

/// One time that a dossier, or a part of it, was shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// On which basis.
    pub basis: BasisId,
    /// With whom.
    pub with: SharedWith,
    /// What of it.
    pub what: What,
    /// The documents that it covers; none where it is all of the dossier, also what comes later.
    pub documents: Vec<DocumentId>,
    /// The words in which it was told.
    pub told: String,
    /// Since when.
    pub since: Moment,
    /// Until when somebody meant it to last; the app asks then, it does not withdraw by itself.
    pub until: Option<Date>,
    /// When it was withdrawn.
    pub withdrawn: Option<Moment>,
    /// After withdrawing: on which devices there was a copy.
    pub copies: Vec<CopyOn>,
}

impl Share {
    /// Whether it is all of the dossier, also what comes later.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.documents.is_empty()
    }

    /// Whether a document of the dossier can be read by it.
    #[must_use]
    pub fn covers(&self, document: DocumentId) -> bool {
        self.is_whole() || self.documents.contains(&document)
    }
}

/// A copy of something that was withdrawn, on somebody else's device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyOn {
    /// On which device.
    pub device: DeviceId,
    /// Whose device; without a name where that has not come here.
    pub person: Person,
    /// Whether the device has said that its copy is gone.
    pub gone: bool,
}

/// With whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SharedWith {
    /// The team: everybody in it now and later.
    Team {},
    /// These people.
    People {
        /// Their names.
        people: Vec<Person>,
    },
    /// The resident, on a device of their own.
    Resident {},
}

/// What of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// The plan alone.
    Plan {},
    /// One conversation.
    Conversation {
        /// Which.
        conversation: ConversationId,
    },
    /// All of it, also what is written later. For a helper: the plan and the conversations that there are now.
    All {},
}

/// Share a dossier, or a part, on a basis that is recorded with it.
#[derive(Clone, Serialize, Deserialize)]
pub struct ShareDossier {
    /// Whose.
    pub resident: ResidentId,
    /// In which team, where the dossier is in none yet and there are several. It lives there from then on.
    pub team: Option<TeamId>,
    /// With whom: nobody named is the team.
    pub people: Vec<PersonId>,
    /// What of it. Where a helper is named with others it is a part.
    pub what: What,
    /// The legal ground.
    pub ground: Ground,
    /// Who gave it.
    pub given_by: GivenBy,
    /// The words in which it was told, as they stood on screen.
    pub told: String,
    /// Their language.
    pub language: Language,
    /// Until when it is meant to last.
    pub until: Option<Date>,
}

/// Hand a dossier over to somebody who keeps it from then on, besides who kept it or in the place of this person. Whoever reads all
/// of it can, so also for a colleague who is ill or has left.
#[derive(Clone, Serialize, Deserialize)]
pub struct HandOverDossier {
    /// Whose.
    pub resident: ResidentId,
    /// To whom.
    pub to: PersonId,
    /// The legal ground.
    pub ground: Ground,
    /// Who gave it: the resident was asked.
    pub given_by: GivenBy,
    /// The words in which it was told.
    pub told: String,
    /// Their language.
    pub language: Language,
    /// This person, who kept it, no longer does.
    pub instead: bool,
}

/// Bring a copy of a dossier along into another team, where it is another dossier, on a basis of its own. The one it was copied
/// from stays where it is.
#[derive(Clone, Serialize, Deserialize)]
pub struct BringAlong {
    /// Whose.
    pub resident: ResidentId,
    /// Into which team.
    pub team: TeamId,
    /// The legal ground on which it is kept there.
    pub ground: Ground,
    /// Who gave it.
    pub given_by: GivenBy,
    /// The words in which it was told.
    pub told: String,
    /// Their language.
    pub language: Language,
}

/// Say that nothing of a dossier may be erased for now, or that it may again. Only an owner can. Why, stands in the dossier itself.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct HoldDossier {
    /// Whose.
    pub resident: ResidentId,
    /// Whether the hold stands from now on.
    pub stands: bool,
}

/// Get what somebody who leaves or is ill has running: the page for a *warme overdracht*.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetRunning {
    /// Whose: one of [`RunningView::others`]. Nobody named is this person.
    pub of: Option<PersonId>,
}

/// What somebody has running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunningView {
    /// Whose this is; nothing for this person.
    pub of: Option<Keeping>,
    /// Whose can be asked for, by name: colleagues, and who kept a dossier and no longer can.
    pub others: Vec<Keeping>,
    /// The dossiers that they keep and this person may read, by name.
    pub dossiers: Vec<Running>,
    /// To whom they can be handed over, by name; where they are somebody else's, this person too.
    pub people: Vec<Reader>,
    /// This person among `people`.
    pub me: Option<PersonId>,
    /// What they keep besides, as far as the logs of the team tell.
    pub unread: Unread,
}

/// Somebody who keeps dossiers, or did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// Who.
    pub id: PersonId,
    /// Name and role in words; empty while they are not known here.
    pub person: Person,
    /// They are in the team as an owner or a member. Who left, or became a helper, keeps nothing any more.
    pub here: bool,
}

/// How many dossiers somebody keeps that are not on this page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// This person may read them, and they have not come yet.
    pub coming: u32,
    /// Somebody else in the team can open them.
    pub with_others: u32,
    /// Who those are, by name.
    pub ask: Vec<Person>,
    /// Nobody else in the team can open them.
    pub with_nobody: u32,
}

/// A dossier that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// Whose.
    pub resident: ResidentId,
    /// The name.
    pub name: String,
    /// The contact person, if one is named.
    pub contact_person: String,
    /// The day of the latest conversation.
    pub last: Option<Date>,
    /// Open steps of the plan with their dates.
    pub steps: Vec<(String, Option<Date>)>,
    /// The next day to look back together.
    pub look_back: Option<Date>,
    /// Who else keeps it, and who will.
    pub also: Vec<AlsoKeeps>,
}

/// Somebody else who keeps a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlsoKeeps {
    /// Who.
    pub id: PersonId,
    /// Name and role in words.
    pub person: Person,
    /// It was handed over on this device, and the team has not heard yet.
    pub waits: bool,
    /// They took it over by their own hand, and do not erase it alone until somebody else hands it to them.
    pub taken_over: bool,
}

impl Running {
    /// Nobody else in the team keeps it yet.
    #[must_use]
    pub fn has_no_other(&self) -> bool {
        self.also.iter().all(|other| other.waits)
    }
}
