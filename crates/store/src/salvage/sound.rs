//! Makes a salvaged database one that opens: no document without bytes or key, no bytes without a document, nothing of a space
//! that is gone, and a count.

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::{
    salvage::{
        Salvaged,
        copy::{Known, KnownKeys},
    },
    sql,
    table::document::DocumentKind,
};

pub(super) fn make_sound(db: &Connection, known: &Known, kept: Option<String>) -> Result<Salvaged> {
    let without_row = "SELECT document FROM change UNION SELECT document FROM snapshot EXCEPT SELECT id FROM document";
    let orphans: Vec<[u8; 16]> = sql::all(db, without_row, [], |row| row.get(0))?;
    let mut lost = 0_u64;
    for id in orphans {
        match known.conversations.iter().find(|known| known.document == id) {
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
    Ok(Salvaged { kept, documents, in_part: in_part(db)?, lost, keys_lost: 0 })
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

/// What syncing keeps: nothing without its space, no change in an entry that is gone, no record after one that is missing. Tells
/// how many keys are known to have been there and did not come over.
///
/// Runs when the schema is the newest one; an older one may not have these tables.
pub(super) fn make_syncing_sound(db: &Connection, mut known: KnownKeys) -> Result<u64> {
    let copied: Vec<(Vec<u8>, Vec<u8>)> =
        sql::all(db, "SELECT space, id FROM held_key", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    known.held.extend(copied);
    known.spaces.extend(sql::all::<_, Vec<Vec<u8>>>(db, "SELECT id FROM space", [], |row| row.get(0))?);
    let of_space =
        ["record", "held_key", "chain", "writer", "sealed", "aside", "wish", "growth", "cover", "left_out", "home"];
    for table in of_space {
        sql::run(db, &format!("DELETE FROM {table} WHERE space NOT IN (SELECT id FROM space)"), [])?;
    }
    for table in ["shared", "vouched", "flagged"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE document NOT IN (SELECT id FROM document)"), [])?;
    }
    sql::run(
        db,
        "DELETE FROM record WHERE n <> (SELECT count(*) FROM record AS before
           WHERE before.space = record.space AND before.scope = record.scope AND before.n < record.n)",
        [],
    )?;
    sql::run(
        db,
        "UPDATE outbox SET sealed = NULL WHERE sealed IS NOT NULL AND sealed NOT IN
           (SELECT hash FROM sealed WHERE cursor IS NULL AND abandoned = 0)",
        [],
    )?;
    let left =
        sql::one(db, "SELECT (SELECT count(*) FROM space) + (SELECT count(*) FROM held_key)", [], |row| row.get(0))?;
    let there_were = u64::try_from(known.spaces.len().saturating_add(known.held.len())).unwrap_or(u64::MAX);
    Ok(there_were.saturating_sub(left.unwrap_or(0)))
}
