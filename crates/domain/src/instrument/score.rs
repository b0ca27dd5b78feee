//! What stands on an axis of the web, and why.

use serde::{Deserialize, Serialize};

use super::{Aggregation, Dimension, Instrument, ItemCode};
use crate::{Answer, Mark};

/// A number with one decimal, held as whole tenths, so that it is exact and the same on every device. 0 to 100: 62 is 6.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tenths(u8);

impl Tenths {
    /// The mean of marks that add up to `sum`, to the nearest tenth; halves go up. Nothing when there are no marks.
    fn mean(sum: usize, count: usize) -> Option<Self> {
        let rounded = (sum * 20 + count).checked_div(count * 2)?;
        u8::try_from(rounded).ok().map(Self)
    }

    /// The tenths, 0–100.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl From<Mark> for Tenths {
    fn from(mark: Mark) -> Self {
        Self(mark.get() * 10)
    }
}

/// What the axis of a dimension shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum Shown {
    /// Nothing: the axis stays empty. Empty is not 0 and not 5.
    Nothing,
    /// The one mark that the person gave to the dimension as a whole.
    OwnMark(Mark),
    /// The mean of the answered items.
    Mean(Tenths),
}

/// The mark of one dimension and what it rests on. The screen says which of the two kinds it shows, with
/// "x of y answered" beside a mean and beside an axis that is still empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// What the axis shows.
    pub shown: Shown,
    /// What the person answered for the dimension as a whole, also when the mean is shown instead.
    pub own: Option<Answer>,
    /// Items with a mark: the x of "x of y".
    pub answered: usize,
    /// Items that the person would rather not answer. They count neither as answered nor as a number.
    pub declined: usize,
    /// Items of the dimension: the y of "x of y".
    pub of: usize,
}

impl Score {
    /// The place on the axis, whichever kind it is; nothing when the axis is empty.
    #[must_use]
    pub fn tenths(&self) -> Option<Tenths> {
        match self.shown {
            Shown::Nothing => None,
            Shown::OwnMark(mark) => Some(mark.into()),
            Shown::Mean(tenths) => Some(tenths),
        }
    }
}

