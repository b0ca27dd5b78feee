//! *Warme overdracht*: what somebody who leaves or is ill has running, on one page, and handing it to a successor.

mod hand;
mod one;

use api::sharing::{GetRunning, RunningView};
use domain::PersonId;
use leptos::prelude::*;

use self::{hand::Successor, one::OneDossier};
use crate::{
    backend::reading,
    memo::memo,
    parts::{Each, EmptyState, LinkButton, Page, Shown, catch_focus, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Where the focus goes when a dossier that had it was handed over.
const LIST: &str = "running-list";

/// To whom, and whether one goes on too.
#[derive(Clone, Copy)]
struct Chosen {
    /// The successor.
    to: RwSignal<Option<PersonId>>,
    /// In the place of who hands over; otherwise both keep it.
    instead: RwSignal<bool>,
}

/// What runs.
#[component]
pub fn Running() -> impl IntoView {
    let running = reading(|| GetRunning {});
    let chosen = Chosen { to: RwSignal::new(None), instead: RwSignal::new(true) };
    view! {
        <Page title=t("running-title") note=t("running-note") back=String::from(Address::Team {}) class="running-page">
            <Shown reading=running let:view><Whole view chosen/></Shown>
        </Page>
    }
}

#[component]
fn Whole(view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let is_empty = memo(move || view.with(|view| view.dossiers.is_empty()));
    let only_mine = memo(move || view.with(only_mine));
    catch_focus(LIST, move || view.track());
    let dossiers = move || view.with(|view| view.dossiers.clone());
    move || {
        if is_empty.get() {
            view! {
                <EmptyState icon=icons::HANDSHAKE title=t("running-none")>
                    <p>{t("running-none-what")}</p>
                    <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <p>{t("running-what")}</p>
                {live(move || (only_mine.get() > 0).then(|| view! { <p><strong>{tr("running-only-mine", Args::new().with("count", only_mine.get()))}</strong></p> }))}
                <Successor view chosen/>
                <div id=LIST tabindex="-1" class="stack">
                    <Each of=dossiers key=|dossier| (dossier.resident, format!("{dossier:?}")) let:dossier>
                        <OneDossier dossier view chosen/>
                    </Each>
                </div>
            }
            .into_any()
        }
    }
}

/// How many nobody else keeps.
fn only_mine(view: &RunningView) -> usize {
    view.dossiers.iter().filter(|dossier| dossier.only_mine).count()
}
