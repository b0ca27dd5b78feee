//! What the screens for filling in have in common: the name in the bar, the basis that must be there first, and the instrument.

use std::sync::Arc;

use api::{conversation::ConversationView, instruments::GetInstrument};
use domain::instrument::Instrument;
use leptos::prelude::*;

use crate::{
    backend::{Reading, reading},
    memo::memo,
    parts::{EmptyState, Kind, LinkButton, Shown, icons, live},
    routes::Address,
    words::t,
};

/// The resident's name, for the bar at the top.
pub fn name_in(talk: Reading<ConversationView>) -> Signal<Option<String>> {
    memo(move || talk.value().map(|talk| talk.profile.name)).into()
}

/// The resident's dossier, for the arrow at the top.
pub fn home_of(talk: Reading<ConversationView>) -> Signal<Option<String>> {
    memo(move || talk.value().map(|talk| Address::Dossier { resident: talk.conversation.resident }.to_string())).into()
}

/// A talk with its instrument, where a basis for keeping it stands; before that only the way to record one.
#[component]
pub fn WithinTalk<V: IntoView + 'static>(
    /// The talk.
    talk: Reading<ConversationView>,
    /// Shows it.
    children: impl Fn(Signal<ConversationView>, Arc<Instrument>) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <Shown reading=talk let:talk>
            {live({
                let is_kept = memo(move || talk.with(|talk| talk.keep.is_some()));
                let children = children.clone();
                move || if is_kept.get() {
                    view! { <WithInstrument talk children=children.clone()/> }.into_any()
                } else {
                    view! { <BasisFirst conversation=talk.with_untracked(|talk| talk.id)/> }.into_any()
                }
            })}
        </Shown>
    }
}

/// A talk with its instrument, whether or not it may be kept.
#[component]
pub fn WithInstrument<V: IntoView + 'static>(
    /// The talk.
    talk: Signal<ConversationView>,
    /// Shows it.
    children: impl Fn(Signal<ConversationView>, Arc<Instrument>) -> V + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let key = talk.with_untracked(|talk| talk.conversation.instrument.clone());
    let instrument = reading(move || GetInstrument { key: key.clone() });
    // A definition under a key never changes.
    view! { <Shown reading=instrument let:instrument>{children(talk, Arc::new(instrument.get_untracked()))}</Shown> }
}

/// Nothing is filled in before it was told what for.
#[component]
fn BasisFirst(conversation: domain::ConversationId) -> impl IntoView {
    view! {
        <EmptyState icon=icons::SHIELD title=t("fill-basis-first")>
            <p>{t("fill-basis-first-why")}</p>
            <LinkButton to=Address::Begin { conversation } kind=Kind::Quiet icon_after=icons::NEXT>{t("fill-basis-first-do")}</LinkButton>
        </EmptyState>
    }
}
