//! Starting a conversation: with what, where, who is there.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Starting a conversation: with what, where, who is there.
#[component]
pub fn Start(
    /// From the address.
    resident: domain::ResidentId,
) -> impl IntoView {
    let _ = resident;
    view! { <Page title=t("start-title")><span></span></Page> }
}
