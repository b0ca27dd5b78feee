//! `theme`: the dimensions that a step of the talk belongs to (*past bij*).

use std::collections::BTreeSet;

use domain::{ConversationId, TalkStep, instrument::DimensionCode};
use rusqlite::{Connection, Result, params};

use crate::{
    sql,
    value::{named, parsed},
};

/// Puts these dimensions in the place of what stood there.
pub(crate) fn put_all(
    db: &Connection,
    conversation: ConversationId,
    step: TalkStep,
    themes: &BTreeSet<DimensionCode>,
) -> Result<()> {
    sql::run(db, "DELETE FROM theme WHERE conversation = ?1 AND step = ?2", params![conversation.0, step.name()])?;
    for dimension in themes {
        let values = params![conversation.0, step.name(), dimension.as_str()];
        sql::run(db, "INSERT INTO theme (conversation, step, dimension) VALUES (?1, ?2, ?3)", values)?;
    }
    Ok(())
}

pub(crate) fn of_conversation(db: &Connection, conversation: ConversationId) -> Result<Vec<(TalkStep, DimensionCode)>> {
    sql::all(db, "SELECT step, dimension FROM theme WHERE conversation = ?1", [conversation.0], |row| {
        Ok((named(row, 0, TalkStep::named)?, parsed(row, 1)?))
    })
}