impl Instrument {
    /// The score of one dimension, from the person's own answer to it as a whole and from the answers to its items.
    ///
    /// 1. Where the instrument takes the mean and enough items are answered ([`MissingRule`](super::MissingRule)), the mean shows.
    /// 2. Otherwise the person's own mark shows, if there is one.
    /// 3. Otherwise the axis is empty.
    ///
    /// So a person who starts with one mark a dimension and then opens the aspects sees the own mark stay until the aspects say
    /// enough. The own answer is never lost: it stays in [`Score::own`].
    pub fn score(
        &self,
        dimension: &Dimension,
        own: Option<Answer>,
        answer_to: impl Fn(&ItemCode) -> Option<Answer>,
    ) -> Score {
        let answers: Vec<Answer> = dimension.items.iter().filter_map(|item| answer_to(&item.code)).collect();
        let marks: Vec<Mark> = answers.iter().filter_map(|answer| answer.mark()).collect();
        let of = dimension.items.len();
        let mean = match self.aggregation {
            Aggregation::Mean if marks.len() >= self.missing.at_least.of(of) => {
                Tenths::mean(marks.iter().map(|mark| usize::from(mark.get())).sum(), marks.len())
            }
            Aggregation::Mean | Aggregation::OwnMark => None,
        };
        let shown = match (mean, own.and_then(Answer::mark)) {
            (Some(mean), _) => Shown::Mean(mean),
            (None, Some(mark)) => Shown::OwnMark(mark),
            (None, None) => Shown::Nothing,
        };
        Score { shown, own, answered: marks.len(), declined: answers.len() - marks.len(), of }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    /// An instrument with one dimension of `of` items, made as an import would make it.
    fn instrument(aggregation: &str, of: u8) -> Instrument {
        let words = json!({ "nl": "x" });
        let ends = json!({ "low": words, "high": words });
        let items: Vec<_> = (1..=of)
            .map(|n| json!({ "code": format!("A{n}"), "label": words, "explanation": words, "question": words }))
            .collect();
        serde_json::from_value(json!({
            "id": "proef", "version": 1, "audience": "other", "title": words, "languages": ["nl"],
            "scale": { "min": 0, "max": 10, "step": 1, "ends": ends }, "missing": { "at_least": "half" },
            "aggregation": aggregation, "source": words, "licence": words, "wording": "own",
            "dimensions": [{ "code": "A", "icon": "sun", "label": words, "explanation": words, "question": words, "items": items }],
        }))
        .expect("the definition is complete")
    }

    fn value(mark: u8) -> Answer {
        Answer::Value(Mark::new(mark).expect("0 to 10"))
    }

    fn score(instrument: &Instrument, own: Option<Answer>, answers: &[(&str, Answer)]) -> Score {
        let answers: BTreeMap<ItemCode, Answer> =
            answers.iter().map(|(code, answer)| (code.parse().expect("a code"), *answer)).collect();
        instrument.score(&instrument.dimensions[0], own, |code| answers.get(code).copied())
    }

    #[test]
    fn a_dimension_without_answers_stays_empty() {
        let score = score(&instrument("mean", 4), None, &[]);
        assert_eq!(score.shown, Shown::Nothing, "empty is not 0 and not 5");
        assert_eq!((score.answered, score.of), (0, 4), "0 of 4 answered");
    }

    #[test]
    fn a_mean_has_one_decimal_and_halves_go_up() {
        let web = instrument("mean", 4);
        let third = score(&web, None, &[("A1", value(6)), ("A2", value(6)), ("A3", value(7))]);
        assert_eq!(third.tenths().map(Tenths::get), Some(63), "19 / 3 = 6.33 shows as 6.3");
        let quarter = score(&web, None, &[("A1", value(6)), ("A2", value(6)), ("A3", value(6)), ("A4", value(7))]);
        assert_eq!(quarter.tenths().map(Tenths::get), Some(63), "25 / 4 = 6.25 shows as 6.3");
        let ten = score(&web, None, &[("A1", value(10)), ("A2", value(10))]);
        assert_eq!(ten.tenths().map(Tenths::get), Some(100), "the highest mean is the highest mark");
    }

    #[test]
    fn zero_is_a_mark_like_any_other() {
        let score = score(&instrument("mean", 2), None, &[("A1", value(0)), ("A2", value(5))]);
        assert_eq!(score.tenths().map(Tenths::get), Some(25), "0 counts; only empty does not");
    }

    #[test]
    fn below_half_of_the_items_there_is_no_mean() {
        let web = instrument("mean", 7);
        let three = score(&web, None, &[("A1", value(8)), ("A2", value(8)), ("A3", value(8))]);
        assert_eq!(
            (three.shown, three.answered),
            (Shown::Nothing, 3),
            "half of 7 rounded up is 4; 3 only say '3 of 7'"
        );
        let four = score(&web, None, &[("A1", value(8)), ("A2", value(8)), ("A3", value(8)), ("A4", value(8))]);
        assert_eq!(four.tenths().map(Tenths::get), Some(80), "4 of 7 is enough");
    }

    #[test]
    fn declining_counts_neither_as_answered_nor_as_a_number() {
        let score =
            score(&instrument("mean", 4), None, &[("A1", value(8)), ("A2", value(6)), ("A3", Answer::Declined)]);
        assert_eq!(score.tenths().map(Tenths::get), Some(70), "the mean of 8 and 6");
        assert_eq!(
            (score.answered, score.declined, score.of),
            (2, 1, 4),
            "declined is kept apart from answered and empty"
        );
    }

    #[test]
    fn the_own_mark_shows_until_the_aspects_say_enough_and_is_never_lost() {
        let web = instrument("mean", 4);
        let one = score(&web, Some(value(3)), &[("A1", value(9))]);
        assert_eq!(one.shown, Shown::OwnMark(Mark::new(3).expect("0 to 10")), "1 of 4 is not enough for a mean");
        let two = score(&web, Some(value(3)), &[("A1", value(9)), ("A2", value(8))]);
        assert_eq!(two.tenths().map(Tenths::get), Some(85), "2 of 4 is enough: the mean shows");
        assert_eq!(two.own, Some(value(3)), "the person's own mark stays available beside the mean");
    }

    #[test]
    fn an_own_mark_instrument_never_shows_a_mean() {
        let score = score(&instrument("own-mark", 2), None, &[("A1", value(9)), ("A2", value(9))]);
        assert_eq!(score.shown, Shown::Nothing, "only the person gives the mark");
        assert_eq!(score.answered, 2, "what was answered is still told");
    }

    #[test]
    fn a_dimension_as_a_whole_can_be_declined() {
        let score = score(&instrument("own-mark", 0), Some(Answer::Declined), &[]);
        assert_eq!(
            (score.shown, score.own),
            (Shown::Nothing, Some(Answer::Declined)),
            "liever niet is no mark, and it is kept"
        );
    }

    #[test]
    fn a_dimension_without_items_has_no_mean() {
        assert_eq!(
            score(&instrument("mean", 0), None, &[]).shown,
            Shown::Nothing,
            "nothing divided by nothing is nothing"
        );
    }
}
