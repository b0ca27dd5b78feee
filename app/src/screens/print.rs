//! A blank web to fill in on paper.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// A blank web to fill in on paper.
#[component]
pub fn PrintBlank(
    /// From the address.
    instrument: domain::instrument::InstrumentKey,
) -> impl IntoView {
    drop(instrument);
    view! { <Page title=t("print-blank-title")><span></span></Page> }
}

/// A card with the first step, to print.
#[component]
pub fn PrintStep(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("print-step-title")><span></span></Page> }
}

/// The resident's copy, to print.
#[component]
pub fn PrintCopy(
    /// From the address.
    conversation: domain::ConversationId,
) -> impl IntoView {
    let _ = conversation;
    view! { <Page title=t("print-copy-title")><span></span></Page> }
}
