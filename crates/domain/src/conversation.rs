//! A conversation: a web filled in together, what was said about it, and what was agreed.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    answer::{AnswerRecord, Given, Remark, Target, Voice},
    id::{RemarkId, ResidentId, StepId},
    instrument::{DimensionCode, InstrumentKey},
    moment::Moment,
    talk::{Said, TalkStep},
};

/// A conversation, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// Whose conversation it is.
    pub resident: ResidentId,
    /// The instrument and version it is filled in with, for ever.
    pub instrument: InstrumentKey,
    /// When it began.
    pub started: Moment,
    /// The day of the talk.
    pub on: Date,
    /// Where, in a word; empty when not told.
    pub place: String,
    /// Who was there.
    pub present: BTreeSet<Voice>,
    /// What stands beside each question; no entry where nothing was touched.
    pub answers: BTreeMap<Target, AnswerRecord>,
    /// What was said at each step of the talk; no entry where nothing was.
    pub talk: BTreeMap<TalkStep, Said>,
    /// The first small step as agreed in this talk; how it goes on stands in the plan.
    pub first_step: Option<FirstStep>,
    /// When to look back together.
    pub look_back: Option<Date>,
    /// Whether the look-back was done.
    pub looked_back: Option<Date>,
    /// When it was rounded off; empty while it may go on.
    pub finished: Option<Moment>,
}

impl Conversation {
    /// Whether anything was written in it yet.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        !self.answers.is_empty() || !self.talk.is_empty() || self.first_step.is_some() || self.looked_back.is_some()
    }
}

/// A small step as it was agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstStep {
    /// The same step in the plan.
    pub step: StepId,
    /// The resident's words.
    pub text: String,
    /// The day it is meant for.
    pub on: Option<Date>,
}

/// One change to a conversation, as one action of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConversationEdit {
    /// Give, change or (with nothing) wipe an answer.
    Answer(Target, Option<Given>),
    /// "Hier wil ik over praten", on or off.
    WantToTalk(Target, bool),
    /// Write a remark; the whole text as it should read. An empty text removes it.
    Remark(Target, RemarkId, Remark),
    /// Write what a voice said at a step; the whole text as it should read.
    Say(TalkStep, Voice, String),
    /// *Klopt dit?*
    Right(TalkStep, Option<bool>),
    /// The dimensions a step belongs to.
    Themes(TalkStep, BTreeSet<DimensionCode>),
    /// Where the talk is.
    Place(String),
    /// Who is there.
    Present(BTreeSet<Voice>),
    /// Agree the first step, or take it away.
    FirstStep(Option<FirstStep>),
    /// Agree when to look back, or not.
    LookBack(Option<Date>),
    /// The look-back was done on this day.
    LookedBack(Option<Date>),
    /// Round off, or open again.
    Finish(Option<Moment>),
}
