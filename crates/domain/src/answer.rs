//! What can be answered to one question of a web, by whom, and what can be said beside it.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::{
    id::RemarkId,
    instrument::{DimensionCode, ItemCode},
};

/// A mark of 0 to 10, both included (docs/field.md §2.1b).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Mark(u8);

impl Mark {
    /// The highest mark.
    pub const MAX: Self = Self(10);

    /// The mark `value`, or nothing outside 0–10.
    #[must_use]
    pub const fn new(value: u8) -> Option<Self> {
        if value <= 10 { Some(Self(value)) } else { None }
    }

    /// The number, 0–10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?).ok_or_else(|| de::Error::custom("a mark lies between 0 and 10"))
    }
}

/// An answer to one question. No answer at all is `Option::None`: empty is not 0 and not 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A mark.
    Value(Mark),
    /// *Liever niet*: asked, and rather not answered. Counts as answered nowhere and lowers nothing.
    Declined,
}

impl Answer {
    /// The mark, if a mark was given.
    #[must_use]
    pub const fn mark(self) -> Option<Mark> {
        match self {
            Self::Value(mark) => Some(mark),
            Self::Declined => None,
        }
    }
}

/// Whose words or mark it is. Whoever held the tablet is not the point; whose voice it was is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// The resident.
    Resident,
    /// A *naaste*: family, carer, friend.
    Kin,
    /// The professional.
    Professional,
}

impl Voice {
    /// Every voice, the resident's first, as on screen.
    pub const ALL: [Self; 3] = [Self::Resident, Self::Kin, Self::Professional];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Kin => "kin",
            Self::Professional => "professional",
        }
    }

    /// The voice of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|voice| voice.name() == name)
    }
}

/// What an answer is given to: an aspect, or a dimension as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A dimension's own mark.
    Dimension(DimensionCode),
    /// An aspect of a dimension.
    Item(ItemCode),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dimension(code) => write!(f, "d:{code}"),
            Self::Item(code) => write!(f, "i:{code}"),
        }
    }
}

/// A text that was read as a target begins with neither `d:` nor `i:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a target is `d:` and a dimension's code or `i:` and an item's code")]
pub struct TargetError;

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        match text.split_once(':') {
            Some(("d", code)) => code.parse().map(Self::Dimension).map_err(|_| TargetError),
            Some(("i", code)) => code.parse().map(Self::Item).map_err(|_| TargetError),
            _ => Err(TargetError),
        }
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// An answer with the voice that gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// Who gave it.
    pub voice: Voice,
}

/// Everything that stands beside one question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AnswerRecord {
    /// The answer; empty until somebody gives one.
    pub given: Option<Given>,
    /// Other answers that were given at the same time on another device and wait for a person to choose.
    pub conflicting: Vec<Given>,
    /// "Hier wil ik over praten".
    pub want_to_talk: bool,
    /// Remarks in the order of their ids; usually one a voice.
    pub remarks: BTreeMap<RemarkId, Remark>,
}

impl AnswerRecord {
    /// The answer that counts: none while people have to choose between several.
    #[must_use]
    pub fn counted(&self) -> Option<Given> {
        self.given.filter(|_| self.conflicting.is_empty())
    }
}

/// Words beside an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Who said it.
    pub voice: Voice,
    /// The words.
    pub text: String,
}
