//! The talk after filling in: overview, insight, outlook, in seven small steps (docs/field.md §2.1g).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{answer::Voice, instrument::DimensionCode};

/// A step of the talk, one question each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TalkStep {
    /// Overview: what stands out.
    StandsOut,
    /// Insight: what matters most.
    MattersMost,
    /// Insight: what would you like to change; the key question.
    Change,
    /// Outlook: who or what can help.
    Helps,
    /// Outlook: the first small step, with a date.
    FirstStep,
    /// Outlook: when to look back.
    LookBack,
    /// What would make your neighbourhood better; optional, with a purpose of its own.
    Neighbourhood,
}

impl TalkStep {
    /// Every step in the order of the talk.
    pub const ALL: [Self; 7] = [
        Self::StandsOut,
        Self::MattersMost,
        Self::Change,
        Self::Helps,
        Self::FirstStep,
        Self::LookBack,
        Self::Neighbourhood,
    ];

    /// The stable name used in documents, tables, addresses and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::StandsOut => "stands-out",
            Self::MattersMost => "matters-most",
            Self::Change => "change",
            Self::Helps => "helps",
            Self::FirstStep => "first-step",
            Self::LookBack => "look-back",
            Self::Neighbourhood => "neighbourhood",
        }
    }

    /// The step of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }
}

/// What was said at one step.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Said {
    /// The words of each voice; no entry where nobody spoke.
    pub words: BTreeMap<Voice, String>,
    /// *Klopt dit?*: whether the resident recognises the professional's words. Empty until asked.
    pub right: Option<bool>,
    /// The dimensions it belongs to (*past bij*).
    pub themes: BTreeSet<DimensionCode>,
}
