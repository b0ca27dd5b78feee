//! Residents by name, as one types.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Residents by name, as one types.
#[component]
pub fn Residents() -> impl IntoView {
    view! { <Page title=t("residents-title")><span></span></Page> }
}
