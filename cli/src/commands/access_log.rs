//! Shows the access log, all of it.

use api::records::{AccessLine, GetAccessLog};
use serde_json::json;

use crate::{
    failure::{Exit, Failed},
    output::Answer,
    session::Desk,
};

pub(super) fn run(desk: &mut Desk<'_>) -> Result<Answer, Failed> {
    let mut lines: Vec<AccessLine> = Vec::new();
    let whole = loop {
        let page = desk.call(GetAccessLog { before: lines.last().map(|line| line.n) })?;
        let more = page.more && !page.lines.is_empty();
        lines.extend(page.lines);
        if !more {
            break page.whole;
        }
    };
    let mut told: Vec<String> = lines.iter().map(|line| told(desk, line)).collect();
    if !whole {
        told.insert(0, desk.words.say("access-log-broken"));
    }
    let exit = if whole { Exit::Done } else { Exit::Damaged };
    Ok(Answer { exit, ..Answer::new(json!({ "whole": whole, "lines": lines }), told)? })
}

fn told(desk: &Desk<'_>, line: &AccessLine) -> String {
    let event = desk.words.say(&format!("access-event-{}", line.event));
    let about = match (&line.name, line.resident) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => desk.words.say("access-log-gone"),
        (None, None) => desk.words.say("access-log-all"),
    };
    format!("{}  {}  {}  {event}  {about}", line.n, line.shown_at, line.who)
}
