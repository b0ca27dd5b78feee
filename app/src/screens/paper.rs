//! Entering a web that was filled in on paper.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Entering a web that was filled in on paper.
#[component]
pub fn Paper(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("paper-title")><span></span></Page> }
}
