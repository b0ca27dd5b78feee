//! Two different answers to one question, given on two devices at the same time: both stand there, and a person chooses.

use domain::{AnswerRecord, Given, Target};
use leptos::prelude::*;

use super::{remarks::voice_words, sheet::Sheet, slider::shown_words};
use crate::{
    memo::memo,
    parts::{Button, Icon, Kind, icons},
    words::{Args, t, tr},
};

/// The answers to choose from; nothing where there is one or none.
#[component]
pub(super) fn Conflict(sheet: Sheet, target: Target, label: String) -> impl IntoView {
    let choices = memo({
        let target = target.clone();
        move || sheet.choices(&target)
    });
    move || {
        (!choices.with(Vec::is_empty)).then(|| {
            let name = tr("fill-conflict-at", Args::new().with("label", label.as_str()));
            let answers = choices.get().into_iter().map(|given| {
                let (words, target) = (given_words(given), target.clone());
                let args = Args::new().with("answer", words.as_str()).with("label", label.as_str());
                let choose = tr("fill-conflict-choose", args);
                view! { <Button kind=Kind::Quiet label=Signal::stored(choose) on_press=move |_| sheet.choose(&target, given)>{words}</Button> }
            });
            view! {
                <div class="notice conflict" role="group" aria-label=name>
                    <Icon of=icons::OTHER_SIDE/>
                    <div class="notice-words">
                        <p class="notice-title">{t("fill-conflict")}</p>
                        <p class="small">{t("fill-conflict-what")}</p>
                        <div class="cluster">{answers.collect_view()}</div>
                    </div>
                </div>
            }
        })
    }
}

/// "6 · bewoner": the answer with whose it is.
fn given_words(given: Given) -> String {
    let args = Args::new().with("answer", shown_words(Some(given.answer))).with("voice", voice_words(given.voice));
    tr("fill-conflict-answer", args)
}

/// What there is to choose from, as it was written: never sorted by how high it is.
pub(super) fn choices_of(record: &AnswerRecord) -> Vec<Given> {
    if record.conflicting.is_empty() {
        return Vec::new();
    }
    record.given.iter().chain(&record.conflicting).copied().collect()
}

#[cfg(test)]
mod tests {
    use domain::{Answer, Language, Mark, Voice};

    use super::*;
    use crate::words::speak;

    fn given(mark: u8, voice: Voice) -> Given {
        Given { answer: Answer::Value(Mark::new(mark).expect("0 to 10")), voice }
    }

    #[test]
    fn both_voices_stand_there_and_none_is_hidden() {
        speak(Language::Nl);
        let (hers, theirs) = (given(8, Voice::Resident), given(3, Voice::Kin));
        let record = AnswerRecord { given: Some(hers), conflicting: vec![theirs], ..AnswerRecord::default() };
        assert_eq!(choices_of(&record), [hers, theirs], "in the order in which they were written, not by height");
        assert_eq!(given_words(theirs), "3 · naaste", "with whose it is");
    }

    #[test]
    fn one_answer_is_no_choice() {
        let record = AnswerRecord { given: Some(given(8, Voice::Resident)), ..AnswerRecord::default() };
        assert!(choices_of(&record).is_empty(), "nothing to ask");
        assert!(choices_of(&AnswerRecord::default()).is_empty(), "and nothing where nothing is");
    }
}
