//! What this app is, and what it is not.

use leptos::prelude::*;

use crate::{
    parts::{Card, Page, live},
    routes::Address,
    session::session,
    words::{Args, t, tr},
};

/// What this app is, and what it is not.
#[component]
pub fn About() -> impl IntoView {
    let version = move || session().known().map(|view| view.version).unwrap_or_default();
    view! {
        <Page title=t("about-title") back=String::from(Address::Settings {})>
            <Card title=t("about-is")><p>{t("about-is-what")}</p></Card>
            <Card title=t("about-not")>
                <ul class="plain-list">
                    <li>{t("about-not-record")}</li>
                    <li>{t("about-not-iph")}</li>
                    <li>{t("about-not-measure")}</li>
                    <li>{t("about-not-checked")}</li>
                </ul>
            </Card>
            <Card title=t("about-data")>
                <ul class="plain-list">
                    <li>{t("about-data-here")}</li>
                    <li>{t("about-data-locked")}</li>
                    <li>{t("about-data-never-deleted")}</li>
                    <li>{t("about-data-responsible")}</li>
                </ul>
            </Card>
            <Card title=t("about-made")>
                <p>{t("about-made-what")}</p>
                <p class="soft">{live(move || tr("about-version", Args::new().with("version", version())))}</p>
            </Card>
        </Page>
    }
}
