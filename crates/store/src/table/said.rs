//! `said`: what a voice said at a step of the talk.

use domain::{ConversationId, TalkStep, Voice};
use rusqlite::{Connection, Result, params};

use crate::{sql, value::named};

pub(crate) fn put(
    db: &Connection,
    conversation: ConversationId,
    step: TalkStep,
    voice: Voice,
    text: &str,
) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO said (conversation, step, voice, text) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (conversation, step, voice) DO UPDATE SET text = excluded.text",
        params![conversation.0, step.name(), voice.name(), text],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, conversation: ConversationId, step: TalkStep, voice: Voice) -> Result<()> {
    let values = params![conversation.0, step.name(), voice.name()];
    sql::run(db, "DELETE FROM said WHERE conversation = ?1 AND step = ?2 AND voice = ?3", values)?;
    Ok(())
}

pub(crate) fn of_conversation(db: &Connection, conversation: ConversationId) -> Result<Vec<(TalkStep, Voice, String)>> {
    sql::all(db, "SELECT step, voice, text FROM said WHERE conversation = ?1", [conversation.0], |row| {
        Ok((named(row, 0, TalkStep::named)?, named(row, 1, Voice::named)?, row.get(2)?))
    })
}
