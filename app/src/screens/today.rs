//! *Vandaag*: what to go on with and what to think of.

mod ask_panel;
mod asks;
mod first_day;
mod greeting;
mod notices;
mod own;
mod to_print;
mod unfinished;

use api::{
    conversation::EditConversation,
    dossier::{EditDossier, MarkPrinted},
    plan::EditPlan,
    today::{GetToday, NotNow, TodayView},
};
use leptos::prelude::*;

use self::{asks::Asks, first_day::FirstDay, notices::Notices, own::OwnToday, to_print::PrintList, unfinished::GoOn};
use super::{
    dossier::joined,
    shared::{SharedCard, SharedToday},
};
use crate::{
    backend::{SaveState, Saving, reading, saving},
    memo::memo,
    parts::{Kind, LinkButton, Page, Shown, StateLine, icons, live},
    reach::{Who, who},
    routes::Address,
    session::session,
    words::{t, words},
};

/// What can be changed from here.
#[derive(Clone, Copy)]
struct Saves {
    plan: Saving<EditPlan>,
    talk: Saving<EditConversation>,
    dossier: Saving<EditDossier>,
    not_now: Saving<NotNow>,
    printed: Saving<MarkPrinted>,
}

impl Saves {
    fn new() -> Self {
        Self { plan: saving(), talk: saving(), dossier: saving(), not_now: saving(), printed: saving() }
    }

    fn state(self) -> SaveState {
        joined([self.plan.state(), self.talk.state(), self.dossier.state(), self.not_now.state(), self.printed.state()])
    }

    fn retry(self) {
        self.plan.retry();
        self.talk.retry();
        self.dossier.retry();
        self.not_now.retry();
        self.printed.retry();
    }
}

/// *Vandaag*: for a professional, for the resident whose device this is, or for who has what was shared with them.
#[component]
pub fn Today() -> impl IntoView {
    let who = memo(who);
    move || match who.get() {
        Who::Professional => view! { <Professionals/> }.into_any(),
        Who::Resident => view! { <OwnToday/> }.into_any(),
        Who::Helper => view! { <SharedToday/> }.into_any(),
    }
}

/// What to go on with and what to think of.
#[component]
fn Professionals() -> impl IntoView {
    let session = session();
    let today = reading(|| GetToday {});
    let saves = Saves::new();
    let is_first_day = memo(move || today.value().is_some_and(|view| view.residents == 0));
    let title = memo(move || greeting::greeting(session.known().map(|view| view.hour), &session.person().name));
    let over = memo(move || session.known().map(|view| words().weekday_date(view.today, view.today)));
    let main = move || {
        if is_first_day.get() {
            view! { <LinkButton to=Address::AddResident {} kind=Kind::Primary wide=true icon=icons::PLUS>{t("residents-add")}</LinkButton> }
        } else {
            view! { <LinkButton to=CHOOSE kind=Kind::Primary wide=true icon=icons::PLUS>{t("today-new-talk")}</LinkButton> }
        }
    };
    let foot = move || {
        view! {
            <StateLine state=Signal::derive(move || saves.state()) retry=move || saves.retry()/>
            {live(main)}
        }
    };
    view! {
        <Page title over foot class="today">
            <Notices/>
            <SharedCard/>
            <Shown reading=today let:view>
                {live(move || if is_first_day.get() {
                    view! { <FirstDay/> }.into_any()
                } else {
                    view! { <Day view saves/> }.into_any()
                })}
            </Shown>
        </Page>
    }
}

/// The residents, to choose with whom to talk.
const CHOOSE: &str = "/residents?talk";

#[component]
fn Day(view: Signal<TodayView>, saves: Saves) -> impl IntoView {
    let is_quiet =
        memo(move || view.with(|view| view.unfinished.is_empty() && view.asks.is_empty() && view.to_print.is_empty()));
    view! {
        <GoOn view/>
        <Asks view saves/>
        <PrintList view save=saves.printed/>
        {live(move || is_quiet.get().then(|| view! { <p class="soft">{t("today-quiet")}</p> }))}
    }
}
