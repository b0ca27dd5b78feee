//! `aside`: entries that cannot be taken, or not yet, with the reason.

use domain::DocumentId;
use rusqlite::{Connection, Row, params};

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::{space, tombstone},
};

/// An entry that was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideRow {
    /// Which entry.
    pub hash: EntryRef,
    /// Its place in the relay's log.
    pub cursor: u64,
    /// Of which scope.
    pub scope: ScopeRef,
    /// Of which document.
    pub document: DocumentId,
    /// The entry as it came.
    pub bytes: Vec<u8>,
    /// Why it waits, in a word of the program; never what somebody wrote.
    pub why: String,
}

const COLUMNS: &str = "hash, cursor, scope, document, bytes, why";

fn read(row: &Row<'_>) -> rusqlite::Result<AsideRow> {
    Ok(AsideRow {
        hash: EntryRef(row.get(0)?),
        cursor: row.get(1)?,
        scope: ScopeRef(row.get(2)?),
        document: DocumentId(row.get(3)?),
        bytes: row.get(4)?,
        why: row.get(5)?,
    })
}

/// Deletes what was put aside of a scope, in every space.
pub(crate) fn delete_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM aside WHERE scope = ?1", [scope.0])?;
    Ok(())
}

/// Deletes what was put aside of a document.
pub(crate) fn delete_document(db: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM aside WHERE document = ?1", [document.0])?;
    Ok(())
}

impl Tx<'_> {
    /// Puts an entry aside; one that was there already gets the new place and reason. [`Error::Erased`] where its scope or
    /// document was erased.
    pub fn put_aside(&self, space: SpaceRef, row: &AsideRow) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        tombstone::refuse(&self.db, row.scope.0)?;
        tombstone::refuse(&self.db, row.document.0)?;
        sql::run(
            &self.db,
            "INSERT INTO aside (space, hash, cursor, scope, document, bytes, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (space, hash) DO UPDATE SET cursor = excluded.cursor, why = excluded.why",
            params![space.0, row.hash.0, row.cursor, row.scope.0, row.document.0, row.bytes, row.why],
        )?;
        Ok(())
    }

    /// Takes an entry back from where it was put aside; nothing if it was not there.
    pub fn take_from_aside(&self, space: SpaceRef, hash: EntryRef) -> Result<Option<AsideRow>, Error> {
        let query = format!("DELETE FROM aside WHERE space = ?1 AND hash = ?2 RETURNING {COLUMNS}");
        Ok(sql::one(&self.db, &query, params![space.0, hash.0], read)?)
    }
}

impl Reader<'_> {
    /// What was put aside of a document for a reason, in the order of the relay's log.
    pub fn aside_of(&self, space: SpaceRef, document: DocumentId, why: &str) -> Result<Vec<AsideRow>, Error> {
        let query = format!(
            "SELECT {COLUMNS} FROM aside WHERE space = ?1 AND document = ?2 AND why = ?3 ORDER BY cursor, hash"
        );
        Ok(sql::all(self.db, &query, params![space.0, document.0, why], read)?)
    }

    /// What was put aside in a space, in the order of the relay's log.
    pub fn aside(&self, space: SpaceRef) -> Result<Vec<AsideRow>, Error> {
        let query = format!("SELECT {COLUMNS} FROM aside WHERE space = ?1 ORDER BY cursor, hash");
        Ok(sql::all(self.db, &query, [space.0], read)?)
    }
}
