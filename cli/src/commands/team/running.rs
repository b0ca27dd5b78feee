//! What is running, with whom, and what of it cannot be read here.

use api::{
    domain::{PersonId, directory::Person},
    sharing::{GetRunning, Keeping, Running, RunningView, Unread},
};
use engine::Args;

use crate::{failure::Failed, output::Answer, session::Desk};

pub(super) fn show(desk: &mut Desk<'_>, of: Option<PersonId>) -> Result<Answer, Failed> {
    let view = desk.call(GetRunning { of })?;
    let lines = lines(desk, &view);
    Answer::new(view, lines)
}

fn lines(desk: &Desk<'_>, view: &RunningView) -> Vec<String> {
    let mut lines = Vec::new();
    if view.dossiers.is_empty() {
        lines.push(nothing(desk, view.of.as_ref()));
    }
    for running in &view.dossiers {
        lines.push(line(desk, running, view.of.as_ref()));
        lines.extend(running.steps.iter().map(|(step, on)| {
            let on = on.map(|day| format!("  {day}")).unwrap_or_default();
            format!("  {step}{on}")
        }));
    }
    lines.extend(not_here(desk, &view.unread, view.of.as_ref()));
    let left = view.others.iter().filter(|other| !other.here && view.of.as_ref() != Some(*other));
    lines.extend(left.map(|other| {
        let words = desk.words.say("running-not-here");
        format!("{}  {}  {words}", other.id, name(desk, &other.person))
    }));
    lines
}

fn nothing(desk: &Desk<'_>, of: Option<&Keeping>) -> String {
    let Some(of) = of else { return desk.words.say("running-none") };
    let key = if of.here { "running-of-none" } else { "running-left-none" };
    desk.words.say_with(key, &Args::new().with("name", name(desk, &of.person)))
}

/// The id, the name, and what is known of the dossier.
fn line(desk: &Desk<'_>, running: &Running, of: Option<&Keeping>) -> String {
    let words = desk.words;
    let day = |key, day: String| words.say_with(key, &Args::new().with("day", day));
    let last = running.last.map_or_else(|| words.say("running-no-talk"), |on| day("running-last", on.to_string()));
    let contact = Some(running.contact_person.clone()).filter(|name| !name.is_empty());
    let contact = contact.map(|name| words.say_with("running-contact", &Args::new().with("name", name)));
    let alone = running.has_no_other().then(|| match of {
        None => words.say("running-only-you"),
        Some(of) if of.here => words.say_with("running-only-with", &Args::new().with("name", name(desk, &of.person))),
        Some(_) => words.say("running-no-keeper"),
    });
    let also = |key, waits| {
        let who = running.also.iter().filter(|other| other.waits == waits).map(|other| name(desk, &other.person));
        let who = who.collect::<Vec<_>>().join(", ");
        (!who.is_empty()).then(|| words.say_with(key, &Args::new().with("who", who)))
    };
    let all = [
        Some(running.resident.to_string()),
        Some(running.name.clone()),
        contact,
        Some(last),
        running.look_back.map(|on| day("running-look-back", on.to_string())),
        alone,
        also("running-also", false),
        also("running-will", true),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// How much does not show, and whom to ask.
fn not_here(desk: &Desk<'_>, unread: &Unread, of: Option<&Keeping>) -> Vec<String> {
    let is_here = of.is_none_or(|of| of.here);
    let whose = of.map(|of| name(desk, &of.person)).unwrap_or_default();
    let ask = unread.ask.iter().map(|person| name(desk, person)).collect::<Vec<_>>().join(", ");
    let all = [
        (unread.coming, "running-coming"),
        (unread.with_others, "running-with-others"),
        (unread.with_nobody, if is_here { "running-with-nobody" } else { "running-with-nobody-left" }),
    ];
    let told = |(count, key): (u32, &str)| {
        let args = Args::new().with("count", count).with("name", whose.clone()).with("who", ask.clone());
        desk.words.say_with(key, &args)
    };
    all.into_iter().filter(|(count, _)| *count > 0).map(told).collect()
}

fn name(desk: &Desk<'_>, person: &Person) -> String {
    if person.name.is_empty() { desk.words.say("team-no-name-yet") } else { person.name.clone() }
}
