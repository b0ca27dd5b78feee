//! Enters, shows and lists conversations.

mod add;
mod file;

use api::{
    conversation::GetConversation,
    domain::{Conversation, ConversationId, Target},
    dossier::GetDossier,
};
use serde_json::json;

use super::input;
use crate::{arguments, failure::Failed, output::Answer, session::Desk};

use file::ConversationFile;

pub(super) fn run(desk: &mut Desk<'_>, command: arguments::Conversation) -> Result<Answer, Failed> {
    match command {
        arguments::Conversation::Add { resident, file } => {
            let file = input::json::<ConversationFile>(&file)?;
            let conversation = add::enter(desk, resident, file)?;
            Answer::new(json!({ "conversation": conversation }), vec![conversation.to_string()])
        }
        arguments::Conversation::Show { conversation } => show(desk, conversation),
        arguments::Conversation::List { resident } => {
            let rows = desk.call(GetDossier { resident })?.conversations;
            let lines = rows.iter().map(|row| line(row.id, &row.conversation)).collect();
            let rows = rows.iter().map(|row| {
                json!({
                    "conversation": row.id,
                    "on": row.conversation.on,
                    "instrument": row.conversation.instrument.to_string(),
                    "finished": row.conversation.finished.is_some(),
                    "to_print": row.to_print,
                })
            });
            Answer::new(json!({ "conversations": rows.collect::<Vec<_>>() }), lines)
        }
    }
}

/// A conversation in a list: its id, day and instrument.
pub(super) fn line(id: ConversationId, conversation: &Conversation) -> String {
    format!("{id}  {}  {}", conversation.on, conversation.instrument)
}

fn show(desk: &mut Desk<'_>, conversation: ConversationId) -> Result<Answer, Failed> {
    let view = desk.call(GetConversation { conversation })?;
    let talk = view.conversation;
    let to_choose: Vec<&Target> =
        talk.answers.iter().filter(|(_, beside)| !beside.conflicting.is_empty()).map(|(target, _)| target).collect();
    let content = ConversationFile::from(&talk);
    let mut lines = vec![line(view.id, &talk), view.profile.name.clone()];
    lines.extend(content.lines());
    let json = json!({
        "conversation": view.id,
        "resident": talk.resident,
        "name": view.profile.name,
        "on": talk.on,
        "started_ms": talk.started,
        "finished_ms": talk.finished,
        "to_choose": to_choose,
        "content": content,
    });
    Answer::new(json, lines)
}
