//! `person`: the people of the space.

use std::collections::BTreeMap;

use domain::{DocumentId, PersonId, directory::Person};
use rusqlite::{Connection, Result, params};

use crate::sql;

pub(crate) fn put(db: &Connection, directory: DocumentId, id: PersonId, person: &Person) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO person (id, directory, name, role) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET directory = excluded.directory, name = excluded.name, role = excluded.role",
        params![id.0, directory.0, person.name, person.role],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: PersonId) -> Result<()> {
    sql::run(db, "DELETE FROM person WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn of_directory(db: &Connection, directory: DocumentId) -> Result<Vec<PersonId>> {
    sql::all(db, "SELECT id FROM person WHERE directory IS ?1", [directory.0], |row| row.get(0).map(PersonId))
}

pub(crate) fn every(db: &Connection) -> Result<BTreeMap<PersonId, Person>> {
    sql::all(db, "SELECT id, name, role FROM person", [], |row| {
        Ok((PersonId(row.get(0)?), Person { name: row.get(1)?, role: row.get(2)? }))
    })
}
