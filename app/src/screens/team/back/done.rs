//! Somebody is back: where to go, and what to do about what was lost.

use api::{
    sheet::EndBringingBack,
    team::{ChooseTeam, GetTeam, TeamName, TeamView},
};
use domain::{PersonId, TeamId};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::{Saving, forget, reading, saving},
    memo::memo,
    parts::{Button, Card, EmptyState, Kind, Row, Rows, SaveProblem, icons, live},
    routes::Address,
    screens::settings::ON_SHEET,
    words::{Args, t, tr},
};

#[component]
pub(super) fn Done(
    /// The team that somebody is back in.
    team: TeamName,
    /// Puts away how it ended.
    end: Saving<EndBringingBack>,
) -> impl IntoView {
    let TeamName { id, name } = team;
    let (here, navigate, choose) = (reading(|| GetTeam {}), use_navigate(), saving::<ChooseTeam>());
    let me = memo(move || here.value().and_then(|view| me_in(&view, id)));
    let busy = Signal::derive(move || end.is_busy() || choose.is_busy());
    let to_team = move |_| {
        let navigate = navigate.clone();
        // Somebody may have chosen another team meanwhile.
        choose.send_then(ChooseTeam { team: Some(id), keep: true }, move |_| {
            forget();
            let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
            end.send_then(EndBringingBack {}, move |_| navigate(&Address::Team {}.to_string(), options));
        });
    };
    let lost = move || me.get().map_or(Address::Team {}, |person| Address::Member { person });
    view! {
        <EmptyState icon=icons::CHECK title=tr("back-done", Args::new().with("name", name))>
            <p>{t("back-done-what")}</p>
        </EmptyState>
        <Card title=t("back-now")>
            <Rows label=t("back-now")>
                {live(move || view! { <Row icon=icons::TABLET tone="warm" title=t("back-now-lost") note=t("back-now-lost-note") to=lost()/> })}
                <Row icon=icons::LOCK tone="warm" title=t("back-now-sheet") note=t("back-now-sheet-note") to=ON_SHEET/>
            </Rows>
        </Card>
        <SaveProblem state=choose.signal()/>
        <Button kind=Kind::Primary wide=true busy on_press=to_team>{t("team-to-team")}</Button>
        <Button kind=Kind::Ghost busy on_press=move |_| end.send(EndBringingBack {})>{t("back-one-more")}</Button>
    }
}

/// Who one is in this team: this device works in it since somebody is back, unless another was chosen.
fn me_in(view: &TeamView, id: TeamId) -> Option<PersonId> {
    view.team.as_ref().filter(|team| team.id == id).map(|team| team.me)
}

#[cfg(test)]
mod tests {
    use api::team::TeamRole;

    use super::*;
    use crate::screens::team::roles::examples::team;

    #[test]
    fn what_was_lost_is_taken_out_of_the_team_that_somebody_is_back_in() {
        let back_in = team(&[TeamRole::Member]);
        let (me, id) = (back_in.me, back_in.id);
        let view = TeamView { team: Some(back_in), teams: Vec::new(), pairing: None };
        assert_eq!(me_in(&view, id), Some(me), "the row leads to one's own page there");
        assert_eq!(me_in(&view, TeamId([9; 32])), None, "never to a page of another team, with other devices on it");
    }
}
