//! Somebody is back: where to go, and what to do about what was lost.

use api::{
    sheet::EndBringingBack,
    team::{GetTeam, TeamView},
};
use domain::PersonId;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use crate::{
    backend::{Saving, reading},
    memo::memo,
    parts::{Button, Card, EmptyState, Kind, Row, Rows, icons, live},
    routes::Address,
    screens::settings::ON_SHEET,
    words::{Args, t, tr},
};

#[component]
pub(super) fn Done(
    /// The team that somebody is back in.
    name: String,
    /// Puts away how it ended.
    end: Saving<EndBringingBack>,
) -> impl IntoView {
    let (team, navigate) = (reading(|| GetTeam {}), use_navigate());
    let at = name.clone();
    let me = memo(move || team.value().and_then(|view| me_in(&view, &at)));
    let busy = Signal::derive(move || end.is_busy());
    let to_team = move |_| {
        let navigate = navigate.clone();
        let options = NavigateOptions { replace: true, ..NavigateOptions::default() };
        end.send_then(EndBringingBack {}, move |_| navigate(&Address::Team {}.to_string(), options));
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
        <Button kind=Kind::Primary wide=true busy on_press=to_team>{t("team-to-team")}</Button>
        <Button kind=Kind::Ghost busy on_press=move |_| end.send(EndBringingBack {})>{t("back-one-more")}</Button>
    }
}

/// Who one is in this team: this device works in it since somebody is back, unless another was chosen.
fn me_in(view: &TeamView, name: &str) -> Option<PersonId> {
    view.team.as_ref().filter(|team| team.name == name).map(|team| team.me)
}

#[cfg(test)]
mod tests {
    use api::team::TeamRole;

    use super::*;
    use crate::screens::team::roles::examples::team;

    #[test]
    fn what_was_lost_is_taken_out_of_the_team_that_somebody_is_back_in() {
        let back_in = team(&[TeamRole::Member]);
        let (me, name) = (back_in.me, back_in.name.clone());
        let view = TeamView { team: Some(back_in), teams: Vec::new(), pairing: None };
        assert_eq!(me_in(&view, &name), Some(me), "the row leads to one's own page there");
        assert_eq!(me_in(&view, "Merenwijk"), None, "never to a page of another team, with other devices on it");
    }
}
