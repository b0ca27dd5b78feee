//! `person`: the people of the space.

use std::collections::BTreeMap;

use domain::{PersonId, directory::Person};
use rusqlite::{Connection, Result, params};

use crate::sql;

pub(crate) fn put(db: &Connection, id: PersonId, person: &Person) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO person (id, name, role) VALUES (?1, ?2, ?3)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role",
        params![id.0, person.name, person.role],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: PersonId) -> Result<()> {
    sql::run(db, "DELETE FROM person WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn every(db: &Connection) -> Result<BTreeMap<PersonId, Person>> {
    sql::all(db, "SELECT id, name, role FROM person", [], |row| {
        Ok((PersonId(row.get(0)?), Person { name: row.get(1)?, role: row.get(2)? }))
    })
}
