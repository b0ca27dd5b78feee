//! What the web shows: its axes in order, each with a name and perhaps a mark. Made from an instrument and answers, nothing else.

use std::collections::BTreeMap;

use domain::{
    Answer, AnswerRecord, ConversationId, Language, Target,
    instrument::{DimensionCode, IconName, Instrument, Shown, Tenths},
};

use super::hue::Hue;

/// A web as it is drawn, told and put in a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Web {
    /// Clockwise from the top, in the order of the instrument; never sorted by mark.
    pub axes: Vec<Axis>,
}

/// One axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// Which dimension.
    pub code: DimensionCode,
    /// Its name on screen.
    pub label: String,
    /// Its drawing.
    pub icon: IconName,
    /// Its colour: identity, never a verdict.
    pub hue: Hue,
    /// What stands on the axis, and of which kind it is.
    pub shown: Shown,
    /// What the person answered for the dimension as a whole; kept apart, for it can be *liever niet*.
    pub own: Option<Answer>,
    /// Aspects with a mark: the x of "x of y".
    pub answered: usize,
    /// All its aspects: the y of "x of y"; 0 where there is only the one mark.
    pub of: usize,
}

impl Axis {
    /// The place on the axis; nothing when it is empty.
    #[must_use]
    pub fn tenths(&self) -> Option<Tenths> {
        match self.shown {
            Shown::Nothing => None,
            Shown::OwnMark(mark) => Some(mark.into()),
            Shown::Mean(tenths) => Some(tenths),
        }
    }

    /// Whether the person's own mark can be set on the web itself. Where a mean stands, the aspects decide and a handle would lie.
    #[must_use]
    pub fn adjustable(&self) -> bool {
        !matches!(self.shown, Shown::Mean(_))
    }
}

impl Web {
    /// The web of a conversation.
    #[must_use]
    pub fn of(instrument: &Instrument, language: Language, answers: &BTreeMap<Target, AnswerRecord>) -> Self {
        Self::with(instrument, language, |target| Some(answers.get(target)?.counted()?.answer))
    }

    /// The web of answers that are kept in another shape, such as those of a hand-over.
    #[must_use]
    pub fn with(instrument: &Instrument, language: Language, answer_to: impl Fn(&Target) -> Option<Answer>) -> Self {
        let axes = instrument.dimensions.iter().enumerate().map(|(index, dimension)| {
            let own = answer_to(&Target::Dimension(dimension.code.clone()));
            let score = instrument.score(dimension, own, |item| answer_to(&Target::Item(item.clone())));
            Axis {
                code: dimension.code.clone(),
                label: dimension.label.get(language).to_owned(),
                icon: dimension.icon,
                hue: Hue::of(&dimension.code, index),
                shown: score.shown,
                own: score.own,
                answered: score.answered,
                of: score.of,
            }
        });
        Self { axes: axes.collect() }
    }

    /// The marks in the order of the axes.
    #[must_use]
    pub fn marks(&self) -> Vec<Option<Tenths>> {
        self.axes.iter().map(Axis::tenths).collect()
    }

    /// The axis of a dimension.
    #[must_use]
    pub fn axis(&self, code: &DimensionCode) -> Option<&Axis> {
        self.axes.iter().find(|axis| axis.code == *code)
    }

    /// The marks of another web on the axes of this one. A dimension that the other web does not have is empty there: webs of
    /// different instruments can be laid over each other, for a code means the same in all of them.
    #[must_use]
    pub fn marks_of(&self, other: &Self) -> Vec<Option<Tenths>> {
        self.axes.iter().map(|axis| other.axis(&axis.code).and_then(Axis::tenths)).collect()
    }
}

/// A web with the conversation it belongs to and its day in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedWeb {
    /// Whose web it is among others.
    pub conversation: ConversationId,
    /// The day as it is said inside a sentence: `vandaag`, `3 september`.
    pub when: String,
    /// The web.
    pub web: Web,
}

/// Webs to test with.
#[cfg(test)]
pub(crate) mod examples {
    use domain::Mark;

    use super::*;

    /// The six axes of the adult web with these own marks.
    pub(crate) fn six(marks: [Option<u8>; 6]) -> Web {
        let names =
            ["Lichaam", "Gevoel en gedachten", "Zingeving", "Kwaliteit van leven", "Meedoen", "Dagelijks leven"];
        let codes = ["LF", "MW", "ZG", "KL", "MD", "DF"];
        let axes = codes.iter().zip(names).zip(marks).enumerate().map(|(index, ((code, name), mark))| {
            let code = code.parse().expect("a code");
            let mark = mark.map(|mark| Mark::new(mark).expect("0 to 10"));
            Axis {
                hue: Hue::of(&code, index),
                code,
                label: name.to_owned(),
                icon: IconName::Sun,
                shown: mark.map_or(Shown::Nothing, Shown::OwnMark),
                own: mark.map(Answer::Value),
                answered: 0,
                of: 0,
            }
        });
        Web { axes: axes.collect() }
    }

