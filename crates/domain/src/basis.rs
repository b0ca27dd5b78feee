//! Why something about a person may be kept or used: basis and purpose, as the AVG asks (docs/field.md §3.1).

use serde::{Deserialize, Serialize};

use crate::{date::Date, language::Language, moment::Moment};

/// What it is for. One basis, one purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Keep this conversation, for the resident and the professional.
    Keep,
    /// Share with a named helper or professional.
    Share,
    /// Pass on contact data for a referral (Welzijn op Recept).
    Refer,
    /// Count in an anonymous picture of the neighbourhood.
    GroupPicture,
    /// Use a quote or story in a learning meeting.
    Story,
    /// Use what the resident would change in the neighbourhood.
    NeighbourhoodWish,
}

impl Purpose {
    /// Every purpose, in the order in which a conversation may meet them.
    pub const ALL: [Self; 6] =
        [Self::Keep, Self::NeighbourhoodWish, Self::Share, Self::Refer, Self::GroupPicture, Self::Story];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Share => "share",
            Self::Refer => "refer",
            Self::GroupPicture => "group-picture",
            Self::Story => "story",
            Self::NeighbourhoodWish => "neighbourhood-wish",
        }
    }

    /// The purpose of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// The legal ground. Consent is not always the right one in the social domain, so it is a choice, not a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The person agreed (*toestemming*).
    #[default]
    Consent,
    /// A task in the public interest (*publieke taak*).
    PublicTask,
    /// An agreement with the person (*overeenkomst*).
    Agreement,
}

impl Ground {
    /// Every ground, consent first.
    pub const ALL: [Self; 3] = [Self::Consent, Self::PublicTask, Self::Agreement];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Consent => "consent",
            Self::PublicTask => "public-task",
            Self::Agreement => "agreement",
        }
    }

    /// The ground of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.name() == name)
    }
}

/// Who gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenBy {
    /// The resident.
    #[default]
    Oneself,
    /// The resident together with somebody.
    Together,
    /// A representative.
    Representative,
}

impl GivenBy {
    /// Every way, the resident alone first.
    pub const ALL: [Self; 3] = [Self::Oneself, Self::Together, Self::Representative];

    /// The stable name used in documents, tables and locale keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Oneself => "oneself",
            Self::Together => "together",
            Self::Representative => "representative",
        }
    }

    /// The way of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }
}

/// A recorded basis. Immutable but for its withdrawal, which is kept beside it and always wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// What it is for.
    pub purpose: Purpose,
    /// The legal ground.
    pub ground: Ground,
    /// Who gave it.
    pub given_by: GivenBy,
    /// The very words in which it was told, so that it can be shown later what was agreed to.
    pub told: String,
    /// The language of those words.
    pub language: Language,
    /// When it was recorded.
    pub given_at: Moment,
    /// Name of the professional who recorded it.
    pub recorded_by: String,
    /// Until when it is meant to last; the app asks then, nothing withdraws by itself.
    pub until: Option<Date>,
    /// When it was withdrawn, if it was.
    pub withdrawn: Option<Moment>,
}
