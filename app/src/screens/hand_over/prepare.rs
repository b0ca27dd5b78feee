//! Before the device is handed over: what will be asked, and that nothing else is within reach.

use std::sync::Arc;

use api::hand_over::HandOver;
use domain::{
    ConversationId,
    instrument::{Dimension, DimensionCode, Instrument},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::{Saving, saving},
    memo::memo,
    parts::{Button, Choice, Kind, Notice, Page, Pick, StateLine, ToggleChip, icons, live},
    routes::Address,
    screens::fill::{WithinTalk, name_in},
    session::session,
    visit::reading_talk,
    words::{Args, t, tr, words},
};

/// What will be asked. Copy it freely.
#[derive(Clone, Copy)]
struct Chosen {
    /// Also aspects, not only one mark a dimension.
    aspects: RwSignal<bool>,
    /// Of which dimensions.
    of: RwSignal<Vec<DimensionCode>>,
}

impl Chosen {
    fn request(self, conversation: ConversationId) -> HandOver {
        let aspects_of = if self.aspects.get_untracked() { self.of.get_untracked() } else { Vec::new() };
        HandOver { conversation, aspects_of }
    }
}

/// Choosing what to ask before handing the device over.
#[component]
pub fn PrepareHandOver(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let (session, save) = (session(), saving::<HandOver>());
    let chosen = Chosen { aspects: RwSignal::new(false), of: RwSignal::new(Vec::new()) };
    let is_kept = memo(move || talk.value().is_some_and(|talk| talk.keep.is_some()));
    let go = use_navigate();
    let give = Callback::new(move |()| {
        if untrack(|| save.is_busy()) {
            return;
        }
        let go = go.clone();
        save.send_then(chosen.request(conversation), move |view| {
            session.take(view);
            // After the unlock they look at the web together; Back does not lead here.
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            go(&Address::Web { conversation }.to_string(), options);
        });
    });
    let foot = move || view! { {live(move || is_kept.get().then(|| view! { <GiveButton save on_give=give/> }))} };
    let choices = move |_, instrument| view! { <Choices instrument chosen/> };
    view! {
        <Page title=t("hand-over-title") bar=name_in(talk) back=Address::Fill { conversation } foot class="hand-over-page">
            <p class="lead">{t("hand-over-what")}</p>
            <p class="lead">{t("hand-over-how-back")}</p>
            <WithinTalk talk children=choices/>
        </Page>
    }
}

#[component]
fn GiveButton(save: Saving<HandOver>, on_give: Callback<()>) -> impl IntoView {
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <StateLine state=save.signal() retry=move || save.retry()/>
        <Button kind=Kind::Primary wide=true icon=icons::TABLET busy on_press=move |_| on_give.run(())>{t("hand-over-give")}</Button>
    }
}

/// One mark a dimension, or also the aspects of some.
#[component]
fn Choices(instrument: Arc<Instrument>, chosen: Chosen) -> impl IntoView {
    let count = memo({
        let instrument = instrument.clone();
        move || {
            if chosen.aspects.get() {
                question_count(&instrument, &chosen.of.get())
            } else {
                instrument.dimensions.len()
            }
        }
    });
    let has_aspects = instrument.item_count() > 0;
    let marks = instrument.dimensions.len();
    let picks = vec![
        Pick::new(false, tr("hand-over-marks", Args::new().with("marks", marks))),
        Pick::new(true, t("hand-over-aspects")).note(t("hand-over-aspects-note")),
    ];
    let dimensions =
        move || chosen.aspects.get().then(|| view! { <AspectChips instrument=instrument.clone() chosen/> });
    view! {
        {has_aspects.then(|| view! {
            <Choice legend=t("hand-over-which") picks chosen=Signal::derive(move || Some(chosen.aspects.get())) on_choose=move |aspects| chosen.aspects.set(aspects)/>
            {live(dimensions)}
        })}
        <p role="status">{live(move || tr("hand-over-count", Args::new().with("count", count.get())))}</p>
        <Notice><p>{t("hand-over-lock")}</p></Notice>
    }
}

/// The dimensions that have aspects, in the order of the web.
#[component]
fn AspectChips(instrument: Arc<Instrument>, chosen: Chosen) -> impl IntoView {
    let chip = |dimension: &Dimension| {
        let (code, words) = (dimension.code.clone(), dimension.label.get(words().language()).to_owned());
        let on = Signal::derive({
            let code = code.clone();
            move || chosen.of.with(|of| of.contains(&code))
        });
        let toggle = move |_| chosen.of.update(|of| switch(of, &code));
        view! { <ToggleChip on icon=icons::of_dimension(dimension.icon) on_press=toggle>{words}</ToggleChip> }
    };
    let chips = instrument.dimensions.iter().filter(|dimension| !dimension.items.is_empty()).map(chip).collect_view();
    view! { <div class="chips" role="group" aria-label=t("hand-over-of-which")>{chips}</div> }
}

fn switch(of: &mut Vec<DimensionCode>, code: &DimensionCode) {
    let before = of.len();
    of.retain(|known| known != code);
    if of.len() == before {
        of.push(code.clone());
    }
}

/// How many questions that makes: the aspects of what was chosen, one mark for the rest.
fn question_count(instrument: &Instrument, of: &[DimensionCode]) -> usize {
    let questions = |dimension: &Dimension| if of.contains(&dimension.code) { dimension.items.len().max(1) } else { 1 };
    instrument.dimensions.iter().map(questions).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resident_is_told_how_many_questions_come() {
        let [web, ..] = content::shipped_instruments() else { panic!("there are instruments") };
        let code = |code: &str| code.parse::<DimensionCode>().expect("a code");
        assert_eq!(question_count(web, &[]), 6, "a mark for each dimension");
        assert_eq!(question_count(web, &[code("LF"), code("MD")]), 8 + 7 + 4, "two with their aspects, four marks");
    }

    #[test]
    fn a_second_tap_leaves_a_dimension_out_again() {
        let (mut of, code) = (Vec::new(), "MD".parse().expect("a code"));
        switch(&mut of, &code);
        assert!(of.contains(&code), "chosen");
        switch(&mut of, &code);
        assert!(of.is_empty(), "and not any more");
    }
}
