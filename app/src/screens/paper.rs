//! Entering a web that was filled in on paper: a plain table of numbers, Enter to the next, saved in one go.

mod entries;

use std::sync::Arc;

use api::conversation::{ConversationView, EnterMarks};
use domain::{AnswerRecord, ConversationId, instrument::Instrument};
use leptos::{ev::KeyboardEvent, prelude::*};
use leptos_router::{NavigateOptions, hooks::use_navigate};
use wasm_bindgen::JsCast;

use self::entries::{Entries, Line, lines};
use super::fill::{WithinTalk, keep_place, name_in, shown_words};
use crate::{
    backend::{Saving, saving},
    memo::memo,
    parts::{Button, Icon, Kind, Page, StateLine, ToggleChip, icons, live},
    routes::Address,
    visit::reading_talk,
    words::{Args, t, tr, words},
};

/// The button that Enter in the last field leads to.
const SAVE_ID: &str = "paper-save";

/// Entering a web that was filled in on paper.
#[component]
pub fn Paper(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<EnterMarks>();
    let entries = RwSignal::new(Entries::default());
    keep_place(talk, conversation, "paper".to_owned());
    // Whoever goes away, or is locked out, loses no typed number.
    on_cleanup(move || {
        let marks = entries.try_with_untracked(Entries::unsaved).unwrap_or_default();
        if !marks.is_empty() {
            save.send(EnterMarks { conversation, marks });
        }
    });
    let foot = move || view! { <Foot conversation entries save/> };
    let table = move |talk, instrument| view! { <Numbers talk instrument entries/> };
    view! {
        <Page title=t("paper-title") note=t("paper-note") bar=name_in(talk) back=Address::Fill { conversation } foot class="paper-page">
            <WithinTalk talk children=table/>
        </Page>
    }
}

/// One save for all, then the web. A wrong value is shown first.
#[component]
fn Foot(conversation: ConversationId, entries: RwSignal<Entries>, save: Saving<EnterMarks>) -> impl IntoView {
    let go = use_navigate();
    let nothing = RwSignal::new(false);
    let send = move |_| {
        if untrack(|| save.is_busy()) {
            return;
        }
        if let Some(place) = entries.try_update(Entries::first_wrong).flatten() {
            focus(&field_id(place));
            return;
        }
        let marks = entries.with_untracked(Entries::marks);
        nothing.set(marks.is_empty());
        if marks.is_empty() {
            return;
        }
        let go = go.clone();
        save.send_then(EnterMarks { conversation, marks }, move |_| {
            entries.update(Entries::saved);
            go(&Address::Web { conversation }.to_string(), NavigateOptions::default());
        });
    };
    let words = move || entries.with(|entries| tr("paper-save", Args::new().with("count", entries.marks().len())));
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <p class="problem" role="alert">{live(move || (nothing.get() && entries.with(|entries| entries.marks().is_empty())).then(|| t("paper-nothing")))}</p>
        <Button kind=Kind::Primary wide=true busy=Signal::derive(move || save.is_busy()) id=SAVE_ID on_press=send>{live(words)}</Button>
    }
}

/// The table: a mark for each dimension, and on request every aspect.
#[component]
fn Numbers(talk: Signal<ConversationView>, instrument: Arc<Instrument>, entries: RwSignal<Entries>) -> impl IntoView {
    let has_aspects = instrument.item_count() > 0;
    let with_aspects = RwSignal::new(false);
    let rows = move || {
        let lines = lines(&instrument, words().language(), with_aspects.get());
        entries.update(|entries| entries.show(&lines));
        let last = lines.len();
        lines
            .into_iter()
            .enumerate()
            .map(|(place, line)| view! { <NumberRow talk line place last entries/> })
            .collect_view()
    };
    view! {
        {has_aspects.then(|| view! {
            <div class="chips">
                <ToggleChip on=with_aspects on_press=move |_| with_aspects.update(|with| *with = !*with)>{t("paper-with-aspects")}</ToggleChip>
            </div>
        })}
        <table class="paper-table">
            <caption class="visually-hidden">{t("paper-caption")}</caption>
            <thead><tr><th scope="col">{t("paper-part")}</th><th scope="col">{t("paper-mark")}</th></tr></thead>
            <tbody>{live(rows)}</tbody>
        </table>
    }
}

/// A number field with what stands there now, and in words what is the matter with it.
#[component]
fn NumberRow(
    talk: Signal<ConversationView>,
    line: Line,
    place: usize,
    last: usize,
    entries: RwSignal<Entries>,
) -> impl IntoView {
    let Line { target, label, tone, icon } = line;
    let (id, name_id, problem_id) = (field_id(place), format!("paper-name-{place}"), format!("paper-problem-{place}"));
    let text = memo({
        let target = target.clone();
        move || entries.with(|entries| entries.text(&target))
    });
    let is_wrong = memo({
        let target = target.clone();
        move || entries.with(|entries| entries.is_wrong(&target))
    });
    let now = memo({
        let target = target.clone();
        move || talk.with(|talk| talk.conversation.answers.get(&target).and_then(AnswerRecord::counted))
    });
    let typed = {
        let target = target.clone();
        move |text: String| entries.update(|entries| entries.typed(&target, text))
    };
    let check = move || entries.try_update(|entries| entries.check(&target)).unwrap_or_default();
    let left = check.clone();
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            // A wrong value keeps the focus, so that its words are read at once.
            if check() {
                focus(&if place + 1 < last { field_id(place + 1) } else { SAVE_ID.to_owned() });
            }
        }
    };
    let now_words =
        move || now.get().map(|given| tr("paper-now", Args::new().with("mark", shown_words(Some(given.answer)))));
    view! {
        <tr class:paper-aspect=icon.is_none() class:field-problem=is_wrong>
            <th scope="row" class="paper-name">
                <div class="paper-what">
                    {icon.map(|icon| view! { <span class="dot" data-tone=tone><Icon of=icons::of_dimension(icon)/></span> })}
                    <span><span id=name_id.clone()>{label}</span>{live(move || now_words().map(|now| view! { <span class="paper-now small soft">{now}</span> }))}</span>
                </div>
                <p class="problem" id=problem_id.clone() aria-live="polite">{live(move || is_wrong.get().then(|| t("paper-wrong")))}</p>
            </th>
            <td>
                <input id=id class="input paper-input" type="text" inputmode="numeric" autocomplete="off" maxlength="4" enterkeyhint="next"
                    aria-labelledby=name_id aria-describedby=problem_id aria-invalid=move || is_wrong.get().then_some("true")
                    prop:value=text on:input:target=move |event| typed(event.target().value()) on:keydown=enter on:blur=move |_| { left(); }/>
            </td>
        </tr>
    }
}

fn field_id(place: usize) -> String {
    format!("paper-{place}")
}

fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // A field or button on the page takes the focus.
        drop(element.focus());
    }
}
