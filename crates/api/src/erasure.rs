//! Erasing a dossier that somebody else keeps, or that one took over: an owner or who took it over asks, and a second person agrees.

use domain::{RecordId, ResidentId, TeamId, directory::Person};
use serde::{Deserialize, Serialize};

/// Get the dossiers that this person can have erased with a second person, and those of which somebody asks it, in every team that is
/// shown.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetOthersDossiers {}

/// What an owner, who took one over, or a second person can know of dossiers that they do not erase alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersDossiersView {
    /// Those that wait for this person first, then those that wait for somebody else.
    pub dossiers: Vec<OthersDossier>,
}

/// A dossier that somebody else keeps. Most often nobody here can read it: its name is known to its readers only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OthersDossier {
    /// In which team.
    pub team: TeamId,
    /// The team's name.
    pub team_name: String,
    /// Which dossier.
    pub dossier: ResidentId,
    /// What people call it, such as `7KQ4-M2XA`; it stands in the dossier too.
    pub reference: String,
    /// The resident's name, where this device reads the dossier.
    pub name: Option<String>,
    /// Who keeps it.
    pub keepers: Vec<Keeper>,
    /// This person took it over, and so erases it with somebody else.
    pub taken_over: bool,
    /// Up to where this device has seen who may read it. What is agreed to is agreed as it stands here.
    pub seen: RecordId,
    /// What this person can do.
    pub step: ErasureStep,
}

/// Somebody who keeps a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeper {
    /// Name and role in words; nothing where nobody here knows them.
    pub person: Option<Person>,
    /// Still in the team, and so can be asked.
    pub here: bool,
    /// May erase it alone: did not take it over by their own hand.
    pub alone: bool,
}

/// How far an erasure by two is, for this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureStep {
    /// Nobody has asked yet; this person can.
    Ask {},
    /// Somebody asks, and this person can agree. Then it is erased.
    Agree {
        /// Who asks.
        by: Person,
    },
    /// This person has agreed; it waits for somebody else.
    Waits {
        /// Somebody else has agreed too: it goes once the owner's device hears of that.
        both: bool,
        /// On this device, where it can be taken back.
        here: bool,
    },
    /// A hold stands: nobody erases it.
    Held {},
    /// Nobody but this person was in the team when the dossier began, so nobody can be the second one.
    NoSecond {},
    /// Somebody asks, and this person came to the team after the dossier had begun, so cannot be the second one.
    TooLate {
        /// Who asks.
        by: Person,
    },
}

/// Agree that a dossier is erased: an owner asks with it, a second person says yes with it. Where both have, it is erased, for ever.
#[derive(Clone, Serialize, Deserialize)]
pub struct AgreeToErasure {
    /// In which team.
    pub team: TeamId,
    /// Which dossier.
    pub dossier: ResidentId,
    /// As it was seen. If it is not so any more, nothing is agreed.
    pub seen: RecordId,
    /// The reference of the dossier, typed to confirm.
    pub confirm: String,
    /// Typed again: an unlocked device in other hands is not its owner.
    pub passphrase: String,
}

/// Take back what this person has agreed to on this device, as long as the dossier stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct TakeBackErasure {
    /// In which team.
    pub team: TeamId,
    /// Which dossier.
    pub dossier: ResidentId,
}
