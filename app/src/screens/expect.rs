//! What the professional privately expects to matter. It never leaves this device; after the talk the app says kindly whether it was
//! something else.

use std::{collections::BTreeSet, sync::Arc};

use api::conversation::{ConversationView, ExpectThemes};
use domain::{
    ConversationId,
    instrument::{Dimension, DimensionCode, Instrument},
};
use leptos::prelude::*;

use super::fill::WithInstrument;
use crate::{
    backend::{Saving, saving},
    parts::{Kind, LinkButton, Notice, Page, Shown, StateLine, ToggleChip, icons, live},
    routes::Address,
    visit::reading_talk,
    words::{t, words},
};

/// What the professional privately expects to matter. Its place is not kept: at the table it must not come up by itself.
#[component]
pub fn Expect(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<ExpectThemes>();
    let back = Address::Begin { conversation }.to_string();
    let (to, is_any) = (back.clone(), RwSignal::new(false));
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <LinkButton to=to.clone() kind=Kind::Primary wide=true>{live(move || if is_any.get() { t("expect-done") } else { t("common-skip") })}</LinkButton>
        }
    };
    let dimensions = move |talk, instrument| view! { <Dimensions talk instrument save is_any/> };
    view! {
        <Page title=t("expect-title") back foot class="expect-page">
            <Notice title=t("expect-private")><p>{t("expect-why")}</p></Notice>
            <Shown reading=talk let:talk><WithInstrument talk children=dimensions/></Shown>
        </Page>
    }
}

/// The dimensions, in the order of the web.
#[component]
fn Dimensions(
    talk: Signal<ConversationView>,
    instrument: Arc<Instrument>,
    save: Saving<ExpectThemes>,
    is_any: RwSignal<bool>,
) -> impl IntoView {
    let conversation = talk.with_untracked(|talk| talk.id);
    // Nobody else writes this: what is on screen leads, so that quick taps never undo each other.
    let expected = RwSignal::new(talk.with_untracked(|talk| talk.expected.clone()));
    Effect::new(move || is_any.set(expected.with(|expected| !expected.is_empty())));
    let chip = |dimension: &Dimension| {
        let (code, label) = (dimension.code.clone(), dimension.label.get(words().language()).to_owned());
        let on = Signal::derive({
            let code = code.clone();
            move || expected.with(|expected| expected.contains(&code))
        });
        let toggle = move |_| {
            expected.update(|expected| switch(expected, &code));
            save.send(ExpectThemes { conversation, dimensions: expected.get_untracked() });
        };
        view! { <ToggleChip on icon=icons::of_dimension(dimension.icon) on_press=toggle>{label}</ToggleChip> }
    };
    view! {
        <div class="field" role="group" aria-labelledby="expect-which">
            <p class="label" id="expect-which">{t("expect-which")}</p>
            <div class="chips expect-chips">{instrument.dimensions.iter().map(chip).collect_view()}</div>
        </div>
    }
}

/// Takes a dimension in, or out again.
fn switch(expected: &mut BTreeSet<DimensionCode>, code: &DimensionCode) {
    if !expected.remove(code) {
        expected.insert(code.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_tap_takes_it_back() {
        let (mut expected, code) = (BTreeSet::new(), "MD".parse().expect("a code"));
        switch(&mut expected, &code);
        assert!(expected.contains(&code), "expected");
        switch(&mut expected, &code);
        assert!(expected.is_empty(), "and not any more");
    }
}
