//! `contact`: whom to call when safety is at stake.

use std::collections::BTreeMap;

use domain::{Contact, ContactId, DocumentId};
use rusqlite::{Connection, Result, params};

use crate::sql;

pub(crate) fn put(db: &Connection, directory: DocumentId, id: ContactId, contact: &Contact) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO contact (id, directory, name, number, note) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET directory = excluded.directory, name = excluded.name, number = excluded.number, note = excluded.note",
        params![id.0, directory.0, contact.name, contact.number, contact.note],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: ContactId) -> Result<()> {
    sql::run(db, "DELETE FROM contact WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn of_directory(db: &Connection, directory: DocumentId) -> Result<Vec<ContactId>> {
    sql::all(db, "SELECT id FROM contact WHERE directory IS ?1", [directory.0], |row| row.get(0).map(ContactId))
}

pub(crate) fn every(db: &Connection) -> Result<BTreeMap<ContactId, Contact>> {
    sql::all(db, "SELECT id, name, number, note FROM contact", [], |row| {
        Ok((ContactId(row.get(0)?), Contact { name: row.get(1)?, number: row.get(2)?, note: row.get(3)? }))
    })
}
