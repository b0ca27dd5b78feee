//! The web of the last time, for who asks for it: never shown by itself, so that nobody fills in what they filled in before.

use std::collections::BTreeMap;

use api::{conversation::ConversationView, instruments::GetInstrument};
use domain::{
    Answer, AnswerRecord, Target,
    instrument::{Instrument, Tenths},
};
use leptos::prelude::*;

use crate::{
    backend::reading,
    memo::memo,
    parts::{ToggleChip, icons},
    session::session,
    words::{Args, tr, words},
};

/// The last earlier web, while it is asked for. Copy it freely.
#[derive(Clone, Copy)]
pub struct EarlierWeb {
    /// Its day in words; nothing when there is no earlier web.
    when: StoredValue<Option<String>>,
    asked: RwSignal<bool>,
    marks: Memo<BTreeMap<Target, Tenths>>,
}

impl EarlierWeb {
    /// The last web before this talk.
    pub fn of(talk: Signal<ConversationView>) -> Self {
        let asked = RwSignal::new(false);
        let today = untrack(|| session().today());
        let last = talk.with_untracked(|talk| {
            talk.earlier
                .iter()
                .find(|earlier| !earlier.conversation.answers.is_empty())
                .map(|earlier| earlier.conversation.clone())
        });
        let when = StoredValue::new(last.as_ref().map(|last| words().near_date(last.on, today)));
        let marks = match last {
            None => memo(BTreeMap::new),
            Some(last) => {
                // With the questions of its own day: codes mean the same in all versions.
                let key = last.instrument.clone();
                let instrument = reading(move || GetInstrument { key: key.clone() });
                memo(move || match instrument.value().filter(|_| asked.get()) {
                    Some(instrument) => marks_of(&instrument, &last.answers),
                    None => BTreeMap::new(),
                })
            }
        };
        Self { when, asked, marks }
    }

    /// Where a dimension or an aspect stood, while that is asked for. Reactive.
    pub fn at(self, target: &Target) -> Option<Tenths> {
        self.marks.with(|marks| marks.get(target).copied())
    }

    /// "vorige keer: 6 (3 september)", while that is asked for. Reactive.
    pub fn words_at(self, target: &Target) -> Option<String> {
        let (mark, when) = (self.at(target)?, self.when.get_value()?);
        Some(tr("fill-last-time", Args::new().with("mark", mark_words(mark)).with("when", when)))
    }
}

/// Asks for the earlier web. Not there when there is none.
#[component]
pub fn AskEarlier(
    /// The earlier web.
    earlier: EarlierWeb,
) -> impl IntoView {
    earlier.when.get_value().map(|when| {
        let (asked, words) = (earlier.asked, tr("fill-ask-last-time", Args::new().with("when", when)));
        view! { <ToggleChip on=asked icon=icons::CALENDAR on_press=move |_| asked.update(|asked| *asked = !*asked)>{words}</ToggleChip> }
    })
}

/// A whole mark without a decimal, a mean with one.
fn mark_words(tenths: Tenths) -> String {
    if tenths.get().is_multiple_of(10) { (tenths.get() / 10).to_string() } else { words().decimal(tenths) }
}

/// What every dimension and every aspect of a web showed.
fn marks_of(instrument: &Instrument, answers: &BTreeMap<Target, AnswerRecord>) -> BTreeMap<Target, Tenths> {
    let answer = |target: &Target| answers.get(target)?.counted().map(|given| given.answer);
    let mut marks = BTreeMap::new();
    for dimension in &instrument.dimensions {
        let target = Target::Dimension(dimension.code.clone());
        let score = instrument.score(dimension, answer(&target), |item| answer(&Target::Item(item.clone())));
        marks.extend(score.tenths().map(|tenths| (target, tenths)));
        for item in &dimension.items {
            let target = Target::Item(item.code.clone());
            let mark = answer(&target).and_then(Answer::mark);
            marks.extend(mark.map(|mark| (target, mark.into())));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use domain::{Given, Mark, Voice};

    use super::*;

    fn given(answer: Answer) -> AnswerRecord {
        AnswerRecord { given: Some(Given { answer, voice: Voice::Resident }), ..AnswerRecord::default() }
    }

    #[test]
    fn an_earlier_web_has_marks_only_where_there_were_some() {
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let own: Target = "d:LF".parse().expect("a target");
        let aspect: Target = "i:LF1".parse().expect("a target");
        let answers = BTreeMap::from([
            (own.clone(), given(Answer::Value(Mark::new(6).expect("0 to 10")))),
            (aspect.clone(), given(Answer::Declined)),
        ]);
        let marks = marks_of(web, &answers);
        assert_eq!(marks.keys().collect::<Vec<_>>(), [&own], "declined and empty are no marks");
        assert_eq!(
            marks.get(&own).map(|mark| mark_words(*mark)),
            Some("6".to_owned()),
            "an own mark is a whole number"
        );
    }
}
