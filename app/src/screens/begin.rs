//! Basis and purpose before the first answer.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Basis and purpose before the first answer.
#[component]
pub fn Begin(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("begin-title")><span></span></Page> }
}
