//! The way through the talk, and whether anything was said at a step. Every step can be skipped.

use domain::{Conversation, TalkStep, Voice};

/// The steps that every talk comes by; the question about the neighbourhood stands beside them, for who wants it.
pub(super) const MAIN: [TalkStep; 6] = [
    TalkStep::StandsOut,
    TalkStep::MattersMost,
    TalkStep::Change,
    TalkStep::Helps,
    TalkStep::FirstStep,
    TalkStep::LookBack,
];

/// The step after this one; nothing where the talk is rounded off next.
pub(super) fn next(step: TalkStep) -> Option<TalkStep> {
    MAIN.into_iter().skip_while(|main| *main != step).nth(1)
}

/// The step before this one; nothing where the web comes before it.
pub(super) fn step_before(step: TalkStep) -> Option<TalkStep> {
    match step {
        TalkStep::Neighbourhood => Some(TalkStep::LookBack),
        step => MAIN.into_iter().take_while(|main| *main != step).last(),
    }
}

/// Whether nothing was said or agreed at a step, by nobody.
pub(super) fn is_empty(conversation: &Conversation, step: TalkStep) -> bool {
    let said = conversation.talk.get(&step);
    let is_silent =
        said.is_none_or(|said| said.themes.is_empty() && said.words.values().all(|words| words.trim().is_empty()));
    let is_agreed = match step {
        TalkStep::FirstStep => conversation.first_step.is_some(),
        TalkStep::LookBack => conversation.look_back.is_some(),
        _ => false,
    };
    is_silent && !is_agreed
}

/// What a voice said at a step; empty where it said nothing. The resident's words at the first step are the step itself.
#[must_use]
pub fn said_by(conversation: &Conversation, step: TalkStep, voice: Voice) -> String {
    if step == TalkStep::FirstStep && voice == Voice::Resident {
        return conversation.first_step.as_ref().map(|first| first.text.clone()).unwrap_or_default();
    }
    conversation.talk.get(&step).and_then(|said| said.words.get(&voice)).cloned().unwrap_or_default()
}

/// What the resident said, in the order of the talk. The first step and the look-back are agreed and stand elsewhere.
#[must_use]
pub fn residents_words(conversation: &Conversation) -> Vec<(TalkStep, String)> {
    let spoken = TalkStep::ALL.into_iter().filter(|step| !matches!(step, TalkStep::FirstStep | TalkStep::LookBack));
    let said = spoken.map(|step| (step, said_by(conversation, step, Voice::Resident)));
    said.filter(|(_, words)| !words.trim().is_empty()).collect()
}

#[cfg(test)]
pub(crate) mod examples {
    use std::collections::{BTreeMap, BTreeSet};

    use domain::date;
    use domain::{Moment, ResidentId};

    use super::*;

    /// A talk in which nothing was said yet.
    pub(crate) fn talk() -> Conversation {
        Conversation {
            resident: ResidentId([1; 16]),
            instrument: "pg-volwassen@1".parse().expect("a key"),
            started: Moment(0),
            on: date(2026, 11, 23),
            place: String::new(),
            present: BTreeSet::new(),
            answers: BTreeMap::new(),
            talk: BTreeMap::new(),
            first_step: None,
            look_back: None,
            looked_back: None,
            finished: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::date;
    use domain::{FirstStep, Said, StepId};

    use super::{examples::talk, *};

    #[test]
    fn the_talk_goes_from_what_stands_out_to_the_look_back() {
        let mut way = vec![TalkStep::StandsOut];
        while let Some(step) = way.last().copied().and_then(next) {
            way.push(step);
        }
        assert_eq!(way, MAIN, "one after the other, and then it is rounded off");
        assert_eq!(next(TalkStep::Neighbourhood), None, "the extra question leads there too");
    }

    #[test]
    fn back_goes_the_same_way() {
        assert_eq!(step_before(TalkStep::StandsOut), None, "before the first question comes the web");
        assert_eq!(step_before(TalkStep::Change), Some(TalkStep::MattersMost), "one back");
        assert_eq!(step_before(TalkStep::Neighbourhood), Some(TalkStep::LookBack), "where it was asked from");
    }

    #[test]
    fn a_step_is_empty_until_somebody_said_or_agreed_something() {
        let mut talk = talk();
        assert!(TalkStep::ALL.into_iter().all(|step| is_empty(&talk, step)), "nothing was said");
        talk.look_back = Some(date(2027, 1, 11));
        assert!(!is_empty(&talk, TalkStep::LookBack), "a day was agreed");
        let emptied = Said { words: [(Voice::Kin, " ".to_owned())].into(), ..Said::default() };
        talk.talk.insert(TalkStep::Helps, emptied);
        assert!(is_empty(&talk, TalkStep::Helps), "what was wiped is not said");
        let themes = ["MD".parse().expect("a code")].into();
        talk.talk.insert(TalkStep::Change, Said { themes, ..Said::default() });
        assert!(!is_empty(&talk, TalkStep::Change), "a theme is something too");
    }

    #[test]
    fn the_first_step_is_what_the_resident_said_there() {
        let mut talk = talk();
        talk.first_step = Some(FirstStep { step: StepId([3; 16]), text: "kijken bij de eettafel".into(), on: None });
        assert_eq!(
            said_by(&talk, TalkStep::FirstStep, Voice::Resident),
            "kijken bij de eettafel",
            "the step is their words"
        );
        assert_eq!(said_by(&talk, TalkStep::FirstStep, Voice::Kin), "", "nobody else's");
    }

    #[test]
    fn the_residents_words_are_theirs_alone_in_the_order_of_the_talk() {
        let mut talk = talk();
        let words = |voice, text: &str| Said { words: [(voice, text.to_owned())].into(), ..Said::default() };
        talk.talk.insert(TalkStep::Helps, words(Voice::Resident, "mijn zus"));
        talk.talk.insert(TalkStep::Change, words(Voice::Resident, "samen eten"));
        talk.talk.insert(TalkStep::MattersMost, words(Voice::Professional, "U kookt graag."));
        let expected = [(TalkStep::Change, "samen eten".to_owned()), (TalkStep::Helps, "mijn zus".to_owned())];
        assert_eq!(residents_words(&talk), expected, "nobody else's");
    }
}
