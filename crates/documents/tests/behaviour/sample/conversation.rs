//! The conversation as a sample.

use std::collections::BTreeSet;

use documents::NewConversation;
use domain::{
    Answer, AnswerRecord, Conversation, ConversationEdit, FirstStep, Given, Mark, Moment, RemarkId, ResidentId, Said,
    StepId, TalkStep, Target, Voice, answer::Remark, instrument::DimensionCode,
};
use proptest::{collection::btree_set, option, prelude::*, sample::select};

use super::{Sample, day, ids, line, text};

fn targets() -> impl Strategy<Value = Target> {
    select(vec!["d:LF", "i:LF1", "i:LF2", "i:MW1"]).prop_map(|text| text.parse().expect("a target"))
}

fn voices() -> impl Strategy<Value = Voice> {
    select(&Voice::ALL[..])
}

fn answers() -> impl Strategy<Value = Option<Given>> {
    let answer = option::of(0..=10_u8).prop_map(|mark| match mark.and_then(Mark::new) {
        Some(mark) => Answer::Value(mark),
        None => Answer::Declined,
    });
    option::of((answer, voices()).prop_map(|(answer, voice)| Given { answer, voice }))
}

fn themes() -> impl Strategy<Value = BTreeSet<DimensionCode>> {
    btree_set(select(vec!["LF", "MW", "ZG"]).prop_map(|code| code.parse().expect("a code")), 0..=3)
}

fn talk(owner: u8) -> impl Strategy<Value = ConversationEdit> {
    let steps = || select(&TalkStep::ALL[..]);
    let first_step = (ids(owner), text(), day()).prop_map(|(id, text, on)| FirstStep { step: StepId(id), text, on });
    prop_oneof![
        (steps(), voices(), text()).prop_map(|(step, voice, text)| ConversationEdit::Say(step, voice, text)),
        (steps(), option::of(any::<bool>())).prop_map(|(step, right)| ConversationEdit::Right(step, right)),
        (steps(), themes()).prop_map(|(step, themes)| ConversationEdit::Themes(step, themes)),
        option::of(first_step).prop_map(ConversationEdit::FirstStep),
        day().prop_map(ConversationEdit::LookBack),
        day().prop_map(ConversationEdit::LookedBack),
        option::of(any::<i64>().prop_map(Moment)).prop_map(ConversationEdit::Finish),
        line().prop_map(ConversationEdit::Place),
        btree_set(voices(), 0..=3).prop_map(ConversationEdit::Present),
    ]
}

/// A remark keeps its question, so the question follows from the id.
fn question_of(id: [u8; 16]) -> Target {
    let text = if id[15] == 1 { "d:LF" } else { "i:LF1" };
    text.parse().expect("a target")
}

impl Sample for Conversation {
    fn first() -> NewConversation {
        NewConversation {
            resident: ResidentId([9; 16]),
            instrument: "pg-volwassen@1".parse().expect("a key"),
            started: Moment(1_790_000_000_000),
            on: domain::date(2026, 11, 23),
            place: "keukentafel".into(),
            present: [Voice::Resident, Voice::Professional].into(),
        }
    }

    fn at_first() -> Self {
        let NewConversation { resident, instrument, started, on, place, present } = Self::first();
        Self {
            resident,
            instrument,
            started,
            on,
            place,
            present,
            answers: [].into(),
            talk: [].into(),
            first_step: None,
            look_back: None,
            looked_back: None,
            finished: None,
        }
    }

    fn edit_by(owner: u8) -> BoxedStrategy<ConversationEdit> {
        prop_oneof![
            (targets(), answers()).prop_map(|(target, given)| ConversationEdit::Answer(target, given)),
            (targets(), any::<bool>()).prop_map(|(target, wanted)| ConversationEdit::WantToTalk(target, wanted)),
            (ids(owner), voices(), text()).prop_map(|(id, voice, text)| {
                ConversationEdit::Remark(question_of(id), RemarkId(id), Remark { voice, text })
            }),
            talk(owner),
        ]
        .boxed()
    }

    fn expect(&mut self, edit: &ConversationEdit) -> bool {
        match edit.clone() {
            ConversationEdit::Answer(target, given) => self.answers.entry(target).or_default().given = given,
            ConversationEdit::WantToTalk(target, wanted) => {
                self.answers.entry(target).or_default().want_to_talk = wanted
            }
            ConversationEdit::Remark(target, id, remark) => {
                let remarks = &mut self.answers.entry(target).or_default().remarks;
                if remark.text.is_empty() { drop(remarks.remove(&id)) } else { drop(remarks.insert(id, remark)) }
            }
            ConversationEdit::Say(step, voice, text) => {
                let words = &mut self.talk.entry(step).or_default().words;
                if text.is_empty() { drop(words.remove(&voice)) } else { drop(words.insert(voice, text)) }
            }
            ConversationEdit::Right(step, right) => self.talk.entry(step).or_default().right = right,
            ConversationEdit::Themes(step, themes) => self.talk.entry(step).or_default().themes = themes,
            ConversationEdit::Place(place) => self.place = place,
            ConversationEdit::Present(present) => self.present = present,
            ConversationEdit::FirstStep(step) => self.first_step = step,
            ConversationEdit::LookBack(day) => self.look_back = day,
            ConversationEdit::LookedBack(day) => self.looked_back = day,
            ConversationEdit::Finish(at) => self.finished = at,
        }
        self.answers.retain(|_, record| *record != AnswerRecord::default());
        self.talk.retain(|_, said| *said != Said::default());
        true
    }

    fn id_in(edit: &ConversationEdit) -> Option<[u8; 16]> {
        match edit {
            ConversationEdit::Remark(_, id, _) => Some(id.0),
            _ => None,
        }
    }

    fn has(&self, id: [u8; 16]) -> bool {
        self.answers.values().any(|record| record.remarks.contains_key(&RemarkId(id)))
    }
}
