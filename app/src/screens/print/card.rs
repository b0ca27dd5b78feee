//! A small card with the first step and its day, to put where one sees it. No name on it: anybody may come by.

use api::conversation::ConversationView;
use domain::ConversationId;
use leptos::prelude::*;

use super::{back_from_paper, print_button::PrintButton, reading_for_paper};
use crate::{
    memo::memo,
    parts::{EmptyState, Kind, LinkButton, Page, Shown, icons, live},
    routes::Address,
    session::session,
    words::{Spoken, t, words},
};

/// A card with the first step, to print.
#[component]
pub fn PrintStep(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_for_paper(conversation);
    let has_step = memo(move || talk.value().is_some_and(|talk| talk.conversation.first_step.is_some()));
    let foot = move || view! { {live(move || has_step.get().then(|| view! { <PrintButton/> }))} };
    let card = move |talk| {
        move || {
            if has_step.get() {
                view! { <StepCard talk/> }.into_any()
            } else {
                view! { <NoStep conversation/> }.into_any()
            }
        }
    };
    view! {
        <Page title=t("print-step") note=t("print-step-note") back=back_from_paper(talk) foot class="prints-sheet">
            <Shown reading=talk children=card/>
        </Page>
    }
}

/// The card, in the resident's language.
#[component]
fn StepCard(talk: Signal<ConversationView>) -> impl IntoView {
    let language = talk.with_untracked(|talk| talk.profile.language);
    view! {
        <article class="sheet step-card" data-register="resident" lang=language.tag()>
            <Spoken language><OnTheCard talk/></Spoken>
        </article>
    }
}

#[component]
fn OnTheCard(talk: Signal<ConversationView>) -> impl IntoView {
    let today = session().today();
    let step = memo(move || talk.with(|talk| talk.conversation.first_step.clone()));
    let day = move || step.get().and_then(|step| step.on).map(|on| words().weekday_date(on, today));
    view! {
        <h2>{t("print-my-step")}</h2>
        <p class="step-card-words">{live(move || step.get().map(|step| step.text))}</p>
        {live(move || day().map(|day| view! { <p class="step-card-day">{day}</p> }))}
    }
}

#[component]
fn NoStep(conversation: ConversationId) -> impl IntoView {
    let step = domain::TalkStep::FirstStep;
    view! {
        <EmptyState icon=icons::STEP title=t("print-no-step")>
            <p>{t("print-no-step-why")}</p>
            <LinkButton to=Address::Step { conversation, step } kind=Kind::Quiet icon_after=icons::NEXT>{t("print-no-step-do")}</LinkButton>
        </EmptyState>
    }
}
