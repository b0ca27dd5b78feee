//! The one plan of a resident: *ik wil, ik kan, ik heb nodig*, and the steps (docs/field.md §2.12).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Date,
    id::{ConversationId, StepId},
};

/// A part of the plan that is written in the resident's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanPart {
    /// *Ik wil.*
    Want,
    /// *Ik kan.*
    Can,
    /// *Ik heb nodig.*
    Need,
    /// The solution, by the name people use for it.
    Solution,
    /// How it was before, in own words.
    Before,
    /// How it is after, in own words.
    After,
}

impl PlanPart {
    /// Every part, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Want, Self::Can, Self::Need, Self::Solution, Self::Before, Self::After];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Want => "want",
            Self::Can => "can",
            Self::Need => "need",
            Self::Solution => "solution",
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The part of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// How a step stands. No step fails: it happened, it waits, or it was let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Agreed, not heard of yet.
    #[default]
    Open,
    /// It happened.
    Happened,
    /// It turned out otherwise; in the note stands how.
    Otherwise,
    /// No longer wanted.
    LetGo,
}

impl StepState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Happened, Self::Otherwise, Self::LetGo];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Happened => "happened",
            Self::Otherwise => "otherwise",
            Self::LetGo => "let-go",
        }
    }

    /// The state of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A step in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step {
    /// The resident's words.
    pub text: String,
    /// The day it is meant for, if one was agreed.
    pub on: Option<Date>,
    /// The conversation it was agreed in, if it was one.
    pub agreed_in: Option<ConversationId>,
    /// How it stands.
    pub state: StepState,
    /// How it went, in own words.
    pub note: String,
}

/// A resident's plan, whole.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// The parts that have words.
    pub parts: BTreeMap<PlanPart, String>,
    /// The steps, by id.
    pub steps: BTreeMap<StepId, Step>,
}

/// One change to a plan, as one action of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanEdit {
    /// Write a part; the whole text as it should read.
    Write(PlanPart, String),
    /// Add a step, or correct its words and day; its state and note stay.
    Step(StepId, Step),
    /// Say how a step went.
    Settle(StepId, StepState, String),
    /// Take a step out of the plan.
    RemoveStep(StepId),
}
