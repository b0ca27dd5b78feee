//! One step of the talk.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// One step of the talk.
#[component]
pub fn Step(
    /// From the address.
    conversation: domain::ConversationId,
    /// From the address.
    step: domain::TalkStep,
) -> impl IntoView {
    let _ = conversation;
    let _ = step;
    view! { <Page title=t("step-title")><span></span></Page> }
}
