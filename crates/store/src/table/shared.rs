//! `shared`: when a relay last acknowledged a change of a document.

use domain::{DocumentId, Moment};
use rusqlite::{Connection, params};

use crate::{error::Error, sql, store::Reader, value::moment};

pub(crate) fn put(db: &Connection, document: DocumentId, at: Moment) -> rusqlite::Result<()> {
    sql::run(
        db,
        "INSERT INTO shared (document, at) VALUES (?1, ?2) ON CONFLICT (document) DO UPDATE SET at = excluded.at",
        params![document.0, at.0],
    )?;
    Ok(())
}

impl Reader<'_> {
    /// When a relay last acknowledged a change of the document; nothing if none ever did.
    pub fn shared(&self, document: DocumentId) -> Result<Option<Moment>, Error> {
        Ok(sql::one(self.db, "SELECT at FROM shared WHERE document = ?1", [document.0], |row| moment(row, 0))?)
    }
}
