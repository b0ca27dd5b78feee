//! The team: making one, letting somebody in, joining, who is in it, roles, and going.

mod back;
mod digits;
mod pairing;
mod people;
mod running;

pub(super) use people::waits;

use api::{
    domain::DeviceId,
    team::{ChangeRole, GetTeam, LeaveTeam, MakeTeam, Remove, Team as Shown},
};
use serde_json::json;
use std::path::PathBuf;

use crate::{
    arguments::{CreateTeam, RemoveFromTeam, Team},
    failure::Failed,
    output::Answer,
    secret::{self, Source},
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>, command: Team) -> Result<Answer, Failed> {
    match command {
        Team::Create(team) => create(desk, team),
        Team::Invite(whom) => pairing::invite(desk, &whom),
        Team::Join(team) => pairing::join(desk, team),
        Team::BringBack(team) => back::run(desk, team),
        Team::List => list(desk),
        Team::Show => people::show(desk),
        Team::Members => people::members(desk),
        Team::Running { of } => running::show(desk, of),
        Team::Role { person, role } => {
            let passphrase = desk.passphrase();
            let saved = desk.call(ChangeRole { person, role: role.into(), passphrase })?;
            Answer::new(json!({ "saved_ms": saved.at }), waits(desk))
        }
        Team::Remove(whom) => {
            let devices = devices(desk, &whom)?;
            let passphrase = desk.passphrase();
            let saved = desk.call(Remove { devices, passphrase })?;
            Answer::new(json!({ "saved_ms": saved.at }), waits(desk))
        }
        Team::Leave => {
            let passphrase = desk.passphrase();
            let saved = desk.call(LeaveTeam { passphrase })?;
            Answer::new(json!({ "saved_ms": saved.at }), waits(desk))
        }
    }
}

fn create(desk: &mut Desk<'_>, team: CreateTeam) -> Result<Answer, Failed> {
    let token = team.token_file.map(|file: PathBuf| Source::File(file).read("")).transpose()?;
    let token = token.map(secret::handed_over).unwrap_or_default();
    desk.call(MakeTeam { name: team.name, relay: team.relay, token })?;
    people::show(desk)
}

/// The devices of somebody, or the one that was named.
fn devices(desk: &mut Desk<'_>, whom: &RemoveFromTeam) -> Result<Vec<DeviceId>, Failed> {
    if let Some(device) = whom.device {
        return Ok(vec![device]);
    }
    let team = the_team(desk)?;
    let person = team.people.into_iter().find(|person| Some(person.id) == whom.person);
    let person = person.ok_or(api::Failure::NotFound)?;
    Ok(person.devices.iter().map(|device| device.id).collect())
}

/// The team that was named, or the only one.
fn the_team(desk: &mut Desk<'_>) -> Result<Shown, Failed> {
    let view = desk.call(GetTeam {})?;
    let none = if view.teams.is_empty() { api::Failure::NoTeam } else { api::Failure::WhichTeam };
    Ok(view.team.ok_or(none)?)
}

fn list(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let teams = desk.call(GetTeam {})?.teams;
    let lines = teams.iter().map(|team| format!("{}  {}", team.id, team.name)).collect();
    Answer::new(json!({ "teams": teams }), lines)
}