    /// A mean, as an instrument reckons it.
    pub(crate) fn mean(tenths: u8) -> Shown {
        Shown::Mean(serde_json::from_value(tenths.into()).expect("0 to 100"))
    }
}

#[cfg(test)]
mod tests {
    use domain::{Given, Mark, Voice};
    use serde_json::json;

    use super::*;

    fn instrument() -> Instrument {
        let words = json!({ "nl": "x", "en": "y" });
        let item = |code: &str| json!({ "code": code, "label": words, "explanation": words, "question": words });
        let dimension = |code: &str, items: Vec<serde_json::Value>| json!({ "code": code, "icon": "sun", "label": words, "explanation": words, "question": words, "items": items });
        serde_json::from_value(json!({
            "id": "proef", "version": 1, "audience": "other", "title": words, "languages": ["nl", "en"],
            "scale": { "min": 0, "max": 10, "step": 1, "ends": { "low": words, "high": words } },
            "missing": { "at_least": "half" }, "aggregation": "mean", "source": words, "licence": words, "wording": "own",
            "dimensions": [dimension("LF", vec![item("LF1"), item("LF2")]), dimension("MW", vec![]), dimension("X", vec![])],
        }))
        .expect("the definition is complete")
    }

    fn value(mark: u8) -> AnswerRecord {
        let answer = Answer::Value(Mark::new(mark).expect("0 to 10"));
        AnswerRecord { given: Some(Given { answer, voice: Voice::Resident }), ..AnswerRecord::default() }
    }

    fn target(text: &str) -> Target {
        text.parse().expect("a target")
    }

    #[test]
    fn the_axes_follow_the_instrument_and_its_rule() {
        let answers = [(target("i:LF1"), value(7)), (target("i:LF2"), value(6)), (target("d:MW"), value(4))].into();
        let web = Web::of(&instrument(), Language::En, &answers);
        let shown: Vec<_> = web.axes.iter().map(|axis| (axis.code.as_str(), axis.tenths().map(Tenths::get))).collect();
        assert_eq!(
            shown,
            [("LF", Some(65)), ("MW", Some(40)), ("X", None)],
            "a mean, an own mark, and nothing, in the order of the file"
        );
        assert_eq!(web.axes[0].label, "y", "in the language that was asked for");
        assert_eq!((web.axes[0].answered, web.axes[0].of), (2, 2), "x of y comes along");
        assert!(
            !web.axes[0].adjustable() && web.axes[1].adjustable(),
            "the aspects decide on a mean, the person on an own mark"
        );
    }

    #[test]
    fn declining_leaves_the_axis_empty() {
        let declined = AnswerRecord {
            given: Some(Given { answer: Answer::Declined, voice: Voice::Resident }),
            ..AnswerRecord::default()
        };
        let web = Web::of(&instrument(), Language::Nl, &[(target("d:MW"), declined)].into());
        assert_eq!(web.axes[1].tenths(), None, "liever niet is no mark");
        assert_eq!(web.axes[1].own, Some(Answer::Declined), "but it is said");
    }

    #[test]
    fn an_answer_that_waits_for_a_choice_leaves_the_axis_empty() {
        let other = value(3).given.into_iter().collect();
        let two = AnswerRecord { conflicting: other, ..value(8) };
        let web = Web::of(&instrument(), Language::Nl, &[(target("d:MW"), two)].into());
        assert_eq!(web.axes[1].tenths(), None, "nobody has said which of the two is right");
        assert_eq!(web.axes[1].own, None, "so neither is the person's answer yet");
    }

    #[test]
    fn an_earlier_web_is_laid_over_by_code() {
        let now = examples::six([Some(1), Some(2), Some(3), Some(4), Some(5), Some(6)]);
        let mut earlier = examples::six([Some(9), None, Some(8), Some(7), Some(6), Some(5)]);
        earlier.axes.reverse();
        earlier.axes.retain(|axis| axis.code.as_str() != "DF");
        let marks: Vec<_> = now.marks_of(&earlier).into_iter().map(|mark| mark.map(Tenths::get)).collect();
        assert_eq!(
            marks,
            [Some(90), None, Some(80), Some(70), Some(60), None],
            "order does not matter; what is not there is empty"
        );
    }
}
