//! How the exchange stands, in the words of the app.

use api::sync::{Doing, HandedInAside, Problem, Renewal, SyncView, TeamSync};
use engine::Args;

use crate::session::Desk;

/// A line for how it stands, one for keys that are renewed, and two for each thing that somebody has to look at.
pub(in crate::commands) fn lines(desk: &Desk<'_>, view: &SyncView) -> Vec<String> {
    // Several teams together say less than each by itself.
    let is_each = view.teams.len() > 1 && view.chosen.is_none();
    let mut lines = if is_each { each(desk, view) } else { vec![state(desk, view)] };
    if !view.conflicts.is_empty() {
        lines.push(desk.words.say_with("sync-choose", &Args::new().with("count", view.conflicts.len())));
    }
    if !is_each {
        lines.extend(view.renewal.as_ref().map(|renewal| renewed(desk, renewal)));
    }
    for unsent in &view.unsent {
        let name = &unsent.team.name;
        let team = if name.is_empty() { unsent.team.id.to_string() } else { name.clone() };
        lines.push(desk.words.say_with("team-unsent", &Args::new().with("team", team)));
        lines.push(desk.words.say_with("team-unsent-count", &Args::new().with("count", unsent.changes)));
    }
    for problem in &view.problems {
        lines.extend(problem_lines(desk, *problem));
        if matches!(problem, Problem::Aside { .. }) {
            lines.extend(view.handed_in.iter().map(|one| handed_in(desk, one)));
        }
    }
    lines
}

/// What happened, and what to do now.
pub(in crate::commands) fn problem_lines(desk: &Desk<'_>, problem: Problem) -> [String; 2] {
    let key = format!("sync-problem-{}", problem.name());
    let args = Args::new().with("count", count(problem));
    [desk.words.say_with(&key, &args), desk.words.say_with(&format!("{key}-do"), &args)]
}

/// How much of what was put aside somebody had handed in.
fn handed_in(desk: &Desk<'_>, one: &HandedInAside) -> String {
    let args = Args::new().with("count", one.count);
    match &one.by {
        Some(by) => desk.words.say_with("sync-aside-handed-in", &args.with("by", by.clone())),
        None => desk.words.say_with("sync-aside-handed-in-unnamed", &args),
    }
}

/// How far the keys are renewed after an erasure.
fn renewed(desk: &Desk<'_>, renewal: &Renewal) -> String {
    match renewal {
        Renewal::Waiting { dossiers, devices, late } => {
            let key = if *late { "sync-renewal-late" } else { "sync-renewal-waiting" };
            desk.words.say_with(key, &Args::new().with("dossiers", *dossiers).with("devices", *devices))
        }
        Renewal::Done { shown } => at_or_on(desk, "sync-renewal-done-at", "sync-renewal-done-on", shown),
    }
}

fn state(desk: &Desk<'_>, view: &SyncView) -> String {
    if !view.team {
        return desk.words.say("sync-only-here");
    }
    stands(desk, view.doing, view.waiting, view.last.as_ref().map(|(_, shown)| shown.as_str()))
}

/// By its name, or by its id where no name is to be told.
fn called(team: &TeamSync) -> String {
    if team.name.is_empty() { team.id.to_string() } else { team.name.clone() }
}

/// A line for how each team stands, and one for its keys where they are renewed.
fn each(desk: &Desk<'_>, view: &SyncView) -> Vec<String> {
    let of_team = |team: &TeamSync| {
        let stands = stands(desk, team.doing, team.waiting, team.last.as_ref().map(|(_, shown)| shown.as_str()));
        let words = std::iter::once(stands).chain(team.renewal.as_ref().map(|renewal| renewed(desk, renewal)));
        words.map(|words| format!("{}: {words}", called(team))).collect::<Vec<_>>()
    };
    view.teams.iter().flat_map(of_team).collect()
}

fn stands(desk: &Desk<'_>, doing: Doing, waiting: u32, last: Option<&str>) -> String {
    let words = desk.words;
    let count = || Args::new().with("count", waiting);
    match doing {
        Doing::Paused if waiting > 0 => words.say_with("sync-paused-waiting", &count()),
        Doing::Paused => words.say("sync-paused"),
        Doing::ForWifi if waiting > 0 => words.say_with("sync-for-wifi-waiting", &count()),
        Doing::ForWifi => words.say("sync-for-wifi"),
        Doing::Exchanging { fetched, of } => match fetched.saturating_mul(100).checked_div(of) {
            Some(percent) => words.say_with("sync-busy-percent", &Args::new().with("percent", percent.min(100))),
            None => words.say("sync-busy"),
        },
        Doing::Bringing { .. } => words.say("sync-bringing"),
        Doing::Offline if waiting > 0 => words.say_with("sync-waiting-offline", &count()),
        Doing::Resting if waiting > 0 => words.say_with("sync-waiting", &count()),
        Doing::Offline | Doing::Resting => match last {
            Some(shown) => at_or_on(desk, "sync-shared-at", "sync-shared-on", shown),
            None => words.say("sync-not-yet"),
        },
    }
}

/// The words for a clock (`14:05`), or those for a date before today.
pub(in crate::commands) fn at_or_on(desk: &Desk<'_>, at: &str, on: &str, shown: &str) -> String {
    let is_clock = shown.contains(':');
    let (key, name) = if is_clock { (at, "time") } else { (on, "day") };
    desk.words.say_with(key, &Args::new().with(name, shown.to_owned()))
}

const fn count(problem: Problem) -> u32 {
    match problem {
        Problem::Aside { count }
        | Problem::Refused { count }
        | Problem::WentAlong { count }
        | Problem::PutBack { count } => count,
        Problem::Missing { scopes } => scopes,
        _ => 0,
    }
}
