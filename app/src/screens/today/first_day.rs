//! The first day: nobody is here yet, so this page tells how it works.

use api::residents::LoadSample;
use leptos::prelude::*;

use crate::{
    backend::saving,
    parts::{Busy, Button, Card, EmptyState, Kind, Row, Rows, SaveProblem, icons, live},
    routes::Address,
    session::session,
    words::t,
};

/// How to begin: add a resident, or look around in a neighbourhood that was made up.
#[component]
pub fn FirstDay() -> impl IntoView {
    let session = session();
    let load = saving::<LoadSample>();
    let start = move |_| {
        if !load.is_busy() {
            load.send_then(LoadSample {}, move |_| session.again());
        }
    };
    view! {
        <EmptyState icon=icons::SPROUT title=t("today-first")>
            <ol class="today-first-steps">
                <li>{t("today-first-add")}</li>
                <li>{t("today-first-fill")}</li>
                <li>{t("today-first-step")}</li>
            </ol>
            <p class="soft">{t("today-first-sample")}</p>
            <Button kind=Kind::Ghost busy=Signal::derive(move || load.is_busy()) on_press=start>{t("today-load-sample")}</Button>
            {live(move || load.is_busy().then(|| view! { <Busy/> }))}
            <SaveProblem state=load.signal()/>
        </EmptyState>
        <Card><Rows label=t("today-first-team")><Row icon=icons::HANDSHAKE title=t("today-first-team") note=t("today-first-team-note") to=Address::JoinTeam {}/></Rows></Card>
    }
}
