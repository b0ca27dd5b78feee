//! A mark to give: a slider with − and +, and on request eleven numbers. Each way does what the others do.

use domain::{
    Answer,
    instrument::{Ends, Instrument, Tenths},
};
use leptos::prelude::*;

use super::{numbers::Numbers, slider::Slider};
use crate::{
    parts::{Icon, icons},
    spider_web,
    words::{Args, tr, words},
};

/// The words under the two ends of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndWords {
    /// What 0 means.
    pub low: String,
    /// What 10 means.
    pub high: String,
}

impl EndWords {
    /// The words of one question: its own, else those of the scale.
    #[must_use]
    pub fn of(instrument: &Instrument, own: Option<&Ends>) -> Self {
        let (ends, language) = (instrument.ends(own), words().language());
        Self { low: ends.low.get(language).to_owned(), high: ends.high.get(language).to_owned() }
    }
}

/// A mark to give.
///
/// ```ignore
/// <MarkInput label=dimension_name tone="dim-mind" ends answer=answer was=none on_give=move |answer| sheet.give(…)/>
/// ```
/// For the keyboard it is one stop, the slider (digits, arrows, Delete, *n*); the numbers and − and + are for fingers.
/// `on_give` gets the answer as it should be saved, nothing meaning wiped; it is not called when nothing changes.
#[component]
pub fn MarkInput(
    /// What the mark is for; also the slider's name.
    #[prop(into)]
    label: String,
    /// The `data-tone` of the dimension.
    tone: &'static str,
    /// The words under 0 and 10; none where they are those of the whole page.
    ends: Option<EndWords>,
    /// The answer now.
    #[prop(into)]
    answer: Signal<Option<Answer>>,
    /// Where it stood in an earlier web, while that is asked for.
    #[prop(into)]
    was: Signal<Option<Tenths>>,
    /// Saves.
    #[prop(into)]
    on_give: Callback<Option<Answer>>,
) -> impl IntoView {
    let give = Callback::new(move |next: Option<Answer>| {
        if answer.get_untracked() != next {
            on_give.run(next);
        }
    });
    view! {
        <div class="mark-input" data-tone=tone>
            <div class="mark-row">
                <OneStep label=label.clone() up=false answer give/>
                <Slider label=label.clone() answer was on_give=give/>
                <OneStep label=label.clone() up=true answer give/>
            </div>
            {ends.map(|ends| view! {
                <p class="mark-ends small soft">
                    <span><span class="visually-hidden">"0: "</span>{ends.low}</span>
                    <span><span class="visually-hidden">"10: "</span>{ends.high}</span>
                </p>
            })}
            <Numbers label answer give/>
        </div>
    }
}

/// − or +.
#[component]
fn OneStep(label: String, up: bool, answer: Signal<Option<Answer>>, give: Callback<Option<Answer>>) -> impl IntoView {
    let (drawing, key, name) = if up {
        (icons::PLUS, "ArrowUp", tr("fill-one-up", Args::new().with("label", label)))
    } else {
        (icons::LESS, "ArrowDown", tr("fill-one-down", Args::new().with("label", label)))
    };
    let step = move |_| {
        let now = answer.get_untracked().and_then(Answer::mark);
        if let Some(next) = spider_web::pressed(key, now) {
            give.run(next.map(Answer::Value));
        }
    };
    // No stop for Tab: the slider beside it has arrow keys.
    view! { <button type="button" class="mark-step" tabindex="-1" aria-label=name on:click=step><Icon of=drawing/></button> }
}
