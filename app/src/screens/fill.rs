//! The six marks.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The six marks.
#[component]
pub fn Fill(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("fill-title")><span></span></Page> }
}
