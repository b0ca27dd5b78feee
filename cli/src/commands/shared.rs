//! Lists what was shared with this person by itself.

use api::{
    shared::{GetShared, Gone, SeeGone, SharedItem},
    sharing::What,
};
use engine::Args;

use crate::{arguments::Shared, failure::Failed, output::Answer, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, shared: Shared) -> Result<Answer, Failed> {
    let view = desk.call(GetShared {})?;
    let mut lines: Vec<String> = view.items.iter().map(|item| line(desk, item)).collect();
    if view.items.is_empty() {
        lines.push(desk.words.say(if view.more { "shared-soon" } else { "shared-none" }));
    }
    lines.extend(view.gone.map(|gone| gone_line(desk, gone)));
    if shared.seen && view.gone.is_some() {
        desk.call(SeeGone {})?;
    }
    Answer::new(view, lines)
}

/// Its id, what it is, and what is told of it.
fn line(desk: &Desk<'_>, item: &SharedItem) -> String {
    let (id, what) = match item.what {
        What::Conversation { conversation } => (conversation.to_string(), format!("conversation:{conversation}")),
        What::Plan {} | What::All {} => (item.resident.to_string(), "plan".to_owned()),
    };
    let told = match &item.note {
        Some(note) => {
            let by = desk.words.say_with("shared-by", &Args::new().with("name", note.by.clone()));
            let until = note.until.map(|day| format!("  – {day}")).unwrap_or_default();
            format!("{}  {by}  {}{until}", note.whose, note.since_day)
        }
        None => desk.words.say_with("shared-in", &Args::new().with("team", item.team.name.clone())),
    };
    if what == "plan" { format!("{id}  {what}  {told}") } else { format!("{what}  {told}") }
}

fn gone_line(desk: &Desk<'_>, gone: Gone) -> String {
    let args = Args::new().with("count", gone.count).with("day", gone.on.to_string());
    desk.words.say_with("shared-gone-what", &args)
}
