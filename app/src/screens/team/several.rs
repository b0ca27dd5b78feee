//! Several teams on one device: how each stands, and the way to a further one.

use api::sync::{SeeRemoval, TeamSync};
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Card, Each, FailureNotice, Kind, LinkButton, Notice, Row, Rows, icons, live},
    routes::Address,
    session::session,
    sync::{sync, team_words},
    words::{Args, t, tr},
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

/// Teams out of which somebody took this device, until that is put away.
#[component]
pub(super) fn TakenOut() -> impl IntoView {
    let teams = memo(move || sync().and_then(|sync| sync.view()).map(|view| view.taken_out).unwrap_or_default());
    let save = saving::<SeeRemoval>();
    view! {
        <Each of=move || teams.get() key=|team| team.id let:team>
            <Notice problem=true title=tr("team-taken-out", Args::new().with("team", team.name))>
                <p>{t("sync-problem-removed-do")}</p>
                <Button kind=Kind::Quiet on_press=move |_| save.send(SeeRemoval { team: team.id })>{t("team-taken-out-seen")}</Button>
            </Notice>
        </Each>
        {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
    }
}
