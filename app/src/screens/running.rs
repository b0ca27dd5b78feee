//! *Warme overdracht*: what somebody who leaves or is ill has running, on one page, and handing it to a successor.

mod hand;
mod one;
mod unread;
mod whose;

use api::sharing::{GetRunning, Running as Dossier, RunningView};
use domain::PersonId;
use leptos::prelude::*;

use self::{hand::Successor, one::OneDossier, unread::NotHere, whose::Whose};
use crate::{
    backend::reading,
    memo::memo,
    parts::{Each, EmptyState, LinkButton, Page, Shown, catch_focus, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

/// Where the focus goes when a dossier that had it was handed over.
const LIST: &str = "running-list";

/// What is chosen on this page.
#[derive(Clone, Copy)]
struct Chosen {
    /// Whose; nobody named is who uses this device.
    whose: RwSignal<Option<PersonId>>,
    /// The successor.
    to: RwSignal<Option<PersonId>>,
    /// In the place of who hands over; otherwise both keep it. A colleague who is away always goes on keeping it.
    instead: RwSignal<bool>,
}

/// What runs with who uses this device.
#[component]
pub fn Running() -> impl IntoView {
    page(None)
}

/// What runs with a colleague.
#[component]
pub fn RunningOf(
    /// From the address.
    person: PersonId,
) -> impl IntoView {
    page(Some(person))
}

fn page(of: Option<PersonId>) -> impl IntoView {
    let chosen = Chosen { whose: RwSignal::new(of), to: RwSignal::new(None), instead: RwSignal::new(true) };
    let running = reading(move || GetRunning { of: chosen.whose.get() });
    view! {
        <Page title=t("running-title") note=t("running-note") back=String::from(Address::Team {}) class="running-page">
            <Shown reading=running let:view>
                <Whose view chosen/>
                <Whole view chosen/>
            </Shown>
        </Page>
    }
}

#[component]
fn Whole(view: Signal<RunningView>, chosen: Chosen) -> impl IntoView {
    let of = memo(move || view.with(|view| view.of.clone()));
    let is_empty = memo(move || view.with(|view| view.dossiers.is_empty()));
    let alone = memo(move || view.with(kept_by_nobody_else));
    catch_focus(LIST, move || view.track());
    let dossiers = move || view.with(|view| view.dossiers.clone());
    move || {
        let of = of.get();
        if is_empty.get() {
            let (title, what) = whose::nothing_words(of.as_ref());
            view! {
                <EmptyState icon=icons::HANDSHAKE title>
                    <p>{what}</p>
                    <LinkButton to=Address::Team {}>{t("team-to-team")}</LinkButton>
                </EmptyState>
                <NotHere view/>
            }
            .into_any()
        } else {
            let is_kept = of.as_ref().is_none_or(|of| of.here);
            view! {
                <p>{whose::what_words(of.as_ref())}</p>
                {live(move || (is_kept && alone.get() > 0).then(|| view! { <p><strong>{tr("running-only-mine", Args::new().with("count", alone.get()))}</strong></p> }))}
                <NotHere view/>
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
fn kept_by_nobody_else(view: &RunningView) -> usize {
    view.dossiers.iter().filter(|dossier| Dossier::has_no_other(dossier)).count()
}
