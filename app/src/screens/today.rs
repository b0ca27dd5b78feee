//! *Vandaag*: what to go on with and what to think of.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// *Vandaag*: what to go on with and what to think of.
#[component]
pub fn Today() -> impl IntoView {
    view! { <Page title=t("today-title")><span></span></Page> }
}
