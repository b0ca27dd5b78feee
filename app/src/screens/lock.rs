//! Lock.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// Lock.
#[component]
pub fn Lock() -> impl IntoView {
    view! { <Page title=t("lock-title")><span></span></Page> }
}
