//! What the professional privately expects to matter.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// What the professional privately expects to matter.
#[component]
pub fn Expect(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("expect-title")><span></span></Page> }
}
