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
    }
    Answer::new(json!({ "me": team.me, "people": team.people }), lines)
}

/// A wish waits until it was exchanged.
pub(in crate::commands) fn waits(desk: &Desk<'_>) -> Vec<String> {
    vec![desk.words.say("sharing-waiting-what")]
}

fn line(desk: &Desk<'_>, person: &TeamPerson) -> String {
    let name = match &person.person {
        Some(known) => known.name.clone(),
        None => desk.words.say("team-no-name-yet"),
    };
    format!("{}  {name}  {}", person.id, desk.words.say(role(person.role)))
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
