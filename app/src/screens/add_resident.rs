//! Adding a resident.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Adding a resident.
#[component]
pub fn AddResident() -> impl IntoView {
    view! { <Page title=t("add-resident-title")><span></span></Page> }
}
