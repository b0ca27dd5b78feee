//! `step`: the steps of a plan.

use std::collections::BTreeMap;

use domain::{ConversationId, ResidentId, Step, StepId, StepState};
use rusqlite::{Connection, Result, params};

use crate::{
    sql,
    value::{day_text, maybe_day, named},
};

pub(crate) fn put(db: &Connection, resident: ResidentId, id: StepId, step: &Step) -> Result<()> {
    let agreed_in = step.agreed_in.map(|conversation| conversation.0);
    sql::run(
        db,
        "INSERT INTO step (resident, id, on_day, agreed_in, state, text, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (resident, id) DO UPDATE SET on_day = excluded.on_day, agreed_in = excluded.agreed_in,
           state = excluded.state, text = excluded.text, note = excluded.note",
        params![resident.0, id.0, day_text(step.on), agreed_in, step.state.name(), step.text, step.note],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, resident: ResidentId, id: StepId) -> Result<()> {
    sql::run(db, "DELETE FROM step WHERE resident = ?1 AND id = ?2", params![resident.0, id.0])?;
    Ok(())
}

pub(crate) fn delete_all(db: &Connection, resident: ResidentId) -> Result<()> {
    sql::run(db, "DELETE FROM step WHERE resident = ?1", [resident.0])?;
    Ok(())
}

pub(crate) fn of_resident(db: &Connection, resident: ResidentId) -> Result<BTreeMap<StepId, Step>> {
    sql::all(db, "SELECT id, text, on_day, agreed_in, state, note FROM step WHERE resident = ?1", [resident.0], |row| {
        let step = Step {
            text: row.get(1)?,
            on: maybe_day(row, 2)?,
            agreed_in: row.get::<_, Option<_>>(3)?.map(ConversationId),
            state: named(row, 4, StepState::named)?,
            note: row.get(5)?,
        };
        Ok((StepId(row.get(0)?), step))
    })
}
