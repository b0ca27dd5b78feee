//! Pages made for paper: the copy, a card with the first step, an empty web. Nothing else of the screen is printed.

mod blank;
mod card;
mod print_button;

use std::sync::Arc;

use api::conversation::{ConversationView, GetConversation};
use domain::ConversationId;
use leptos::prelude::*;

pub use blank::PrintBlank;
pub use card::PrintStep;
pub use print_button::PrintButton;

use super::{
    copy::{CopySheet, GiveButtons, contact_of, title_of},
    fill::WithInstrument,
};
use crate::{
    backend::{Reading, reading},
    parts::{Page, Shown},
    routes::Address,
    visit::visit,
};

/// The resident's copy, to print.
#[component]
pub fn PrintCopy(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_for_paper(conversation);
    let foot = move || view! { <GiveButtons conversation/> };
    view! {
        <Page title=title_of(talk) back=back_from_paper(talk) foot class="prints-sheet">
            <Shown reading=talk let:talk><Sheet talk/></Shown>
        </Page>
    }
}

#[component]
fn Sheet(talk: Signal<ConversationView>) -> impl IntoView {
    let contact = contact_of(talk.with_untracked(|talk| talk.conversation.resident));
    let sheet = move |talk, instrument: Arc<_>| view! { <CopySheet talk instrument contact/> };
    view! { <WithInstrument talk children=sheet/> }
}

/// Reads a talk to print something of it. Printing begins no visit; during a visit nothing of another resident is shown.
fn reading_for_paper(conversation: ConversationId) -> Reading<ConversationView> {
    let talk = reading(move || GetConversation { conversation });
    let visit = visit();
    Effect::new(move || {
        let resident = talk.value().map(|view| view.conversation.resident);
        if resident.is_some_and(|resident| visit.at().is_some_and(|at| at != resident)) {
            talk.refuse();
        }
    });
    talk
}

/// Back to the resident, or to *Vandaag*, where the list of what is to print stands.
fn back_from_paper(talk: Reading<ConversationView>) -> Signal<Option<String>> {
    let visit = visit();
    let back = move || match (visit.at(), talk.value()) {
        (Some(_), Some(view)) => Address::Copy { conversation: view.id }.to_string(),
        (Some(_), None) => visit.home(),
        (None, _) => Address::Today {}.to_string(),
    };
    Signal::derive(move || Some(back()))
}
