//! The sample neighbourhood: invented people, to look around with before there is anybody real.
//!
//! Each resident is a file in `content/sample/`. Nothing but these functions mentions the files, so a program that never calls
//! them, such as the screens, does not carry them.
//!
//! Days in the files count from the day of loading: 0 is that day, -49 lies seven weeks before it, 3 comes three days later.
//! So the neighbourhood is as fresh next year as it is today.

mod check;
mod files;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use domain::{
    Answer, Form, GivenBy, Ground, Language, Mark, PlanPart, Profile, Purpose, StepState, TalkStep, Target, Voice,
    instrument::{DimensionCode, InstrumentKey},
};
use serde::{Deserialize, Deserializer, de};

pub use files::files;

/// A day, counted from the day of loading; negative before it.
pub type DayOffset = i32;

/// A resident of the sample neighbourhood, with everything that is told about them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleResident {
    /// A first or chosen name.
    pub name: String,
    /// *U* or *je*.
    #[serde(default)]
    pub form: Form,
    /// First year of the decade of birth.
    pub birth_decade: Option<u16>,
    /// The invented neighbourhood; empty when not told.
    #[serde(default)]
    pub neighbourhood: String,
    /// The language of their own screens and copy.
    #[serde(default)]
    pub language: Language,
    /// When the dossier was made.
    pub added: DayOffset,
    /// Whom to turn to.
    #[serde(default)]
    pub contact_person: String,
    /// Free remarks.
    #[serde(default)]
    pub remarks: String,
    /// The last day somebody asked how it went.
    pub asked: Option<DayOffset>,
    /// *Niet nu*: nothing before this day.
    pub not_before: Option<DayOffset>,
    /// What was agreed to, in the order in which it was.
    #[serde(default)]
    pub bases: Vec<SampleBasis>,
    /// The conversations, the earliest first.
    #[serde(default)]
    pub conversations: Vec<SampleConversation>,
    /// The parts of the plan that have words.
    #[serde(default)]
    pub plan: BTreeMap<PlanPart, String>,
    /// The steps of the plan.
    #[serde(default)]
    pub steps: Vec<SampleStep>,
}

impl SampleResident {
    /// Who the resident is, as a dossier keeps it.
    #[must_use]
    pub fn profile(&self) -> Profile {
        Profile {
            name: self.name.clone(),
            form: self.form,
            birth_decade: self.birth_decade,
            neighbourhood: self.neighbourhood.clone(),
            language: self.language,
        }
    }
}

/// A basis with its purpose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleBasis {
    /// What it is for.
    pub purpose: Purpose,
    /// The legal ground.
    #[serde(default)]
    pub ground: Ground,
    /// Who gave it.
    #[serde(default)]
    pub given_by: GivenBy,
    /// The day it was given.
    pub day: DayOffset,
    /// The words in which it was told, in the resident's language.
    pub told: String,
    /// The day it was withdrawn, if it was.
    pub withdrawn: Option<DayOffset>,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleConversation {
    /// A word by which steps name it; it stays within the file.
    pub id: String,
    /// The instrument and version it is filled in with, such as `pg-volwassen@1`.
    #[serde(deserialize_with = "key")]
    pub instrument: InstrumentKey,
    /// The day of the talk.
    pub day: DayOffset,
    /// Where, in a word or two.
    #[serde(default)]
    pub place: String,
    /// Who was there.
    pub present: BTreeSet<Voice>,
    /// Not rounded off: it goes on.
    #[serde(default)]
    pub unfinished: bool,
    /// When to look back.
    pub look_back: Option<DayOffset>,
    /// When that was done.
    pub looked_back: Option<DayOffset>,
    /// The copy is still to be printed.
    #[serde(default)]
    pub to_print: bool,
    /// What the professional expected to matter, beforehand.
    #[serde(default)]
    pub expected: BTreeSet<DimensionCode>,
    /// The answers by the voice that gave them; a question has one answer.
    #[serde(default)]
    pub answers: BTreeMap<Voice, BTreeMap<Target, SampleAnswer>>,
    /// "Hier wil ik over praten".
    #[serde(default)]
    pub want_to_talk: BTreeSet<Target>,
    /// Words beside answers.
    #[serde(default)]
    pub remarks: Vec<SampleRemark>,
    /// What was said at the steps of the talk.
    #[serde(default)]
    pub talk: Vec<SampleSaid>,
}

fn key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<InstrumentKey, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}

/// An answer; in a file a mark as a number, or `"declined"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleAnswer(pub Answer);

impl<'de> Deserialize<'de> for SampleAnswer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Word {
            Declined,
        }
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "expected a mark from 0 to 10, or \"declined\"")]
        enum Entered {
            Mark(Mark),
            Word(Word),
        }
        Ok(Self(match Entered::deserialize(deserializer)? {
            Entered::Mark(mark) => Answer::Value(mark),
            Entered::Word(Word::Declined) => Answer::Declined,
        }))
    }
}

/// Words beside an answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleRemark {
    /// Beside which question.
    pub target: Target,
    /// Who said it.
    pub voice: Voice,
    /// The words.
    pub text: String,
}

/// What was said at one step of a talk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleSaid {
    /// The step.
    pub step: TalkStep,
    /// The words of each voice.
    pub words: BTreeMap<Voice, String>,
    /// Whether the resident recognised the professional's words.
    pub right: Option<bool>,
    /// The dimensions it belongs to.
    #[serde(default)]
    pub themes: BTreeSet<DimensionCode>,
}

/// A step of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleStep {
    /// The resident's words.
    pub text: String,
    /// The day it is meant for.
    pub on: Option<DayOffset>,
    /// The id of the conversation whose first step it is.
    pub agreed_in: Option<String>,
    /// How it stands.
    #[serde(default)]
    pub state: StepState,
    /// How it went.
    #[serde(default)]
    pub note: String,
}

/// Reads and checks one file. The error tells in English what is wrong, for whoever edits the files.
///
/// # Errors
///
/// What does not parse, unknown keys, questions that the instrument does not ask, days that cannot be, words without a basis,
/// names and texts that the app itself would refuse or nudge away.
pub fn parse(text: &str) -> Result<SampleResident, String> {
    let resident: SampleResident = toml::from_str(text).map_err(|error| error.to_string())?;
    check::check(&resident)?;
    Ok(resident)
}

/// The sample neighbourhood, in the order of the files. Read once, at the first call.
///
/// A test sees to it that every file is right, so nobody is missing here.
#[must_use]
pub fn residents() -> &'static [SampleResident] {
    static RESIDENTS: LazyLock<Vec<SampleResident>> =
        LazyLock::new(|| files().iter().filter_map(|(_, text)| parse(text).ok()).collect());
    &RESIDENTS
}
