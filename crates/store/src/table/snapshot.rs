//! `snapshot`: a whole save of a document that stands for its older changes. Local only; what is sent are changes.

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::sql;

/// Puts the bytes as they are to be kept in the place of an earlier snapshot.
pub(crate) fn put(db: &Connection, document: DocumentId, through: u64, bytes: &[u8]) -> Result<()> {
    let values = params![document.0, through, bytes];
    sql::run(
        db,
        "INSERT INTO snapshot (document, through, bytes) VALUES (?1, ?2, ?3)
         ON CONFLICT (document) DO UPDATE SET through = excluded.through, bytes = excluded.bytes",
        values,
    )?;
    Ok(())
}

/// Through which change it goes, and its bytes as they are kept.
pub(crate) fn find(db: &Connection, document: DocumentId) -> Result<Option<(u64, Vec<u8>)>> {
    sql::one(db, "SELECT through, bytes FROM snapshot WHERE document = ?1", [document.0], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })
}
