//! Welcome.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Welcome.
#[component]
pub fn Welcome() -> impl IntoView {
    view! { <Page title=t("welcome-title")><span></span></Page> }
}
