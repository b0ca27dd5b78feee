//! The team, in short: how it stands and the way to it.

use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{Card, Row, Rows, icons},
    routes::Address,
    session::session,
    sync::{line_words, sync},
    words::t,
};

#[component]
pub(super) fn TeamCard() -> impl IntoView {
    let view = memo(move || sync().and_then(|sync| sync.view()));
    let has_team = memo(move || view.with(|view| view.as_ref().is_some_and(|view| view.team)));
    let title = move || t(if has_team.get() { "settings-team-open" } else { "settings-team-none" });
    let note = memo(move || {
        let today = session().today();
        view.with(|view| {
            view.as_ref().map(|view| if view.team { line_words(view, today) } else { t("settings-team-what") })
        })
    });
    view! {
        <Card title=t("team-title")>
            <Rows label=t("team-title")>
                <Row icon=icons::USERS title=Signal::derive(title) note to=Address::Team {}/>
            </Rows>
        </Card>
    }
}
