//! *Zorgen om veiligheid?*: whom to call.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// *Zorgen om veiligheid?*: whom to call.
#[component]
pub fn Safety() -> impl IntoView {
    view! { <Page title=t("safety-title")><span></span></Page> }
}
