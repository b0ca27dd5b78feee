//! Rounding a conversation off.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Rounding a conversation off.
#[component]
pub fn Close(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("close-title")><span></span></Page> }
}
