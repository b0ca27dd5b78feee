//! `contact`: whom to call when safety is at stake, directory by directory.

use std::collections::BTreeMap;

use domain::{Contact, ContactId, DocumentId};
use rusqlite::{Connection, Result, Row, params};

use crate::sql;

pub(crate) fn put(db: &Connection, directory: DocumentId, id: ContactId, contact: &Contact) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO contact (directory, id, name, number, note) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (directory, id) DO UPDATE SET name = excluded.name, number = excluded.number, note = excluded.note",
        params![directory.0, id.0, contact.name, contact.number, contact.note],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, directory: DocumentId, id: ContactId) -> Result<()> {
    sql::run(db, "DELETE FROM contact WHERE directory = ?1 AND id = ?2", params![directory.0, id.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(ContactId, Contact)> {
    Ok((ContactId(row.get(0)?), Contact { name: row.get(1)?, number: row.get(2)?, note: row.get(3)? }))
}

pub(crate) fn of_directory(db: &Connection, directory: DocumentId) -> Result<BTreeMap<ContactId, Contact>> {
    sql::all(db, "SELECT id, name, number, note FROM contact WHERE directory = ?1", [directory.0], read)
}
