//! What the resident wants to talk about: in the order of the axes and their aspects, never by how low something is.

use std::collections::BTreeMap;

use domain::{
    Answer, AnswerRecord, Target,
    instrument::{Dimension, DimensionCode, Instrument},
};

use crate::{parts::icons, spider_web::Hue, words::words};

/// Something to talk about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Want {
    /// The dimension it belongs to.
    pub dimension: DimensionCode,
    /// It is the dimension as a whole.
    pub is_dimension: bool,
    /// The id of its heading where it is filled in.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The dimension's name, under an aspect.
    pub note: String,
    /// The dimension's drawing.
    pub icon: icons::Drawing,
    /// The dimension's colour.
    pub tone: &'static str,
    /// Its mark, for who asks for figures; empty where there is none.
    pub figure: String,
}

/// Everything that has "Hier wil ik over praten".
pub(super) fn wants(instrument: &Instrument, answers: &BTreeMap<Target, AnswerRecord>) -> Vec<Want> {
    let is_wanted = |target: &Target| answers.get(target).is_some_and(|record| record.want_to_talk);
    let mut wants = Vec::new();
    for (place, dimension) in instrument.dimensions.iter().enumerate() {
        let tone = Hue::of(&dimension.code, place).tone();
        if is_wanted(&Target::Dimension(dimension.code.clone())) {
            wants.push(of_dimension(instrument, dimension, tone, answers));
        }
        let items = dimension.items.iter().filter(|item| is_wanted(&Target::Item(item.code.clone())));
        wants.extend(items.map(|item| Want {
            dimension: dimension.code.clone(),
            is_dimension: false,
            id: item.code.to_string(),
            label: item.label.get(words().language()).to_owned(),
            note: dimension.label.get(words().language()).to_owned(),
            icon: icons::of_dimension(dimension.icon),
            tone,
            figure: mark_words(answer(answers, &Target::Item(item.code.clone()))),
        }));
    }
    wants
}

fn of_dimension(
    instrument: &Instrument,
    dimension: &Dimension,
    tone: &'static str,
    answers: &BTreeMap<Target, AnswerRecord>,
) -> Want {
    let own = answer(answers, &Target::Dimension(dimension.code.clone()));
    let score = instrument.score(dimension, own, |item| answer(answers, &Target::Item(item.clone())));
    let figure = match score.shown {
        domain::instrument::Shown::Mean(mean) => words().decimal(mean),
        domain::instrument::Shown::OwnMark(_) | domain::instrument::Shown::Nothing => mark_words(own),
    };
    Want {
        dimension: dimension.code.clone(),
        is_dimension: true,
        id: dimension.code.to_string(),
        label: dimension.label.get(words().language()).to_owned(),
        note: String::new(),
        icon: icons::of_dimension(dimension.icon),
        tone,
        figure,
    }
}

fn answer(answers: &BTreeMap<Target, AnswerRecord>, target: &Target) -> Option<Answer> {
    answers.get(target)?.counted().map(|given| given.answer)
}

fn mark_words(answer: Option<Answer>) -> String {
    answer.and_then(Answer::mark).map(|mark| mark.get().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use domain::{Given, Mark, Voice};

    use super::*;

    fn wanted(mark: u8) -> AnswerRecord {
        let answer = Answer::Value(Mark::new(mark).expect("0 to 10"));
        AnswerRecord {
            given: Some(Given { answer, voice: Voice::Resident }),
            want_to_talk: true,
            ..AnswerRecord::default()
        }
    }

    #[test]
    fn the_list_follows_the_axes_whatever_the_marks() {
        crate::words::speak(domain::Language::Nl);
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let marks = [("i:DF1", 0), ("i:MD2", 1), ("d:LF", 9), ("i:LF3", 2), ("d:MD", 8)];
        let answers =
            marks.into_iter().map(|(target, mark)| (target.parse().expect("a target"), wanted(mark))).collect();
        let ids: Vec<_> = wants(web, &answers).into_iter().map(|want| want.id).collect();
        assert_eq!(ids, ["LF", "LF3", "MD", "MD2", "DF1"], "the lowest does not come first");
    }

    #[test]
    fn only_what_was_asked_for_is_listed() {
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let quiet = AnswerRecord { want_to_talk: false, ..wanted(0) };
        assert!(
            wants(web, &BTreeMap::from([("d:LF".parse().expect("a target"), quiet)])).is_empty(),
            "a low mark alone says nothing"
        );
        let open = AnswerRecord { given: None, ..wanted(0) };
        let listed = wants(web, &BTreeMap::from([("d:LF".parse().expect("a target"), open)]));
        assert_eq!(listed[0].figure, "", "one can talk about what has no mark");
    }
}
