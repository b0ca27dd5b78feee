//! `written` and `search`: everything a person wrote about a resident, and the full-text index over it.
//!
//! The index takes its words from `written`, so both change together, and only when a text really changes: saving an answer
//! touches neither.

use domain::{ConversationId, RemarkId, ResidentId, StepId, TalkStep, Target, Voice, plan::PlanPart};
use rusqlite::{Connection, Result, params};

use crate::{sql, value::named};

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrittenKind {
    /// A resident's name.
    Name,
    /// A resident's neighbourhood.
    Neighbourhood,
    /// Whom a resident turns to.
    ContactPerson,
    /// The free remarks in a dossier.
    Remarks,
    /// A part of the plan.
    PlanPart,
    /// The words of a step in the plan.
    Step,
    /// How a step went.
    StepNote,
    /// Where a conversation was.
    Place,
    /// A remark beside an answer.
    Remark,
    /// What was said at a step of the talk.
    Said,
    /// The first small step of a conversation.
    FirstStep,
}

impl WrittenKind {
    /// The texts of a dossier.
    pub const DOSSIER: [Self; 4] = [Self::Name, Self::Neighbourhood, Self::ContactPerson, Self::Remarks];
    /// The texts of a plan.
    pub const PLAN: [Self; 3] = [Self::PlanPart, Self::Step, Self::StepNote];
    /// The texts of a conversation.
    pub const CONVERSATION: [Self; 4] = [Self::Place, Self::Remark, Self::Said, Self::FirstStep];

    /// The stable name used in tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Neighbourhood => "neighbourhood",
            Self::ContactPerson => "contact-person",
            Self::Remarks => "remarks",
            Self::PlanPart => "plan-part",
            Self::Step => "step",
            Self::StepNote => "step-note",
            Self::Place => "place",
            Self::Remark => "remark",
            Self::Said => "said",
            Self::FirstStep => "first-step",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::DOSSIER.into_iter().chain(Self::PLAN).chain(Self::CONVERSATION).find(|kind| kind.name() == name)
    }
}

/// Where a text stands: in whose scope, in which conversation (or in the dossier or plan), and as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub resident: ResidentId,
    owner: [u8; 16],
    pub kind: WrittenKind,
    part: String,
}

impl Place {
    pub(crate) fn in_dossier(resident: ResidentId, kind: WrittenKind) -> Self {
        Self { resident, owner: resident.0, kind, part: String::new() }
    }

    pub(crate) fn plan_part(resident: ResidentId, part: PlanPart) -> Self {
        Self { resident, owner: resident.0, kind: WrittenKind::PlanPart, part: part.name().to_owned() }
    }

    pub(crate) fn step(resident: ResidentId, kind: WrittenKind, step: StepId) -> Self {
        Self { resident, owner: resident.0, kind, part: step.to_string() }
    }

    pub(crate) fn in_conversation(resident: ResidentId, conversation: ConversationId, kind: WrittenKind) -> Self {
        Self { resident, owner: conversation.0, kind, part: String::new() }
    }

    pub(crate) fn remark(
        resident: ResidentId,
        conversation: ConversationId,
        target: &Target,
        remark: RemarkId,
    ) -> Self {
        Self { resident, owner: conversation.0, kind: WrittenKind::Remark, part: format!("{target}/{remark}") }
    }

    pub(crate) fn said(resident: ResidentId, conversation: ConversationId, step: TalkStep, voice: Voice) -> Self {
        Self {
            resident,
            owner: conversation.0,
            kind: WrittenKind::Said,
            part: format!("{}/{}", step.name(), voice.name()),
        }
    }
}

/// Makes `text` what stands there. An empty text is no text.
pub(crate) fn put(db: &Connection, place: &Place, text: &str) -> Result<()> {
    let query = "SELECT id, text FROM written WHERE owner = ?1 AND kind = ?2 AND part = ?3";
    let key = params![place.owner, place.kind.name(), place.part];
    let before: Option<(i64, String)> = sql::one(db, query, key, |row| Ok((row.get(0)?, row.get(1)?)))?;
    if before.as_ref().map_or("", |(_, before)| before) == text {
        return Ok(());
    }
    if let Some((id, before)) = before {
        forget(db, id, &before)?;
    }
    if !text.is_empty() {
        sql::run(
            db,
            "INSERT INTO written (resident, owner, kind, part, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![place.resident.0, place.owner, place.kind.name(), place.part, text],
        )?;
        sql::run(db, "INSERT INTO search (rowid, text) VALUES (?1, ?2)", params![db.last_insert_rowid(), text])?;
    }
    Ok(())
}

/// Makes `texts` all that stands of these kinds in the dossier, plan or conversation `owner`.
pub(crate) fn put_all(db: &Connection, owner: [u8; 16], kinds: &[WrittenKind], texts: &[(Place, &str)]) -> Result<()> {
    let query = "SELECT id, kind, part, text FROM written WHERE owner = ?1";
    let before: Vec<(i64, WrittenKind, String, String)> = sql::all(db, query, [owner], |row| {
        Ok((row.get(0)?, named(row, 1, WrittenKind::named)?, row.get(2)?, row.get(3)?))
    })?;
    for (id, kind, part, text) in before {
        let stays = texts.iter().any(|(place, _)| place.kind == kind && place.part == part);
        if kinds.contains(&kind) && !stays {
            forget(db, id, &text)?;
        }
    }
    texts.iter().try_for_each(|(place, text)| put(db, place, text))
}

/// Takes a text out of the table and, word by word, out of the index: it must be given exactly as it was put in.
fn forget(db: &Connection, id: i64, text: &str) -> Result<()> {
    sql::run(db, "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)", params![id, text])?;
    sql::run(db, "DELETE FROM written WHERE id = ?1", [id])?;
    Ok(())
}

/// Forgets every text of a conversation, or of a dossier and its plan.
pub(crate) fn forget_owner(db: &Connection, owner: [u8; 16]) -> Result<()> {
    let query = "SELECT id, text FROM written WHERE owner = ?1";
    let texts: Vec<(i64, String)> = sql::all(db, query, [owner], |row| Ok((row.get(0)?, row.get(1)?)))?;
    texts.iter().try_for_each(|(id, text)| forget(db, *id, text))
}

/// Forgets every text about a resident.
pub(crate) fn forget_resident(db: &Connection, resident: ResidentId) -> Result<()> {
    let query = "SELECT id, text FROM written WHERE resident = ?1";
    let texts: Vec<(i64, String)> = sql::all(db, query, [resident.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    texts.iter().try_for_each(|(id, text)| forget(db, *id, text))
}

/// Empties table and index.
pub(crate) fn clear(db: &Connection) -> Result<()> {
    sql::run(db, "DELETE FROM written", [])?;
    sql::run(db, "INSERT INTO search (search) VALUES ('delete-all')", [])?;
    Ok(())
}
