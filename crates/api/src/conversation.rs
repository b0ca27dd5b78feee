//! Holding a conversation.

use std::collections::BTreeSet;

use domain::{
    BasisId, ConversationEdit, ConversationId, Date, Mark, ResidentId, Target, Voice,
    conversation::Conversation,
    instrument::{DimensionCode, InstrumentKey},
    plan::Plan,
    resident::Profile,
};
use serde::{Deserialize, Serialize};

/// Begin a conversation.
#[derive(Clone, Serialize, Deserialize)]
pub struct StartConversation {
    /// With whom.
    pub resident: ResidentId,
    /// With which instrument.
    pub instrument: InstrumentKey,
    /// Where; empty when not told.
    pub place: String,
    /// Who is there.
    pub present: BTreeSet<Voice>,
}

/// A conversation with everything its screens show.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetConversation {
    /// Which.
    pub conversation: ConversationId,
}

/// A conversation with everything its screens show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConversationView {
    /// Which.
    pub id: ConversationId,
    /// Who the resident is; of a conversation that was shared by itself the name alone, as far as it is told.
    pub profile: Profile,
    /// The conversation.
    pub conversation: Conversation,
    /// Basis for keeping it; nothing may be answered without.
    pub keep: Option<BasisId>,
    /// Basis for the question about the neighbourhood.
    pub neighbourhood_wish: Option<BasisId>,
    /// The resident's plan.
    pub plan: Plan,
    /// Earlier conversations of this resident, the latest first, shown on request.
    pub earlier: Vec<Earlier>,
    /// What the professional privately expected to matter.
    pub expected: BTreeSet<DimensionCode>,
    /// Where to go on.
    pub place: Option<String>,
    /// The professional's name; of a conversation that was shared by itself, who shared it.
    pub professional: String,
    /// A copy still has to be printed.
    pub to_print: bool,
}

/// An earlier conversation, for comparing webs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Earlier {
    /// Which.
    pub id: ConversationId,
    /// The conversation.
    pub conversation: Conversation,
}

/// Change something in a conversation.
#[derive(Clone, Serialize, Deserialize)]
pub struct EditConversation {
    /// Which.
    pub conversation: ConversationId,
    /// What.
    pub edit: ConversationEdit,
}

/// Enter what was filled in on paper, at once. Fields that are not named stay as they are.
#[derive(Clone, Serialize, Deserialize)]
pub struct EnterMarks {
    /// Which.
    pub conversation: ConversationId,
    /// The marks, all in the voice of the resident.
    pub marks: Vec<(Target, Mark)>,
}

/// Agree the first small step: in the conversation and in the plan, in one go.
#[derive(Clone, Serialize, Deserialize)]
pub struct AgreeFirstStep {
    /// In which conversation.
    pub conversation: ConversationId,
    /// The resident's words; empty takes the step away.
    pub text: String,
    /// The day it is meant for.
    pub on: Option<Date>,
}

/// Beforehand and privately: what the professional expects to matter. Never leaves this device.
#[derive(Clone, Serialize, Deserialize)]
pub struct ExpectThemes {
    /// In which conversation.
    pub conversation: ConversationId,
    /// The dimensions.
    pub dimensions: BTreeSet<DimensionCode>,
}

/// Keep where the conversation is, to go on there.
#[derive(Clone, Serialize, Deserialize)]
pub struct KeepPlace {
    /// Which.
    pub conversation: ConversationId,
    /// The address within the conversation, such as `fill/MD`.
    pub place: String,
}
