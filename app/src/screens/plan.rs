//! A resident's plan.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// A resident's plan.
#[component]
pub fn Plan(
    /// From the address.
    resident: domain::ResidentId,
) -> impl IntoView {
    let _ = resident;
    view! { <Page title=t("plan-title")><span></span></Page> }
}
