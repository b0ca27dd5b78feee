//! The aspects of one dimension.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// The aspects of one dimension.
#[component]
pub fn Aspects(
    /// From the address.
    conversation: domain::ConversationId,
    /// From the address.
    dimension: domain::instrument::DimensionCode,
) -> impl IntoView {
    let _ = conversation;
    drop(dimension);
    view! { <Page title=t("aspects-title")><span></span></Page> }
}
