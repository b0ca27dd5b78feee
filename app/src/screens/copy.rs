//! The copy for the resident.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The copy for the resident.
#[component]
pub fn Copy(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("copy-title")><span></span></Page> }
}
