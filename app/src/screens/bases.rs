//! Basis and purpose: who may see what, and why.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Basis and purpose: who may see what, and why.
#[component]
pub fn Bases(
    /// From the address.
    resident: domain::ResidentId,
) -> impl IntoView {
    let _ = resident;
    view! { <Page title=t("bases-title")><span></span></Page> }
}
