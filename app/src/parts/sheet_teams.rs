//! The teams on the recovery sheet: each with its line, to type and to scan.

use api::sheet::SheetTeam;
use leptos::prelude::*;

use super::{Each, QrCode, groups};
use crate::words::{Args, t, tr};

/// Each team with its line, and how somebody comes back: `<SheetTeams teams/>`. A line is no secret; without the code it opens nothing.
#[component]
pub(super) fn SheetTeams(
    /// The teams, in order.
    teams: Signal<Vec<SheetTeam>>,
) -> impl IntoView {
    view! {
        <ul class="sheet-teams" role="list">
            <Each of=move || teams.get() key=|team| (team.team.name.clone(), team.line.clone()) let:team>{on_paper(team)}</Each>
        </ul>
        <div class="print-only stack">
            <p><strong>{t("sheet-paper-back")}</strong></p>
            <ol class="plain-list">
                <li>{t("sheet-paper-back-install")}</li>
                <li>{t("sheet-paper-back-type")}</li>
            </ol>
        </div>
    }
}

fn on_paper(team: SheetTeam) -> impl IntoView {
    let SheetTeam { team, line, .. } = team;
    let about = |key| tr(key, Args::new().with("team", team.name.as_str()));
    let (signs, relay) = line.split_once(' ').unwrap_or((&line, ""));
    let relay = relay.to_owned();
    let (label, alike) = (about("sheet-paper-team"), about("sheet-paper-qr"));
    view! {
        <li class="sheet-team">
            <QrCode text=line.clone() label=alike/>
            <div class="sheet-team-words">
                <p class="sheet-team-name">{label}</p>
                <p class="sheet-line">{groups(signs)}" "<span class="sheet-relay">{relay}</span></p>
            </div>
        </li>
    }
}
