//! *Vandaag* on a resident's own device: one big button to their web, and what is kept about them.

use api::{
    conversation::StartConversation,
    dossier::{DossierView, GetDossier},
    instruments::ListInstruments,
    residents::FindResidents,
    shared::GetShared,
};
use domain::{Form, ResidentId, Voice, instrument::InstrumentKey};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::{Reading, reading, saving},
    memo::memo,
    parts::{Button, Card, EmptyState, Kind, LinkButton, Page, Row, Rows, SaveProblem, Shown, icons, live},
    routes::Address,
    screens::start::first_instrument,
    session::session,
    words::{Args, t, tr, words},
};

/// The resident's own start.
#[component]
pub fn OwnToday() -> impl IntoView {
    let found = reading(|| FindResidents { text: String::new(), after: None });
    let me = memo(move || found.value().and_then(|page| page.rows.first().map(|row| row.resident)));
    let title = move || tr("resident-own-hello", Args::new().with("name", session().person().name));
    view! {
        <Page title=Signal::derive(title) class="today">
            <Shown reading=found let:_page>
                {live(move || match me.get() {
                    Some(resident) => view! { <Mine resident/> }.into_any(),
                    None => view! { <NothingHere/> }.into_any(),
                })}
            </Shown>
        </Page>
    }
}

/// There is no dossier: it is still to come, or it was here and has gone.
#[component]
fn NothingHere() -> impl IntoView {
    let shared = reading(|| GetShared {});
    let gone = memo(move || shared.value().and_then(|view| view.gone));
    live(move || {
        match gone.get() {
        Some(gone) => {
            let day = words().near_date(gone.on, session().today());
            view! {
                <EmptyState icon=icons::LEAF title=t("resident-own-gone")>
                    <p>{tr("resident-own-gone-what", Args::new().with("day", day))}</p>
                    <p class="soft">{t("resident-own-gone-why")}</p>
                </EmptyState>
            }
            .into_any()
        }
        None => view! {
            <EmptyState icon=icons::SPROUT title=t("resident-own-soon")><p>{t("resident-own-soon-what")}</p></EmptyState>
        }
        .into_any(),
    }
    })
}

#[component]
fn Mine(resident: ResidentId) -> impl IntoView {
    let dossier = reading(move || GetDossier { resident });
    view! {
        <Shown reading=dossier let:view>
            <OwnWeb resident view/>
            <Card title=said("resident-own-about", &view)>
                <Rows label=said("resident-own-about", &view)>
                    <Row icon=icons::HEART title=said("resident-own-plan", &view) to=Address::Plan { resident }/>
                    <Row icon=icons::LIST title=said("resident-own-dossier", &view) to=Address::Dossier { resident }/>
                    <Row icon=icons::SHIELD title=t("sharing-title") to=Address::Sharing { resident }/>
                </Rows>
            </Card>
        </Shown>
    }
}

/// Words in the form that the resident likes.
fn said(key: &'static str, view: &Signal<DossierView>) -> String {
    let form: Form = view.with_untracked(|view| view.dossier.profile.form);
    tr(key, Args::new().form(form))
}

/// Going on with a web that is open, or beginning one. The marks are the resident's, as on every device.
#[component]
fn OwnWeb(resident: ResidentId, view: Signal<DossierView>) -> impl IntoView {
    let open = memo(move || {
        view.with(|view| view.conversations.iter().find(|row| row.conversation.finished.is_none()).map(|row| row.id))
    });
    let instrument = first_of(view);
    let save = saving::<StartConversation>();
    let navigate = use_navigate();
    let busy = Signal::derive(move || save.is_busy());
    let begin = UnsyncCallback::new(move |()| {
        let Some(instrument) = untrack(|| instrument.get()).filter(|_| !busy.get_untracked()) else { return };
        let navigate = navigate.clone();
        let request =
            StartConversation { resident, instrument, place: String::new(), present: [Voice::Resident].into() };
        save.send_then(request, move |conversation| {
            navigate(&Address::Fill { conversation }.to_string(), NavigateOptions::default());
        });
    });
    view! {
        {live(move || match open.get() {
            Some(conversation) => view! {
                <LinkButton to=Address::Fill { conversation } kind=Kind::Primary wide=true icon_after=icons::NEXT>{said("resident-own-go-on", &view)}</LinkButton>
            }
            .into_any(),
            None => view! {
                <Button kind=Kind::Primary wide=true busy icon_after=icons::NEXT on_press=begin>{said("resident-own-fill", &view)}</Button>
            }
            .into_any(),
        })}
        <p class="soft">{said("resident-own-when", &view)}</p>
        <SaveProblem state=save.signal()/>
    }
}

/// The web to begin with: the one of the last time, else the one that a professional would be offered first.
fn first_of(view: Signal<DossierView>) -> Memo<Option<InstrumentKey>> {
    let rows: Reading<_> = reading(|| ListInstruments {});
    memo(move || rows.value().and_then(|rows| view.with(|view| first_instrument(view, &rows))))
}
