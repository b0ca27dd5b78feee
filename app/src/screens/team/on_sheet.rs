//! One quiet line while a team is on no recovery sheet yet, and the way to a coming back that is still under way.

use api::{
    sheet::{BackView, GetSheet, SheetState, SheetTeam},
    team::TeamView,
};
use domain::TeamId;
use leptos::prelude::*;

use crate::{
    backend::reading,
    memo::memo,
    parts::{LinkButton, Notice, icons, live},
    reach::{Who, who},
    routes::Address,
    screens::settings::ON_SHEET,
    words::{Args, t, tr},
};

/// Both. On a resident's own device nothing.
#[component]
pub(super) fn OnSheet(
    /// The team in which this device works, or none.
    view: Signal<TeamView>,
) -> impl IntoView {
    let sheet = reading(|| GetSheet {});
    let is_residents = memo(|| who() == Who::Resident);
    let hint = memo(move || {
        let chosen = view.with(|view| view.team.as_ref().map(|team| team.id));
        let teams = sheet.value().map(|view| view.teams).unwrap_or_default();
        hint_words(&teams, chosen).filter(|_| !is_residents.get())
    });
    let is_under_way = memo(move || {
        sheet.value().and_then(|view| view.back).is_some_and(|back| matches!(back, BackView::Reaching { .. }))
    });
    view! {
        {live(move || is_under_way.get().then(|| view! {
            <Notice title=t("back-under-way")>
                <LinkButton to=Address::BringBack {} icon_after=icons::NEXT>{t("team-under-way-do")}</LinkButton>
            </Notice>
        }))}
        {live(move || hint.get().map(|hint| view! {
            <p class="sheet-hint soft small"><span>{hint}</span><a href=ON_SHEET>{t("sheet-hint-do")}</a></p>
        }))}
    }
}

/// What to say of the chosen team, or of all where none is chosen; nothing where all is well.
fn hint_words(teams: &[SheetTeam], chosen: Option<TeamId>) -> Option<String> {
    let shown = teams.iter().filter(|team| chosen.is_none_or(|chosen| chosen == team.team.id));
    let count = shown.filter(|team| team.state == SheetState::NotOn).count();
    match (count, chosen) {
        (0, _) => None,
        (_, Some(_)) => Some(t("sheet-hint")),
        (count, None) => Some(tr("sheet-hint-all", Args::new().with("count", count))),
    }
}

#[cfg(test)]
mod tests {
    use api::team::TeamName;
    use domain::Language;

    use super::*;
    use crate::words::speak;

    fn team(n: u8, state: SheetState) -> SheetTeam {
        let team = TeamName { id: TeamId([n; 32]), name: format!("Team {n}") };
        SheetTeam { team, line: "AAAA-BBBB RELAY.EXAMPLE.NL".into(), state }
    }

    #[test]
    fn nobody_is_reminded_of_a_team_that_is_on_the_sheet_or_on_its_way() {
        speak(Language::Nl);
        for state in [
            SheetState::Unknown,
            SheetState::Waiting,
            SheetState::On,
            SheetState::OlderThanErasure,
            SheetState::TakenOut,
        ] {
            assert_eq!(hint_words(&[team(1, state)], Some(TeamId([1; 32]))), None, "{state:?} asks for nothing here");
        }
    }

    #[test]
    fn the_hint_is_about_the_team_in_which_one_works() {
        speak(Language::Nl);
        let teams = [team(1, SheetState::On), team(2, SheetState::NotOn), team(3, SheetState::NotOn)];
        assert_eq!(hint_words(&teams, Some(TeamId([1; 32]))), None, "another team is not the matter here");
        assert_eq!(hint_words(&teams, Some(TeamId([2; 32]))), Some(t("sheet-hint")), "this one is");
        let all = hint_words(&teams, None).unwrap_or_default();
        assert!(all.starts_with("2 teams"), "where all are shown, all are counted: {all}");
        assert_eq!(hint_words(&[], None), None, "without a team there is nothing to remind of");
    }
}
