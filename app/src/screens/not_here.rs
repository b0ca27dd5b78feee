//! An address where no screen is.

use leptos::prelude::*;

use crate::{
    parts::{Kind, LinkButton, Page},
    words::t,
};

/// *Deze pagina is er niet*, with the way to Today.
#[component]
pub fn NotHere() -> impl IntoView {
    view! {
        <Page title=t("app-not-here")>
            <p>{t("app-not-here-do")}</p>
            <LinkButton to="/" kind=Kind::Primary>{t("app-nav-today")}</LinkButton>
        </Page>
    }
}
