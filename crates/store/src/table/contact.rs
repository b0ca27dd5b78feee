//! `contact`: whom to call when safety is at stake.

use std::collections::BTreeMap;

use domain::{Contact, ContactId};
use rusqlite::{Connection, Result, params};

use crate::sql;

pub(crate) fn put(db: &Connection, id: ContactId, contact: &Contact) -> Result<()> {
    sql::run(
        db,
        "INSERT INTO contact (id, name, number, note) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, number = excluded.number, note = excluded.note",
        params![id.0, contact.name, contact.number, contact.note],
    )?;
    Ok(())
}

pub(crate) fn delete(db: &Connection, id: ContactId) -> Result<()> {
    sql::run(db, "DELETE FROM contact WHERE id = ?1", [id.0])?;
    Ok(())
}

pub(crate) fn every(db: &Connection) -> Result<BTreeMap<ContactId, Contact>> {
    sql::all(db, "SELECT id, name, number, note FROM contact", [], |row| {
        Ok((ContactId(row.get(0)?), Contact { name: row.get(1)?, number: row.get(2)?, note: row.get(3)? }))
    })
}
