//! The device in the hands of the resident.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The device in the hands of the resident.
#[component]
pub fn HandOver() -> impl IntoView {
    view! { <Page title=t("hand-over-title")><span></span></Page> }
}

/// Choosing what to ask before handing the device over.
#[component]
pub fn PrepareHandOver(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("hand-over-prepare-title")><span></span></Page> }
}
