//! Shares, withdraws, hands over, and shows who can read a dossier.

use api::{
    domain::{ResidentId, directory::Person},
    dossier::WithdrawBasis,
    sharing::{
        BringAlong, GetSharing, HandOverDossier, HoldDossier, Share, ShareDossier, SharedWith, SharingView, What,
    },
};
use engine::Args;
use serde_json::json;

use super::{input, resident};
use crate::{arguments, failure::Failed, output::Answer, session::Desk};

pub(super) fn share(desk: &mut Desk<'_>, share: arguments::Share) -> Result<Answer, Failed> {
    let people = share.people();
    let told = input::text(&share.told)?;
    let basis = desk.call(ShareDossier {
        team: desk.team,
        resident: share.resident,
        people,
        what: share.what,
        ground: share.given.ground,
        given_by: share.given.given_by,
        told,
        language: share.given.told_in.into(),
        until: share.until,
    })?;
    Answer::new(json!({ "basis": basis }), vec![basis.to_string()])
}

pub(super) fn withdraw(desk: &mut Desk<'_>, withdraw: &arguments::Withdraw) -> Result<Answer, Failed> {
    let saved = desk.call(WithdrawBasis { resident: withdraw.resident, basis: withdraw.basis })?;
    let lines = ["sharing-withdrawn", "sharing-would"].map(|key| desk.words.say(key)).to_vec();
    Answer::new(json!({ "withdrawn_ms": saved.at }), lines)
}

pub(super) fn hand_over(desk: &mut Desk<'_>, hand_over: arguments::HandOver) -> Result<Answer, Failed> {
    let told = input::text(&hand_over.told)?;
    let basis = desk.call(HandOverDossier {
        resident: hand_over.resident,
        to: hand_over.person,
        ground: hand_over.given.ground,
        given_by: hand_over.given.given_by,
        told,
        language: hand_over.given.told_in.into(),
        instead: hand_over.instead,
    })?;
    Answer::new(json!({ "basis": basis }), vec![basis.to_string()])
}

pub(super) fn bring_along(desk: &mut Desk<'_>, copy: arguments::BringAlong) -> Result<Answer, Failed> {
    let told = input::text(&copy.told)?;
    let team = desk.team_named(&copy.into)?;
    let resident = desk.call(BringAlong {
        resident: copy.resident,
        team,
        ground: copy.given.ground,
        given_by: copy.given.given_by,
        told,
        language: copy.given.told_in.into(),
    })?;
    Answer::new(json!({ "resident": resident }), vec![resident.to_string()])
}

pub(super) fn hold(desk: &mut Desk<'_>, hold: arguments::Hold) -> Result<Answer, Failed> {
    let saved = desk.call(HoldDossier { resident: hold.resident, stands: !hold.end })?;
    let key = if hold.end { "sharing-hold-ended" } else { "sharing-hold-stands" };
    Answer::new(json!({ "saved_ms": saved.at }), vec![desk.words.say(key)])
}

pub(super) fn show(desk: &mut Desk<'_>, resident: ResidentId) -> Result<Answer, Failed> {
    let view = desk.call(GetSharing { resident })?;
    let rows = resident::all(desk, "")?;
    let name = rows.into_iter().find(|row| row.resident == resident).map(|row| row.name).unwrap_or_default();
    let lines = lines(desk, &view, &name);
    Answer::new(view, lines)
}

fn lines(desk: &Desk<'_>, view: &SharingView, name: &str) -> Vec<String> {
    let words = desk.words;
    let keepers = if view.keepers.is_empty() { words.say("sharing-no-keeper") } else { names(&view.keepers) };
    let mut lines = vec![format!("{}: {keepers}", words.say("sharing-keepers"))];
    let notes = [
        (view.team.is_none(), "sharing-no-team"),
        (view.left_here, "sharing-left-here"),
        (!view.may_leave, "sharing-no-basis"),
        (view.waiting, "sharing-waiting"),
        (view.held, "sharing-held"),
    ];
    lines.extend(notes.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| words.say(key)));
    if view.shares.is_empty() {
        lines.push(words.say("sharing-none"));
    }
    let team = view.team.as_deref().unwrap_or_default();
    lines.extend(view.shares.iter().map(|share| line(desk, share, team, name)));
    lines
}

fn line(desk: &Desk<'_>, share: &Share, team: &str, name: &str) -> String {
    let words = desk.words;
    let whom = match &share.with {
        SharedWith::Team {} => words.say_with("sharing-with-team", &Args::new().with("team", team.to_owned())),
        SharedWith::People { people } => names(people),
        SharedWith::Resident {} => words.say_with("sharing-with-resident", &Args::new().with("name", name.to_owned())),
    };
    let what = match &share.what {
        What::Plan {} => words.say("sharing-what-plan"),
        What::Conversation { conversation } => format!("{} {conversation}", words.say("sharing-what-a-conversation")),
        What::All {} if !share.is_whole() => words.say("sharing-what-now"),
        What::All {} => words.say("sharing-what-all"),
    };
    let since = words.say_with("sharing-since", &Args::new().with("day", desk.day(share.since)));
    let until = share.until.map(|day| words.say_with("sharing-until", &Args::new().with("day", day.to_string())));
    let end = share.withdrawn.map(|moment| format!("{} {}", words.say("sharing-withdrawn"), desk.day(moment)));
    let all = [Some(share.basis.to_string()), Some(whom), Some(what), Some(since), until, end];
    all.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

fn names(people: &[Person]) -> String {
    people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ")
}
