//! Several teams on one device: how each stands, and the way to a further one.

use api::sync::TeamSync;
use leptos::prelude::*;

use crate::{
    memo::memo,
    parts::{Card, Each, Kind, LinkButton, Row, Rows, icons},
    routes::Address,
    session::session,
    sync::{sync, team_words},
    words::t,
};

/// Every team with its own state. One is chosen above the screen.
#[component]
pub(super) fn Teams() -> impl IntoView {
    let teams = memo(move || sync().and_then(|sync| sync.view()).map(|view| view.teams).unwrap_or_default());
    let row = |team: TeamSync| {
        let note = team_words(&team, session().today());
        view! { <Row icon=icons::USERS title=team.name note/> }
    };
    view! {
        <Card title=t("team-several")>
            <p class="soft small">{t("team-several-choose")}</p>
            <Rows label=t("team-several")>
                <Each of=move || teams.get() key=|team| (team.id, team_words(team, session().today())) let:team>{row(team)}</Each>
            </Rows>
        </Card>
    }
}

/// A further team beside the one that is shown.
#[component]
pub(super) fn OneMore() -> impl IntoView {
    view! {
        <Card title=t("team-one-more")>
            <p class="soft small">{t("team-one-more-what")}</p>
            <div class="cluster">
                <LinkButton to=Address::JoinTeam {} kind=Kind::Quiet icon=icons::HANDSHAKE>{t("team-join")}</LinkButton>
                <LinkButton to=Address::MakeTeam {} kind=Kind::Plain icon=icons::PLUS>{t("team-make")}</LinkButton>
            </div>
        </Card>
    }
}
