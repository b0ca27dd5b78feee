//! A resident's dossier: their webs over time, plan, bases; correcting and erasing.

use domain::{
    BasisId, ConversationId, Date, DossierEdit, GivenBy, Ground, Language, Purpose, ResidentId,
    conversation::Conversation, plan::Plan, resident::Dossier,
};
use serde::{Deserialize, Serialize};

/// Open a dossier. Written to the access log.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetDossier {
    /// Whose.
    pub resident: ResidentId,
}

/// A dossier, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DossierView {
    /// Whose.
    pub resident: ResidentId,
    /// Profile, contact person, remarks, bases.
    pub dossier: Dossier,
    /// The plan.
    pub plan: Plan,
    /// The conversations, the latest first.
    pub conversations: Vec<ConversationRow>,
    /// Part of the sample neighbourhood.
    pub sample: bool,
}

/// A conversation in a dossier, with enough to draw its web.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConversationRow {
    /// Which.
    pub id: ConversationId,
    /// The conversation.
    pub conversation: Conversation,
    /// Where to go on, if it is not rounded off.
    pub place: Option<String>,
    /// A copy still has to be printed.
    pub to_print: bool,
}

/// Correct something in a dossier. Bases have calls of their own.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditDossier {
    /// Whose.
    pub resident: ResidentId,
    /// What.
    pub edit: DossierEdit,
}

/// Record basis and purpose.
#[derive(Clone, Serialize, Deserialize)]
pub struct GiveBasis {
    /// Whose.
    pub resident: ResidentId,
    /// What it is for.
    pub purpose: Purpose,
    /// The legal ground.
    pub ground: Ground,
    /// Who gave it.
    pub given_by: GivenBy,
    /// The words in which it was told, as they stood on screen.
    pub told: String,
    /// Their language.
    pub language: Language,
}

/// Withdraw a basis, with one tap.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WithdrawBasis {
    /// Whose.
    pub resident: ResidentId,
    /// Which.
    pub basis: BasisId,
}

/// Erase a resident with everything that belongs to them, for ever.
#[derive(Clone, Serialize, Deserialize)]
pub struct EraseResident {
    /// Whom.
    pub resident: ResidentId,
    /// The name, typed to confirm.
    pub confirm: String,
    /// The passphrase, typed again: whoever finds an open device erases nobody.
    pub passphrase: String,
}

/// Erase one conversation, for ever.
#[derive(Clone, Serialize, Deserialize)]
pub struct EraseConversation {
    /// Which.
    pub conversation: ConversationId,
    /// The passphrase, typed again, for the same reason. It may be empty where nothing was written in it yet.
    pub passphrase: String,
}

/// Save a resident's own copy of their dossier as a JSON file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SaveCopy {
    /// Whose.
    pub resident: ResidentId,
}

/// The resident's copy was printed, or is no longer wanted on paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MarkPrinted {
    /// Of which conversation.
    pub conversation: ConversationId,
    /// `true`: printed (or not wanted). `false`: still to print.
    pub printed: bool,
}

/// What a saved copy holds, readable by people and machines (AVG art. 20).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Copy {
    /// `wijkweb-copy/1`.
    pub format: String,
    /// The day it was made.
    pub made_on: Date,
    /// The dossier.
    pub dossier: Dossier,
    /// The plan.
    pub plan: Plan,
    /// The conversations.
    pub conversations: Vec<(ConversationId, Conversation)>,
    /// The definitions the conversations were filled in with.
    pub instruments: Vec<domain::instrument::Instrument>,
}
