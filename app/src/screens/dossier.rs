//! A dossier: webs over time, plan, steps, bases.

use leptos::prelude::*;

use crate::{parts::Page, words::t};

/// A dossier: webs over time, plan, steps, bases.
#[component]
pub fn Dossier(
    /// From the address.
    resident: domain::ResidentId,
) -> impl IntoView {
    let _ = resident;
    view! { <Page title=t("dossier-title")><span></span></Page> }
}
