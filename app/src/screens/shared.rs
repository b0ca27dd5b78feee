//! What was shared with who uses this device: a plan or a conversation by itself, without the dossier that it is from.

mod about;
mod gone;
mod items;
mod plan;
mod talk;

use api::shared::{GetShared, SharedView};
use leptos::prelude::*;

pub use gone::GoneNotice;
pub use plan::SharedPlan;
pub use talk::SharedTalk;

use self::items::Items;
use crate::{
    backend::reading,
    memo::memo,
    parts::{Card, EmptyState, Page, Row, Rows, Shown, icons, live},
    routes::Address,
    session::session,
    words::{Args, t, tr},
};

/// All of it, for who also has dossiers.
#[component]
pub fn Shared() -> impl IntoView {
    let shared = reading(|| GetShared {});
    view! {
        <Page title=t("shared-title") note=t("shared-note") back=Address::Today {}>
            <Shown reading=shared let:view><All view/></Shown>
        </Page>
    }
}

/// *Vandaag* for who has nothing but what was shared with them.
#[component]
pub fn SharedToday() -> impl IntoView {
    let shared = reading(|| GetShared {});
    let title = move || tr("resident-own-hello", Args::new().with("name", session().person().name));
    view! {
        <Page title=Signal::derive(title) note=t("shared-note") class="today">
            <Shown reading=shared let:view><All view/></Shown>
        </Page>
    }
}

#[component]
fn All(view: Signal<SharedView>) -> impl IntoView {
    let is_empty = memo(move || view.with(|view| view.items.is_empty()));
    let more = memo(move || view.with(|view| view.more));
    view! {
        <GoneNotice gone=Signal::derive(move || view.with(|view| view.gone))/>
        {live(move || match (is_empty.get(), more.get()) {
            (false, _) => view! { <Items view/> }.into_any(),
            (true, true) => view! {
                <EmptyState icon=icons::SPROUT title=t("resident-own-soon")><p>{t("shared-soon")}</p></EmptyState>
            }
            .into_any(),
            (true, false) => view! {
                <EmptyState icon=icons::HANDSHAKE title=t("shared-none")><p>{t("shared-none-what")}</p></EmptyState>
            }
            .into_any(),
        })}
    }
}

/// The way there from *Vandaag*, for who also has dossiers; nothing where nothing was shared by itself.
#[component]
pub fn SharedCard() -> impl IntoView {
    let shared = reading(|| GetShared {});
    let count = memo(move || shared.value().map_or(0, |view| view.items.len()));
    let gone = Signal::derive(move || shared.value().and_then(|view| view.gone));
    view! {
        <GoneNotice gone/>
        {live(move || (count.get() > 0).then(|| view! {
            <Card><Rows label=t("shared-title")>
                <Row icon=icons::HANDSHAKE title=t("shared-title") note=tr("shared-count", Args::new().with("count", count.get())) to=Address::Shared {}/>
            </Rows></Card>
        }))}
    }
}
