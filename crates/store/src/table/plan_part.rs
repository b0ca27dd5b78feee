//! `plan_part`: *ik wil, ik kan, ik heb nodig* and the other parts of a plan that have words.

use std::collections::BTreeMap;

use domain::{PlanPart, ResidentId};
use rusqlite::{Connection, Result, params};

use crate::{sql, value::named};

pub(crate) fn put(db: &Connection, resident: ResidentId, part: PlanPart, text: &str) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO plan_part (resident, part, text) VALUES (?1, ?2, ?3)
         ON CONFLICT (resident, part) DO UPDATE SET text = excluded.text",
        params![resident.0, part.name(), text],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, resident: ResidentId, part: PlanPart) -> Result<()> {
    sql::run(db, "DELETE FROM plan_part WHERE resident = ?1 AND part = ?2", params![resident.0, part.name()])?;
    Ok(())
}

pub(crate) fn delete_all(db: &Connection, resident: ResidentId) -> Result<()> {
    sql::run(db, "DELETE FROM plan_part WHERE resident = ?1", [resident.0])?;
    Ok(())
}

pub(crate) fn of_resident(db: &Connection, resident: ResidentId) -> Result<BTreeMap<PlanPart, String>> {
    sql::all(db, "SELECT part, text FROM plan_part WHERE resident = ?1", [resident.0], |row| {
        Ok((named(row, 0, PlanPart::named)?, row.get(1)?))
    })
}
