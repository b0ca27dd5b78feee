//! The plan, at the end of a talk.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The plan, at the end of a talk.
#[component]
pub fn TalkPlan(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("talk-plan-title")><span></span></Page> }
}
