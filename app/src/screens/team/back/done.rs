//! Somebody is back: where to go, and what to do about what was lost.

use api::{
    sheet::EndBringingBack,
    team::{ChooseTeam, GetTeam, TeamName},
};
use domain::{PersonId, TeamId};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::{Saving, reading, saving},
    memo::memo,
    parts::{Button, Card, EmptyState, Kind, Row, Rows, SaveProblem, icons, live},
    routes::Address,
    words::{Args, t, tr},
};

#[component]
pub(super) fn Done(
    /// The team that somebody is back in.
    team: TeamName,
    /// Puts away how it ended.
    end: Saving<EndBringingBack>,
) -> impl IntoView {
    let (id, choose, navigate) = (team.id, saving::<ChooseTeam>(), use_navigate());
    let me = me_in(id);
    let busy = Signal::derive(move || end.is_busy() || choose.is_busy());
    let to_team = move |_| {
        let navigate = navigate.clone();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        end.send_then(EndBringingBack {}, move |_| navigate(&Address::Team {}.to_string(), options));
    };
    // The page of oneself is that of the team in which one works.
    choose.send(ChooseTeam { team: Some(id), keep: true });
    let lost = move || me.get().map_or(Address::Team {}, |person| Address::Member { person });
    view! {
        <EmptyState icon=icons::CHECK title=tr("back-done", Args::new().with("name", team.name))>
            <p>{t("back-done-what")}</p>
        </EmptyState>
        <Card title=t("back-now")>
            <Rows label=t("back-now")>
                {live(move || view! { <Row icon=icons::TABLET tone="warm" title=t("back-now-lost") note=t("back-now-lost-note") to=lost()/> })}
                <Row icon=icons::LOCK tone="warm" title=t("back-now-sheet") note=t("back-now-sheet-note") to=Address::Security {}/>
            </Rows>
        </Card>
        <Button kind=Kind::Primary wide=true busy on_press=to_team>{t("team-to-team")}</Button>
        <Button kind=Kind::Ghost busy on_press=move |_| end.send(EndBringingBack {})>{t("back-one-more")}</Button>
        <SaveProblem state=choose.signal()/>
    }
}

/// Who one is in this team, once it is the one in which one works.
fn me_in(id: TeamId) -> Memo<Option<PersonId>> {
    let team = reading(|| GetTeam {});
    memo(move || team.value().and_then(|view| view.team).filter(|team| team.id == id).map(|team| team.me))
}
