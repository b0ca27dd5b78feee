//! What is asked, in which words, and where to go on.

use std::collections::BTreeMap;

use api::hand_over::{HandOverView, Own};
use domain::{
    Language, Target,
    instrument::{Asked as AskedIn, Dimension, Ends, IconName, Instrument},
};

use crate::spider_web::Hue;

/// A question in the resident's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// What is answered.
    pub target: Target,
    /// The dimension it belongs to, by name.
    pub theme: String,
    /// The dimension's drawing.
    pub icon: IconName,
    /// The dimension's colour.
    pub tone: &'static str,
    /// The question.
    pub question: String,
    /// What 0 means.
    pub low: String,
    /// What 10 means.
    pub high: String,
    /// The language in which the question really stands: the instrument may not have the resident's.
    pub language: Language,
}

/// Everything that is asked, in order. What the instrument does not know is left out.
pub(super) fn asked(instrument: &Instrument, view: &HandOverView) -> Vec<Asked> {
    let ask = |target: &Target| {
        let (dimension, question, ends) = match target {
            Target::Dimension(code) => {
                let dimension = instrument.dimension(code)?;
                (dimension, &dimension.question, dimension.ends.as_ref())
            }
            Target::Item(code) => {
                let (dimension, item) = instrument.item(code)?;
                (dimension, &item.question, item.ends.as_ref())
            }
        };
        Some(in_words(instrument, view, target, dimension, question, ends))
    };
    view.questions.iter().filter_map(ask).collect()
}

fn in_words(
    instrument: &Instrument,
    view: &HandOverView,
    target: &Target,
    dimension: &Dimension,
    question: &AskedIn,
    ends: Option<&Ends>,
) -> Asked {
    let (language, ends) = (view.language, instrument.ends(ends));
    let place = instrument.dimensions.iter().position(|known| known.code == dimension.code).unwrap_or_default();
    Asked {
        target: target.clone(),
        theme: dimension.label.get(language).to_owned(),
        icon: dimension.icon,
        tone: Hue::of(&dimension.code, place).tone(),
        question: question.get(language, view.form).to_owned(),
        low: ends.low.get(language).to_owned(),
        high: ends.high.get(language).to_owned(),
        language: if question.0.contains_key(&language) {
            language
        } else {
            question.0.keys().next().copied().unwrap_or(language)
        },
    }
}

/// The first question without an answer; after the last where all have one. *Liever niet* is an answer.
pub(super) fn first_open(asked: &[Asked], answers: &BTreeMap<Target, Own>) -> usize {
    let is_open = |asked: &Asked| answers.get(&asked.target).is_none_or(|own| own.answer.is_none());
    asked.iter().position(is_open).unwrap_or(asked.len())
}

#[cfg(test)]
mod tests {
    use domain::{Answer, Form};

    use super::*;

    fn view(questions: &[&str], language: Language) -> HandOverView {
        HandOverView {
            instrument: "pg-volwassen@1".parse().expect("a key"),
            form: Form::Je,
            language,
            questions: questions.iter().map(|target| target.parse().expect("a target")).collect(),
            answers: BTreeMap::new(),
            voice: false,
        }
    }

    fn web() -> &'static Instrument {
        content::shipped_instruments().first().expect("there are instruments")
    }

    #[test]
    fn each_question_speaks_to_the_resident_in_their_language() {
        let dutch = asked(web(), &view(&["d:LF", "i:LF1"], Language::Nl));
        let questions: Vec<_> = dutch.iter().map(|asked| asked.question.as_str()).collect();
        assert_eq!(questions, ["Hoe gaat het met je lichaam?", "Hoe gezond voel je je?"], "as je, in order");
        assert_eq!(
            (dutch[1].theme.as_str(), dutch[1].low.as_str()),
            ("Lichaam", "helemaal niet gezond"),
            "with its own end words"
        );
        let english = asked(web(), &view(&["d:LF"], Language::En));
        assert_eq!(english[0].question, "How is your body doing?", "an English resident reads English");
    }

    #[test]
    fn a_question_that_has_only_dutch_words_is_read_aloud_in_dutch() {
        let mut web = web().clone();
        web.dimensions[0].question.0.remove(&Language::En);
        let english = asked(&web, &view(&["d:LF"], Language::En));
        assert_eq!(english[0].language, Language::Nl, "an English voice would not be understood");
    }

    #[test]
    fn it_goes_on_at_the_first_question_without_an_answer() {
        let asked = asked(web(), &view(&["d:LF", "d:MW", "d:ZG"], Language::Nl));
        let own = |answer| Own { answer, want_to_talk: true };
        let mut answers = BTreeMap::from([
            (asked[0].target.clone(), own(Some(Answer::Declined))),
            (asked[1].target.clone(), own(None)),
        ]);
        assert_eq!(first_open(&asked, &BTreeMap::new()), 0, "at the beginning");
        assert_eq!(first_open(&asked, &answers), 1, "rather not is an answer, wanting to talk is not");
        answers.extend(asked.iter().map(|asked| (asked.target.clone(), own(Some(Answer::Declined)))));
        assert_eq!(first_open(&asked, &answers), 3, "all is answered: the end");
    }

    #[test]
    fn what_the_instrument_does_not_know_is_not_asked() {
        assert_eq!(asked(web(), &view(&["d:XX", "d:LF"], Language::Nl)).len(), 1, "there would be nothing to read");
    }
}
