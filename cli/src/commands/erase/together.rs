//! Erases with a second person what somebody else keeps, or what one took over: lists it, agrees, takes back.

use api::{
    Failure,
    domain::{RecordId, ResidentId, directory::Person},
    erasure::{AgreeToErasure, ErasureStep, GetOthersDossiers, Keeper, OthersDossier, TakeBackErasure},
};
use engine::Args;
use serde_json::json;

use crate::{commands::team, failure::Failed, output::Answer, session::Desk};

pub(super) fn others(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let view = desk.call(GetOthersDossiers {})?;
    let mut lines: Vec<String> = view.dossiers.iter().flat_map(|one| told(desk, one)).collect();
    if lines.is_empty() {
        lines.push(desk.words.say("erase-together-none"));
    }
    Answer::new(view, lines)
}

pub(super) fn agree(
    desk: &mut Desk<'_>,
    dossier: ResidentId,
    confirm: String,
    seen: RecordId,
) -> Result<Answer, Failed> {
    let one = found(desk, dossier)?;
    let passphrase = desk.passphrase();
    let saved = desk.call(AgreeToErasure { team: one.team, dossier, seen, confirm, passphrase })?;
    let step = found(desk, dossier)?.step;
    let lines = says(desk, &step);
    Answer::new(json!({ "saved_ms": saved.at, "step": step }), lines)
}

pub(super) fn take_back(desk: &mut Desk<'_>, dossier: ResidentId) -> Result<Answer, Failed> {
    let one = found(desk, dossier)?;
    let saved = desk.call(TakeBackErasure { team: one.team, dossier })?;
    Answer::new(json!({ "saved_ms": saved.at }), team::waits(desk))
}

fn found(desk: &mut Desk<'_>, dossier: ResidentId) -> Result<OthersDossier, Failed> {
    let view = desk.call(GetOthersDossiers {})?;
    Ok(view.dossiers.into_iter().find(|one| one.dossier == dossier).ok_or(Failure::NotFound)?)
}

/// The ids in a line, then who keeps it, then how far it is.
fn told(desk: &Desk<'_>, one: &OthersDossier) -> Vec<String> {
    let name = one.name.clone().unwrap_or_default();
    let keepers = one.keepers.iter().map(|keeper| keeper_words(desk, keeper));
    let ids = [one.dossier.to_string(), one.reference.clone(), name].into_iter().chain(keepers);
    let ids: Vec<String> = ids.chain([one.team_name.clone()]).filter(|words| !words.is_empty()).collect();
    let seen = format!("    --seen {}", one.seen);
    let taken_over = one.taken_over.then(|| desk.words.say("erase-together-taken-over"));
    let says = taken_over.into_iter().chain(says(desk, &one.step)).map(|words| format!("    {words}"));
    [ids.join("  ")].into_iter().chain(says).chain([seen]).collect()
}

fn keeper_words(desk: &Desk<'_>, keeper: &Keeper) -> String {
    let key = if keeper.here { "erase-together-kept-by" } else { "erase-together-kept-by-gone" };
    named(desk, key, keeper.person.as_ref())
}

fn says(desk: &Desk<'_>, step: &ErasureStep) -> Vec<String> {
    let say = |key: &str| vec![desk.words.say(key)];
    match step {
        ErasureStep::Ask {} => Vec::new(),
        ErasureStep::Agree { by } => vec![named(desk, "erase-together-asks", Some(by))],
        ErasureStep::Waits { both: true, .. } => say("erase-together-both"),
        ErasureStep::Waits { here: true, .. } => say("erase-together-waits"),
        ErasureStep::Waits { here: false, .. } => say("erase-together-waits-there"),
        ErasureStep::Held {} => say("erase-together-held"),
        ErasureStep::NoSecond {} => say("erase-together-no-second"),
        ErasureStep::TooLate { by } => vec![named(desk, "erase-together-too-late", Some(by))],
    }
}

fn named(desk: &Desk<'_>, key: &str, person: Option<&Person>) -> String {
    let name = person.map(|person| person.name.clone()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| desk.words.say("erase-together-nobody-known"));
    desk.words.say_with(key, &Args::new().with("name", name))
}
