//! In which team one works now: in one of several, or in all. Not there for who is in one team, or in none.

use api::team::ChooseTeam;
use leptos::prelude::*;

use super::live;
use crate::{
    backend::{forget, saving},
    memo::memo,
    sync::sync,
    visit::visit,
    words::t,
};

/// The choice, above every screen: what one sees and writes is of this team. At the table with a resident no other team is in sight.
#[component]
pub fn TeamSwitch() -> impl IntoView {
    let visit = visit();
    let teams = memo(move || {
        let view = sync().and_then(|sync| sync.view());
        let teams = view.map(|view| view.teams.into_iter().map(|team| (team.id, team.name))).into_iter().flatten();
        teams.collect::<Vec<_>>()
    });
    let chosen = memo(move || {
        let chosen = sync().and_then(|sync| sync.view()).and_then(|view| view.chosen);
        chosen.map(|team| team.to_string()).unwrap_or_default()
    });
    let save = saving::<ChooseTeam>();
    // What was read for another team is not shown for a moment in this one.
    let choose = move |event| {
        let team = event_target_value(&event).parse().ok();
        save.send_then(ChooseTeam { team, keep: true }, |_| forget());
    };
    let option = move |value: String, words: String| {
        let own = value.clone();
        view! { <option value=value selected=move || chosen.get() == own>{words}</option> }
    };
    let shown = move || {
        let teams = teams.get();
        (teams.len() > 1 && visit.at().is_none()).then(|| {
            let options = teams.into_iter().map(|(id, name)| option(id.to_string(), name)).collect_view();
            view! {
                <label class="team-switch">
                    <span class="visually-hidden">{t("team-switch")}</span>
                    <select on:change=choose prop:value=chosen>{option(String::new(), t("team-switch-all"))}{options}</select>
                </label>
            }
        })
    };
    live(shown)
}
