//! `person`: the people of each space, directory by directory.

use std::collections::BTreeMap;

use domain::{DocumentId, PersonId, directory::Person};
use rusqlite::{Connection, Result, Row, params};

use crate::sql;

pub(crate) fn put(db: &Connection, directory: DocumentId, id: PersonId, person: &Person) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO person (directory, id, name, role) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (directory, id) DO UPDATE SET name = excluded.name, role = excluded.role",
        params![directory.0, id.0, person.name, person.role],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, directory: DocumentId, id: PersonId) -> Result<()> {
    sql::run(db, "DELETE FROM person WHERE directory = ?1 AND id = ?2", params![directory.0, id.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(PersonId, Person)> {
    Ok((PersonId(row.get(0)?), Person { name: row.get(1)?, role: row.get(2)? }))
}

pub(crate) fn of_directory(db: &Connection, directory: DocumentId) -> Result<BTreeMap<PersonId, Person>> {
    sql::all(db, "SELECT id, name, role FROM person WHERE directory = ?1", [directory.0], read)
}
