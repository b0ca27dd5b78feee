//! `answer`: what stands beside a question, but for the remarks.

use std::collections::BTreeMap;

use domain::{Answer, AnswerRecord, ConversationId, Given, Mark, Target, Voice};
use rusqlite::{Connection, Result, Row, params};

use crate::{
    sql,
    value::{from_json, named, parsed, to_json},
};

pub(crate) fn put(db: &Connection, conversation: ConversationId, target: &Target, record: &AnswerRecord) -> Result<()> {
    let value = record.given.and_then(|given| given.answer.mark()).map(Mark::get);
    let declined = record.given.is_some_and(|given| given.answer == Answer::Declined);
    let voice = record.given.map(|given| given.voice.name());
    let conflicting = to_json(&record.conflicting)?;
    sql::run(
        db,
        "INSERT INTO answer (conversation, target, value, declined, voice, want_to_talk, conflicting)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (conversation, target) DO UPDATE SET value = excluded.value, declined = excluded.declined,
           voice = excluded.voice, want_to_talk = excluded.want_to_talk, conflicting = excluded.conflicting",
        params![conversation.0, target.to_string(), value, declined, voice, record.want_to_talk, conflicting],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, conversation: ConversationId, target: &Target) -> Result<()> {
    sql::run(
        db,
        "DELETE FROM answer WHERE conversation = ?1 AND target = ?2",
        params![conversation.0, target.to_string()],
    )?;
    Ok(())
}

/// The records but for their remarks.
pub(crate) fn of_conversation(db: &Connection, conversation: ConversationId) -> Result<BTreeMap<Target, AnswerRecord>> {
    let query = "SELECT target, value, declined, voice, want_to_talk, conflicting FROM answer WHERE conversation = ?1";
    sql::all(db, query, [conversation.0], |row| {
        let record = AnswerRecord {
            given: given(row)?,
            conflicting: from_json(row, 5)?,
            want_to_talk: row.get(4)?,
            remarks: BTreeMap::new(),
        };
        Ok((parsed(row, 0)?, record))
    })
}

fn given(row: &Row<'_>) -> Result<Option<Given>> {
    let answer = match row.get::<_, Option<u8>>(1)?.map(Mark::new) {
        Some(Some(mark)) => Answer::Value(mark),
        _ if row.get(2)? => Answer::Declined,
        _ => return Ok(None),
    };
    Ok(Some(Given { answer, voice: named(row, 3, Voice::named)? }))
}
