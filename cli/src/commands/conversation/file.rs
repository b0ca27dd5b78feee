//! A conversation as it stands in a JSON file; docs/how-to/conversation-json.md tells it field by field.

use std::collections::{BTreeMap, BTreeSet};

use api::domain::{
    Answer, Conversation, Date, GivenBy, Ground, Language, Mark, Purpose, TalkStep, Target, Voice,
    answer::{AnswerRecord, Remark},
    instrument::{DimensionCode, InstrumentKey},
};
use serde::{Deserialize, Serialize};

/// A conversation, without whose it is and when it was.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConversationFile {
    pub(super) format: Format,
    #[serde(with = "as_text")]
    pub(super) instrument: InstrumentKey,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) place: String,
    pub(super) present: BTreeSet<Voice>,
    /// Given before the first answer. Not told when a conversation is shown: a basis belongs to the dossier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) bases: Vec<NewBasis>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) answers: BTreeMap<Target, Beside>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) talk: BTreeMap<TalkStep, Said>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) first_step: Option<FirstStep>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) look_back: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) looked_back: Option<Date>,
    #[serde(default)]
    pub(super) finished: bool,
}

/// The one format there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Format {
    #[serde(rename = "wijkweb-conversation/1")]
    One,
}

/// A basis to record.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBasis {
    pub(super) purpose: Purpose,
    pub(super) ground: Ground,
    pub(super) given_by: GivenBy,
    /// The words in which it was told.
    pub(super) told: String,
    pub(super) language: Language,
}

/// What stands beside one question.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Beside {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) answer: Option<Answered>,
    /// Who answered.
    #[serde(default = "resident", skip_serializing_if = "is_resident")]
    pub(super) voice: Voice,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) want_to_talk: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) remarks: Vec<Words>,
}

/// A mark of 0 to 10, or the word `declined`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Answered {
    Mark(Mark),
    Declined(Declined),
}

/// *Liever niet*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Declined {
    Declined,
}

/// Words with the voice that said them.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) voice: Voice,
    pub(super) text: String,
}

/// What was said at one step of the talk.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) words: BTreeMap<Voice, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) right: Option<bool>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) themes: BTreeSet<DimensionCode>,
}

/// The first small step.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FirstStep {
    pub(super) text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) on: Option<Date>,
}

impl ConversationFile {
    /// For people: a line a question, a line a voice, the first step.
    pub(super) fn lines(&self) -> Vec<String> {
        let answers = self.answers.iter().map(|(target, beside)| match beside.answer {
            Some(Answered::Mark(mark)) => format!("{target}  {}  {}", mark.get(), beside.voice.name()),
            Some(Answered::Declined(_)) => format!("{target}  –  {}", beside.voice.name()),
            None => target.to_string(),
        });
        let said = self.talk.iter().flat_map(|(step, said)| {
            said.words.iter().map(|(voice, words)| format!("{}  {}: {words}", step.name(), voice.name()))
        });
        let first = self.first_step.iter().map(|first| {
            let on = first.on.map(|on| format!("  {on}")).unwrap_or_default();
            format!("{}  {}{on}", TalkStep::FirstStep.name(), first.text)
        });
        answers.chain(said).chain(first).collect()
    }
}

impl From<&Conversation> for ConversationFile {
    fn from(talk: &Conversation) -> Self {
        let said = |said: &api::domain::Said| Said {
            words: said.words.clone(),
            right: said.right,
            themes: said.themes.clone(),
        };
        Self {
            format: Format::One,
            instrument: talk.instrument.clone(),
            place: talk.place.clone(),
            present: talk.present.clone(),
            bases: Vec::new(),
            answers: talk.answers.iter().map(|(target, record)| (target.clone(), record.into())).collect(),
            talk: talk.talk.iter().map(|(step, at)| (*step, said(at))).collect(),
            first_step: talk.first_step.as_ref().map(|first| FirstStep { text: first.text.clone(), on: first.on }),
            look_back: talk.look_back,
            looked_back: talk.looked_back,
            finished: talk.finished.is_some(),
        }
    }
}

impl From<&AnswerRecord> for Beside {
    fn from(record: &AnswerRecord) -> Self {
        let answered = |answer| match answer {
            Answer::Value(mark) => Answered::Mark(mark),
            Answer::Declined => Answered::Declined(Declined::Declined),
        };
        let words = |remark: &Remark| Words { voice: remark.voice, text: remark.text.clone() };
        Self {
            answer: record.given.map(|given| answered(given.answer)),
            voice: record.given.map_or(Voice::Resident, |given| given.voice),
            want_to_talk: record.want_to_talk,
            remarks: record.remarks.values().map(words).collect(),
        }
    }
}

const fn resident() -> Voice {
    Voice::Resident
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_resident(voice: &Voice) -> bool {
    *voice == Voice::Resident
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

mod as_text {
    use super::{Deserialize, InstrumentKey};

    pub(super) fn serialize<S: serde::Serializer>(key: &InstrumentKey, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(key)
    }

    pub(super) fn deserialize<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<InstrumentKey, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"format":"wijkweb-conversation/1","instrument":"pg-volwassen@1","present":["resident"]}"#;

    #[test]
    fn little_is_needed_and_what_is_not_known_is_refused() {
        assert!(serde_json::from_str::<ConversationFile>(SMALL).is_ok(), "an empty web can be begun");
        for wrong in [
            SMALL.replace("/1", "/2"),
            SMALL.replace("present", "presnt"),
            SMALL.replacen('}', r#","answers":{"d:MD":{"answer":11}}}"#, 1),
            SMALL.replacen('}', r#","answers":{"d:MD":{"answer":"rather not"}}}"#, 1),
            SMALL.replacen('}', r#","answers":{"MD":{"answer":5}}}"#, 1),
        ] {
            assert!(serde_json::from_str::<ConversationFile>(&wrong).is_err(), "{wrong} is read as nothing else");
        }
    }
}
