//! What was shared with the person of this device by itself: a plan or a conversation, without the dossier that it is from.

use domain::{Date, Moment, ResidentId};
use serde::{Deserialize, Serialize};

use crate::{sharing::What, sync::RecordAt, team::TeamName};

/// Get what was shared with this person by itself.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct GetShared {}

/// What was shared with this person by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedView {
    /// The plans and conversations that are here, the one shared last first.
    pub items: Vec<SharedItem>,
    /// What was here and has gone, until the person has put that away.
    pub gone: Option<Gone>,
    /// A team has not been read to its end yet: more may come.
    pub more: bool,
}

/// A plan or a conversation that was shared with this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedItem {
    /// Whose.
    pub resident: ResidentId,
    /// The plan, or which conversation.
    pub what: What,
    /// The day of the talk.
    pub on: Option<Date>,
    /// The resident's first name, and who shared it, as the note on its cover says.
    pub note: Option<SharedNote>,
    /// In which team.
    pub team: TeamName,
    /// Where what is written in it is.
    pub at: RecordAt,
}

/// What stands on the cover of something that was shared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedNote {
    /// The resident's first name.
    pub whose: String,
    /// Who shared it.
    pub by: String,
    /// Since when.
    pub since: Moment,
    /// The day of that, where this device is.
    pub since_day: Date,
    /// Until when it is meant to last.
    pub until: Option<Date>,
}

/// Something that was shared with this person is here no more: it was withdrawn, or erased. Nothing of it is told, since nothing of
/// it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// How much.
    pub count: u32,
    /// The day of the last.
    pub on: Date,
}

/// Put away that something has gone.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SeeGone {}
