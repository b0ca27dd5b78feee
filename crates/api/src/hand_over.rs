//! The device in the hands of the resident: one question a screen, and nothing else.

use std::collections::BTreeMap;

use domain::{
    ConversationId, Form, Language, Target,
    answer::Answer,
    instrument::{DimensionCode, InstrumentKey},
};
use serde::{Deserialize, Serialize};

/// Give the device to the resident.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HandOver {
    /// For which conversation.
    pub conversation: ConversationId,
    /// Which dimensions to ask the aspects of; the others are asked with one mark. Empty asks six marks.
    pub aspects_of: Vec<DimensionCode>,
}

/// What the resident sees.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct GetHandOver {}

/// What the resident sees: the questions and their own answers, nothing of anybody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOverView {
    /// The instrument to ask with.
    pub instrument: InstrumentKey,
    /// How to speak to the resident.
    pub form: Form,
    /// The language they read.
    pub language: Language,
    /// What is asked, in order.
    pub questions: Vec<Target>,
    /// The answers so far, and whether they want to talk about it.
    pub answers: BTreeMap<Target, Own>,
    /// There is an offline voice.
    pub voice: bool,
}

/// An own answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Own {
    /// The answer; empty until given.
    pub answer: Option<Answer>,
    /// "Hier wil ik over praten".
    pub want_to_talk: bool,
}

/// The resident answers.
#[derive(Clone, Serialize, Deserialize)]
pub struct AnswerHandOver {
    /// What.
    pub target: Target,
    /// The whole of it, as it should be.
    pub own: Own,
}

/// "Klaar, geef terug": the device waits for the professional's unlock.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EndHandOver {}
