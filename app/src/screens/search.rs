//! Finding words in everything that was written.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Finding words in everything that was written.
#[component]
pub fn Search() -> impl IntoView {
    view! { <Page title=t("search-title")><span></span></Page> }
}
