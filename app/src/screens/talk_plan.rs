//! The plan within a talk: the resident's one plan, whichever talk it is written in.

use api::{
    conversation::ConversationView,
    plan::{EditPlan, MayWrite, PlanView},
};
use domain::ConversationId;
use leptos::prelude::*;

use super::{
    fill::{WithinTalk, keep_place, name_in},
    plan::PlanEditor,
};
use crate::{
    backend::saving,
    memo::memo,
    parts::{Kind, LinkButton, Page, StateLine, icons},
    routes::Address,
    visit::reading_talk,
    words::t,
};

/// The plan, at the end of a talk.
#[component]
pub fn TalkPlan(
    /// From the address.
    conversation: ConversationId,
) -> impl IntoView {
    let talk = reading_talk(conversation);
    let save = saving::<EditPlan>();
    keep_place(talk, conversation, "plan".to_owned());
    let foot = move || {
        view! {
            <StateLine state=save.signal() retry=move || save.retry()/>
            <LinkButton to=Address::Close { conversation } kind=Kind::Primary wide=true icon_after=icons::NEXT>{t("talk-to-close")}</LinkButton>
        }
    };
    let editor = move |talk: Signal<ConversationView>, _| {
        let view = memo(move || talk.with(plan_of));
        view! { <PlanEditor view save/> }
    };
    view! {
        <Page title=t("talk-plan") note=t("talk-plan-note") bar=name_in(talk) bar_note=t("talk-title") back=Address::Close { conversation } foot>
            <WithinTalk talk children=editor/>
        </Page>
    }
}

fn plan_of(talk: &ConversationView) -> PlanView {
    PlanView {
        resident: talk.conversation.resident,
        profile: talk.profile.clone(),
        plan: talk.plan.clone(),
        may_write: MayWrite::All,
    }
}
