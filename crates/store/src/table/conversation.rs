//! `conversation`: what stands once in a conversation. Answers, remarks and the talk have tables of their own.

use std::collections::BTreeMap;

use domain::{Conversation, ConversationId, FirstStep, Moment, ResidentId, StepId};
use rusqlite::{Connection, Result, Row, params};

use crate::{
    sql,
    value::{day_text, from_json, maybe_day, moment, parsed, to_json},
};

pub(crate) fn put(db: &Connection, id: ConversationId, conversation: &Conversation) -> Result<()> {
    let first = conversation.first_step.as_ref();
    sql::run(
        db,
        "INSERT INTO conversation (id, resident, instrument, started, on_day, place, present, first_step, first_step_on,
                                   first_step_text, look_back, looked_back, finished)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
         ON CONFLICT (id) DO UPDATE SET resident = excluded.resident, instrument = excluded.instrument,
           started = excluded.started, on_day = excluded.on_day, place = excluded.place, present = excluded.present,
           first_step = excluded.first_step, first_step_on = excluded.first_step_on,
           first_step_text = excluded.first_step_text, look_back = excluded.look_back,
           looked_back = excluded.looked_back, finished = excluded.finished",
        params![
            id.0,
            conversation.resident.0,
            conversation.instrument.to_string(),
            conversation.started.0,
            conversation.on.to_string(),
            conversation.place,
            to_json(&conversation.present)?,
            first.map(|first| first.step.0),
            day_text(first.and_then(|first| first.on)),
            first.map(|first| &first.text),
            day_text(conversation.look_back),
            day_text(conversation.looked_back),
            conversation.finished.map(|moment| moment.0),
        ],
    )?;
    Ok(())
}

pub(crate) fn exists(db: &Connection, id: ConversationId) -> Result<bool> {
    Ok(sql::one(db, "SELECT 1 FROM conversation WHERE id = ?1", [id.0], |_| Ok(()))?.is_some())
}

/// Everything that hangs below it goes with it.
pub(crate) fn delete(db: &Connection, id: ConversationId) -> Result<()> {
    sql::run(db, "DELETE FROM conversation WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn of_resident(db: &Connection, resident: ResidentId) -> Result<Vec<ConversationId>> {
    let query = "SELECT id FROM conversation WHERE resident = ?1 ORDER BY on_day DESC, started DESC, id";
    sql::all(db, query, [resident.0], |row| row.get(0).map(ConversationId))
}

/// The conversation but for its answers and its talk.
pub(crate) fn find(db: &Connection, id: ConversationId) -> Result<Option<Conversation>> {
    sql::one(
        db,
        "SELECT resident, instrument, started, on_day, place, present, first_step, first_step_text, first_step_on, look_back,
                looked_back, finished
         FROM conversation WHERE id = ?1",
        [id.0],
        |row| {
            Ok(Conversation {
                resident: ResidentId(row.get(0)?),
                instrument: parsed(row, 1)?,
                started: moment(row, 2)?,
                on: parsed(row, 3)?,
                place: row.get(4)?,
                present: from_json(row, 5)?,
                answers: BTreeMap::new(),
                talk: BTreeMap::new(),
                first_step: first_step(row)?,
                look_back: maybe_day(row, 9)?,
                looked_back: maybe_day(row, 10)?,
                finished: row.get::<_, Option<_>>(11)?.map(Moment),
            })
        },
    )
}

fn first_step(row: &Row<'_>) -> Result<Option<FirstStep>> {
    let Some(step) = row.get::<_, Option<_>>(6)? else { return Ok(None) };
    Ok(Some(FirstStep { step: StepId(step), text: row.get(7)?, on: maybe_day(row, 8)? }))
}
