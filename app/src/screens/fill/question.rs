//! One question with everything to answer it: its name, what it is about, the mark, and what can be said beside it.

use domain::{
    Answer, Form, Target,
    instrument::{Dimension, IconName, Instrument, Item},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    beside::Beside,
    conflict::Conflict,
    earlier::EarlierWeb,
    mark_input::{EndWords, MarkInput},
    sheet::Sheet,
    slider::shown_words,
};
use crate::{
    memo::memo,
    parts::{Icon, icons, live},
    words::{Args, t, tr, words},
};

/// What stands on screen of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is answered.
    pub target: Target,
    /// The id of its heading, to come back to.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it is about, a line each.
    pub lines: Vec<String>,
    /// The words under 0 and 10; none where they are those of the whole page.
    pub ends: Option<EndWords>,
    /// The `data-tone` of its dimension.
    pub tone: &'static str,
    /// Its drawing; aspects have none of their own.
    pub icon: Option<IconName>,
}

impl Question {
    /// A dimension as a whole: the one question that the resident is asked.
    #[must_use]
    pub fn of_dimension(instrument: &Instrument, dimension: &Dimension, tone: &'static str, form: Form) -> Self {
        let language = words().language();
        Self {
            target: Target::Dimension(dimension.code.clone()),
            id: dimension.code.to_string(),
            label: dimension.label.get(language).to_owned(),
            lines: vec![dimension.question.get(language, form).to_owned()],
            ends: Some(EndWords::of(instrument, dimension.ends.as_ref())),
            tone,
            icon: Some(dimension.icon),
        }
    }

    /// An aspect: what a high mark says, and a line more where it is turned round.
    #[must_use]
    pub fn of_item(instrument: &Instrument, item: &Item, tone: &'static str) -> Self {
        let language = words().language();
        let lines = std::iter::once(&item.explanation).chain(&item.turned);
        Self {
            target: Target::Item(item.code.clone()),
            id: item.code.to_string(),
            label: item.label.get(language).to_owned(),
            lines: lines.map(|line| line.get(language).to_owned()).collect(),
            ends: item.ends.as_ref().map(|ends| EndWords::of(instrument, Some(ends))),
            tone,
            icon: None,
        }
    }
}

/// A question on screen.
#[component]
pub fn AskedQuestion(
    /// The question.
    question: Question,
    /// The answers.
    sheet: Sheet,
    /// The web of the last time, for who asks for it.
    earlier: EarlierWeb,
    /// What else stands in the row of chips, such as the way to its aspects.
    #[prop(optional, into)]
    more: Option<ViewFn>,
) -> impl IntoView {
    let Question { target, id, label, lines, ends, tone, icon } = question;
    let answer = memo({
        let target = target.clone();
        move || sheet.answer(&target)
    });
    let was = Signal::derive({
        let target = target.clone();
        move || earlier.at(&target)
    });
    let was_words = {
        let target = target.clone();
        move || earlier.words_at(&target)
    };
    let give = {
        let (target, label) = (target.clone(), label.clone());
        move |answer| sheet.give(&target, &label, answer)
    };
    let wipe = {
        let (target, label) = (target.clone(), label.clone());
        move || sheet.give(&target, &label, None)
    };
    let labelled_by = id.clone();
    let has_mark = move || answer.get().is_some_and(|answer| answer.mark().is_some());
    view! {
        <section class="mark-question" aria-labelledby=labelled_by>
            <div class="mark-head">
                {icon.map(|icon| view! { <span class="dot" data-tone=tone><Icon of=icons::of_dimension(icon)/></span> })}
                <h2 id=id tabindex="-1" class="mark-label">{label.clone()}</h2>
                <Wipe label=label.clone() answer on_wipe=wipe/>
                <p class="mark-shown" class:mark-number-shown=has_mark>{live(move || shown_words(answer.get()))}</p>
            </div>
            {lines.into_iter().map(|line| view! { <p class="mark-line soft">{line}</p> }).collect_view()}
            <Conflict sheet target=target.clone() label=label.clone()/>
            <MarkInput label=label.clone() tone ends answer was on_give=give/>
            {live(move || was_words().map(|words| view! { <p class="mark-last-time small soft"><span class="mark-was-sign" aria-hidden="true"></span>{words}</p> }))}
            <Beside sheet target label more=more.unwrap_or_default()/>
        </section>
    }
}

/// *Wissen*. Its place is kept while there is nothing to wipe, so that nothing moves under a finger; the focus goes on to the slider.
#[component]
fn Wipe(label: String, answer: Memo<Option<Answer>>, on_wipe: impl Fn() + 'static) -> impl IntoView {
    let name = tr("fill-wipe", Args::new().with("label", label));
    view! {
        <button type="button" class="mark-wipe" class=("mark-wipe-idle", move || answer.get().is_none()) aria-label=name
            on:click:target=move |event| { on_wipe(); go_to_slider(&event.target()) }>{t("common-clear")}</button>
    }
}

fn go_to_slider(button: &HtmlElement) {
    let question = button.closest(".mark-question").ok().flatten();
    let slider = question.and_then(|question| question.query_selector("[role=slider]").ok().flatten());
    if let Some(slider) = slider.and_then(|slider| slider.dyn_into::<HtmlElement>().ok()) {
        // A slider with a tabindex takes the focus.
        drop(slider.focus());
    }
}
