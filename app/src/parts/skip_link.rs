//! The first link of the page: past the navigation, to what the page is about.

use leptos::prelude::*;

use super::focus_title;
use crate::words::t;

/// *Naar de inhoud*; seen only when it has the focus.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <button type="button" class="skip-link" on:click=move |_| focus_title()>{t("app-skip")}</button> }
}
