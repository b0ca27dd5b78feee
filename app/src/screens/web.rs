//! The web, to look at together.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The web, to look at together.
#[component]
pub fn Web(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("web-title")><span></span></Page> }
}
