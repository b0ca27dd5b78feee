//! A resident as the dossier keeps them: little, and chosen by them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Date, basis::Basis, id::BasisId, language::Language, moment::Moment};

/// How a resident wants to be spoken to. Asked once; *u* until then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// *U*.
    #[default]
    U,
    /// *Je*.
    Je,
}

impl Form {
    /// The name used in documents, tables and as `$form` in the words on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::U => "u",
            Self::Je => "je",
        }
    }
}

/// Who a resident is, as far as the conversation needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// A first or chosen name; not a surname.
    pub name: String,
    /// *U* or *je*.
    pub form: Form,
    /// First year of the decade of birth, such as 1950; a decade is enough.
    pub birth_decade: Option<u16>,
    /// The neighbourhood by its name; empty when not told.
    pub neighbourhood: String,
    /// The language the resident reads on their own screens and copy.
    pub language: Language,
}

impl Profile {
    /// Earliest and latest decade that can be chosen.
    pub const DECADES: std::ops::RangeInclusive<u16> = 1900..=2020;
}

/// A resident's dossier: profile, contact person, remarks, bases, and when they were last asked something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Dossier {
    /// Who the resident is.
    pub profile: Profile,
    /// When the dossier was made.
    pub added: Moment,
    /// The resident's *aanspreekpunt*: whom to turn to. A name and how to reach them, in one line.
    pub contact_person: String,
    /// Free remarks.
    pub remarks: String,
    /// What was agreed, by id: why what is written here may be kept or used.
    pub bases: BTreeMap<BasisId, Basis>,
    /// The last day on which somebody asked how it went.
    pub asked: Option<Date>,
    /// *Niet nu*: ask nothing before this day.
    pub not_before: Option<Date>,
}

impl Dossier {
    /// The basis for `purpose` that stands: given, and not withdrawn. Of several the latest.
    #[must_use]
    pub fn standing(&self, purpose: crate::Purpose) -> Option<(BasisId, &Basis)> {
        self.bases
            .iter()
            .filter(|(_, basis)| basis.purpose == purpose && basis.withdrawn.is_none())
            .max_by_key(|(id, basis)| (basis.given_at, **id))
            .map(|(id, basis)| (*id, basis))
    }
}

/// One change to a dossier, as one action of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DossierEdit {
    /// Correct who the resident is.
    Profile(Profile),
    /// Name the contact person.
    ContactPerson(String),
    /// Write the remarks; the whole text as it should read.
    Remarks(String),
    /// Record a basis. It never changes afterwards.
    GiveBasis(BasisId, Basis),
    /// Withdraw a basis. Wins over everything, for ever; giving again takes a new basis.
    WithdrawBasis(BasisId, Moment),
    /// Somebody asked how it went, on this day.
    Asked(Date),
    /// *Niet nu*: nothing before this day.
    NotBefore(Option<Date>),
}
