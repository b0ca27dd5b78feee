//! Teams that this device is out of: that it was taken out, and what was not sent to them, to save as a file for a colleague.

use std::collections::BTreeMap;

use api::{
    records::SaveUnsent,
    sync::{SeeRemoval, SyncView},
};
use domain::TeamId;
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{Button, Confirm, Each, FailureNotice, Form, Kind, NewPassphrase, Notice, SaveProblem, live},
    sync::sync,
    words::{Args, t, tr},
};

/// What is told of one team: its name, whether somebody took this device out, and how many changes were not sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Out {
    id: TeamId,
    name: String,
    taken_out: bool,
    unsent: u32,
}

/// Each of them, until the person has put it away.
#[component]
pub(super) fn OutOfTeams() -> impl IntoView {
    let teams = memo(move || sync().and_then(|sync| sync.view()).map(|view| out_of(&view)).unwrap_or_default());
    view! { <Each of=move || teams.get() key=Out::clone let:team><OneTeam team/></Each> }
}

fn out_of(view: &SyncView) -> Vec<Out> {
    let mut teams: BTreeMap<TeamId, Out> = BTreeMap::new();
    for team in &view.taken_out {
        let out = Out { id: team.id, name: team.name.clone(), taken_out: true, unsent: 0 };
        teams.insert(team.id, out);
    }
    for unsent in &view.unsent {
        let out = Out { id: unsent.team.id, name: unsent.team.name.clone(), taken_out: false, unsent: 0 };
        teams.entry(unsent.team.id).or_insert(out).unsent = unsent.changes;
    }
    teams.into_values().collect()
}

#[component]
fn OneTeam(team: Out) -> impl IntoView {
    let Out { id, name, taken_out, unsent } = team;
    let title = tr(if taken_out { "team-taken-out" } else { "team-unsent" }, Args::new().with("team", name));
    let save = saving::<SeeRemoval>();
    let asking = RwSignal::new(false);
    let put_away = move || save.send(SeeRemoval { team: id });
    let away = move |_| if unsent > 0 { asking.set(true) } else { put_away() };
    view! {
        <Notice problem=taken_out title>
            {taken_out.then(|| view! { <p>{t("sync-problem-removed-do")}</p> })}
            {(unsent > 0).then(|| view! { <Unsent team=id count=unsent/> })}
            <Button kind=Kind::Quiet on_press=away>{t(if unsent > 0 { "team-unsent-away" } else { "team-taken-out-seen" })}</Button>
            <Confirm open=asking title=t("team-unsent-sure") yes=t("team-unsent-away") on_yes=put_away>
                <p>{tr("team-unsent-sure-what", Args::new().with("count", unsent))}</p>
            </Confirm>
            {live(move || save.failure().map(|failure| view! { <FailureNotice failure/> }))}
        </Notice>
    }
}

/// What was not sent, with the way to a file of it.
#[component]
fn Unsent(team: TeamId, count: u32) -> impl IntoView {
    let (passphrase, good, written) =
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(String::new()));
    let save = saving::<SaveUnsent>();
    let send = move || {
        save.send_then(SaveUnsent { team, passphrase: passphrase.get_untracked() }, move |file| {
            passphrase.set(String::new());
            written.set(file.path);
        });
    };
    let busy = Signal::derive(move || save.is_busy());
    view! {
        <p><strong>{tr("team-unsent-count", Args::new().with("count", count))}</strong></p>
        <p>{t("team-unsent-what")}</p>
        <details class="fold">
            <summary>{t("team-unsent-save")}</summary>
            <Form on_send=send busy>
                <NewPassphrase label=t("backup-passphrase") value=passphrase good/>
                <p class="soft small">{t("team-unsent-passphrase")}</p>
                <SaveProblem state=save.signal()/>
                <Button kind=Kind::Quiet submit=true busy>{t("backup-export-do")}</Button>
                {live(move || (!written.get().is_empty()).then(|| view! {
                    <Notice title=t("backup-written")><p class="path">{written.get()}</p></Notice>
                }))}
            </Form>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use api::{
        sync::{Doing, Unsent},
        team::TeamName,
    };

    use super::*;

    #[test]
    fn a_team_is_told_of_once_with_all_there_is_to_say() {
        let name = |n: u8| TeamName { id: TeamId([n; 32]), name: format!("Team {n}") };
        let view = SyncView {
            team: false,
            teams: Vec::new(),
            chosen: None,
            taken_out: vec![name(1), name(2)],
            unsent: vec![Unsent { team: name(2), changes: 3 }, Unsent { team: name(3), changes: 1 }],
            role: None,
            dossiers: true,
            doing: Doing::Resting,
            waiting: 0,
            last: None,
            problems: Vec::new(),
            resumes: false,
            renewal: None,
            handed_in: Vec::new(),
            conflicts: Vec::new(),
        };
        let told: Vec<_> = out_of(&view).into_iter().map(|out| (out.taken_out, out.unsent)).collect();
        assert_eq!(told, [(true, 0), (true, 3), (false, 1)], "taken out, with something unsent, and left by oneself");
    }
}
