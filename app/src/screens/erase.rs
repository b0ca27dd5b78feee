//! Erasing a resident for ever.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Erasing a resident for ever.
#[component]
pub fn Erase(
    /// From the address.
    resident: domain::ResidentId,
) -> impl IntoView {
    let _ = resident;
    view! { <Page title=t("erase-title")><span></span></Page> }
}
