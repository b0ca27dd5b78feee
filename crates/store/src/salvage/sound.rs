//! Makes a salvaged database one that opens: no document without bytes or key, no bytes without a document, and a count.

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::{
    salvage::{Salvaged, copy::Known},
    sql,
    table::document::DocumentKind,
};

pub(super) fn make_sound(db: &Connection, known: Vec<Known>, kept: Option<String>) -> Result<Salvaged> {
    let without_row = "SELECT document FROM change UNION SELECT document FROM snapshot EXCEPT SELECT id FROM document";
    let orphans: Vec<[u8; 16]> = sql::all(db, without_row, [], |row| row.get(0))?;
    let mut lost = 0_u64;
    for id in orphans {
        match known.iter().find(|known| known.document == id) {
            Some(found) => {
                let values = params![id, found.resident, DocumentKind::Conversation.name()];
                sql::run(db, "INSERT INTO document (id, scope, kind) VALUES (?1, ?2, ?3)", values)?;
            }
            // Of what kind it was stands nowhere else; the damaged file still has its bytes.
            None => lost = lost.saturating_add(1),
        }
    }
    // Without the key of its scope a document says nothing, whoever has its bytes.
    let gone = sql::run(
        db,
        "DELETE FROM document WHERE scope IS NOT NULL AND scope NOT IN (SELECT scope FROM scope_key)
         OR NOT EXISTS (SELECT 1 FROM change WHERE document = document.id)
         AND NOT EXISTS (SELECT 1 FROM snapshot WHERE document = document.id)",
        [],
    )?;
    for table in ["change", "snapshot"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE document NOT IN (SELECT id FROM document)"), [])?;
    }
    sql::run(
        db,
        "DELETE FROM outbox WHERE NOT EXISTS
           (SELECT 1 FROM change WHERE change.document = outbox.document AND change.hash = outbox.hash)",
        [],
    )?;
    lost = lost.saturating_add(u64::try_from(gone).unwrap_or(u64::MAX));
    let documents = sql::one(db, "SELECT count(*) FROM document", [], |row| row.get(0))?.unwrap_or(0);
    Ok(Salvaged { kept, documents, in_part: in_part(db)?, lost })
}

/// Documents whose changes after the snapshot do not count through from 1: some are missing. (That the last ones are missing
/// does not show.)
fn in_part(db: &Connection) -> Result<Vec<DocumentId>> {
    sql::all(
        db,
        "SELECT change.document FROM change LEFT JOIN snapshot USING (document)
         WHERE n > coalesce(through, 0) GROUP BY change.document
         HAVING count(*) < max(n) - max(coalesce(through, 0)) ORDER BY 1",
        [],
        |row| row.get(0).map(DocumentId),
    )
}
