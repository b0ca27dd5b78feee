//! The questions of the talk in words. They ask and do not advise, and none of them begins with what is low.

use domain::{Form, TalkStep};

use crate::words::{Args, t, tr};

/// The question of a step, as the resident is spoken to.
#[must_use]
pub fn question_words(step: TalkStep, form: Form) -> String {
    let args = Args::new().form(form);
    match step {
        TalkStep::StandsOut => tr("talk-ask-stands-out", args),
        TalkStep::MattersMost => tr("talk-ask-matters-most", args),
        TalkStep::Change => tr("talk-ask-change", args),
        TalkStep::Helps => tr("talk-ask-helps", args),
        TalkStep::FirstStep => tr("talk-ask-first-step", args),
        TalkStep::LookBack => tr("talk-ask-look-back", args),
        TalkStep::Neighbourhood => tr("talk-ask-neighbourhood", args),
    }
}

/// A line below the question that helps to go on asking.
pub(super) fn hint_words(step: TalkStep, form: Form) -> String {
    let args = Args::new().form(form);
    match step {
        TalkStep::StandsOut => tr("talk-hint-stands-out", args),
        TalkStep::MattersMost => tr("talk-hint-matters-most", args),
        TalkStep::Change => tr("talk-hint-change", args),
        TalkStep::Helps => tr("talk-hint-helps", args),
        TalkStep::FirstStep => tr("talk-hint-first-step", args),
        TalkStep::LookBack => tr("talk-hint-look-back", args),
        TalkStep::Neighbourhood => tr("talk-hint-neighbourhood", args),
    }
}

/// A step in one short word, under its bar.
pub(super) fn short_words(step: TalkStep) -> String {
    match step {
        TalkStep::StandsOut => t("talk-short-stands-out"),
        TalkStep::MattersMost => t("talk-short-matters-most"),
        TalkStep::Change => t("talk-short-change"),
        TalkStep::Helps => t("talk-short-helps"),
        TalkStep::FirstStep => t("talk-short-first-step"),
        TalkStep::LookBack => t("talk-short-look-back"),
        TalkStep::Neighbourhood => t("talk-short-neighbourhood"),
    }
}

/// Overview, insight or outlook (docs/field.md §2.1g).
pub(super) fn phase_words(step: TalkStep) -> String {
    match step {
        TalkStep::StandsOut => t("talk-overview"),
        TalkStep::MattersMost | TalkStep::Change => t("talk-insight"),
        TalkStep::Helps | TalkStep::FirstStep | TalkStep::LookBack => t("talk-outlook"),
        TalkStep::Neighbourhood => t("talk-extra"),
    }
}

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::speak;

    #[test]
    fn the_key_question_asks_what_the_resident_would_change() {
        speak(Language::Nl);
        assert_eq!(question_words(TalkStep::Change, Form::U), "Wat zou u willen veranderen?", "to somebody called u");
        assert_eq!(
            question_words(TalkStep::Change, Form::Je),
            "Wat zou je willen veranderen?",
            "to somebody called je"
        );
    }

    #[test]
    fn every_question_asks_something() {
        for language in Language::ALL {
            speak(language);
            for step in TalkStep::ALL {
                for form in [Form::U, Form::Je] {
                    assert!(question_words(step, form).ends_with('?'), "a step is a question: {}", step.name());
                    assert!(!hint_words(step, form).contains(['[', '{']), "with a line of help: {}", step.name());
                }
            }
        }
        speak(Language::Nl);
    }
}
