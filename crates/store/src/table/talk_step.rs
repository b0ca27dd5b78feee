//! `talk_step`: the steps of a talk at which something was said or asked, and *klopt dit?*

use std::collections::BTreeMap;

use domain::{ConversationId, Said, TalkStep};
use rusqlite::{Connection, Result, params};

use crate::{sql, value::named};

pub(crate) fn put(db: &Connection, conversation: ConversationId, step: TalkStep, right: Option<bool>) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO talk_step (conversation, step, is_right) VALUES (?1, ?2, ?3)
         ON CONFLICT (conversation, step) DO UPDATE SET is_right = excluded.is_right",
        params![conversation.0, step.name(), right],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, conversation: ConversationId, step: TalkStep) -> Result<()> {
    sql::run(db, "DELETE FROM talk_step WHERE conversation = ?1 AND step = ?2", params![conversation.0, step.name()])?;
    Ok(())
}

/// The steps but for their words and themes.
pub(crate) fn of_conversation(db: &Connection, conversation: ConversationId) -> Result<BTreeMap<TalkStep, Said>> {
    sql::all(db, "SELECT step, is_right FROM talk_step WHERE conversation = ?1", [conversation.0], |row| {
        Ok((named(row, 0, TalkStep::named)?, Said { right: row.get(1)?, ..Said::default() }))
    })
}
