//! `remark`: words beside an answer.

use domain::{ConversationId, RemarkId, Target, Voice, answer::Remark};
use rusqlite::{Connection, Result, params};

use crate::{
    sql,
    value::{named, parsed},
};

pub(crate) fn put(
    db: &Connection,
    conversation: ConversationId,
    target: &Target,
    id: RemarkId,
    remark: &Remark,
) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO remark (conversation, target, id, voice, text) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (conversation, target, id) DO UPDATE SET voice = excluded.voice, text = excluded.text",
        params![conversation.0, target.to_string(), id.0, remark.voice.name(), remark.text],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, conversation: ConversationId, target: &Target, id: RemarkId) -> Result<()> {
    let values = params![conversation.0, target.to_string(), id.0];
    sql::run(db, "DELETE FROM remark WHERE conversation = ?1 AND target = ?2 AND id = ?3", values)?;
    Ok(())
}

pub(crate) fn of_conversation(
    db: &Connection,
    conversation: ConversationId,
) -> Result<Vec<(Target, RemarkId, Remark)>> {
    sql::all(db, "SELECT target, id, voice, text FROM remark WHERE conversation = ?1", [conversation.0], |row| {
        let remark = Remark { voice: named(row, 2, Voice::named)?, text: row.get(3)? };
        Ok((parsed(row, 0)?, RemarkId(row.get(1)?), remark))
    })
}
