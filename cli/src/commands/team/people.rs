//! Who is in the team, with which devices.

use api::team::{TeamDevice, TeamPerson, TeamRole};
use engine::Args;
use serde_json::json;

use super::the_team;
use crate::{failure::Failed, output::Answer, session::Desk};

pub(super) fn show(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let team = the_team(desk)?;
    let words = desk.words;
    let lines = vec![
        team.name.clone(),
        words.say_with("team-through", &Args::new().with("relay", team.relay.clone())),
        format!("{}: {}", words.say("team-people"), team.people.len()),
        words.say(role(team.role)),
    ];
    let json = json!({
        "name": team.name,
        "relay": team.relay,
        "me": team.me,
        "role": team.role,
        "people": team.people.len(),
    });
    Answer::new(json, lines)
}

pub(super) fn members(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let team = the_team(desk)?;
    let mut lines = Vec::new();
    for person in &team.people {
        lines.push(line(desk, person));
        lines.extend(person.devices.iter().map(|device| format!("  {}", device_line(desk, device))));
        lines.extend(depends_on(desk, person).map(|line| format!("  {line}")));
    }
    Answer::new(json!({ "me": team.me, "people": team.people }), lines)
}

/// A wish waits until it was exchanged.
pub(in crate::commands) fn waits(desk: &Desk<'_>) -> Vec<String> {
    vec![desk.words.say("sharing-waiting-what")]
}

fn line(desk: &Desk<'_>, person: &TeamPerson) -> String {
    format!("{}  {}  {}", person.id, name(desk, person), desk.words.say(role(person.role)))
}

fn name(desk: &Desk<'_>, person: &TeamPerson) -> String {
    person.person.as_ref().map_or_else(|| desk.words.say("team-no-name-yet"), |known| known.name.clone())
}

/// What depends on somebody alone: to be handed over before they go.
fn depends_on<'a>(desk: &'a Desk<'_>, person: &'a TeamPerson) -> impl Iterator<Item = String> + 'a {
    let counts = [
        (person.only_opener_of, "team-remove-only-opener"),
        (person.only_keeper_of, "team-remove-only-keeper"),
        (person.holds, "team-member-holds"),
    ];
    let told = counts.into_iter().filter(|(count, _)| *count > 0);
    told.map(|(count, key)| {
        let args = Args::new().with("name", name(desk, person)).with("count", count);
        desk.words.say_with(key, &args)
    })
}

fn device_line(desk: &Desk<'_>, device: &TeamDevice) -> String {
    let note = match device {
        TeamDevice { this: true, .. } => desk.words.say("team-device-this"),
        TeamDevice { paper: true, .. } => desk.words.say("team-device-paper"),
        _ => String::new(),
    };
    format!("{}  {note}", device.id).trim_end().to_owned()
}

const fn role(role: TeamRole) -> &'static str {
    match role {
        TeamRole::Owner => "team-role-owner",
        TeamRole::Member => "team-role-member",
        TeamRole::Helper => "team-role-helper",
        TeamRole::Resident => "team-role-resident",
    }
}
