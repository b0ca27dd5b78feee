//! `fetched`: entries of other devices as they came, for some weeks, to be brought back to a relay that lost them.

use domain::{DeviceId, DocumentId, Moment};
use rusqlite::{Connection, params};

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::{space, tombstone},
};

/// An entry of another device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedRow {
    /// Which entry.
    pub hash: EntryRef,
    /// Of which scope.
    pub scope: ScopeRef,
    /// Of which document.
    pub document: DocumentId,
    /// Whose device signed it.
    pub device: DeviceId,
    /// The number of that device for it in the scope.
    pub counter: u64,
    /// When it came.
    pub at: Moment,
    /// The entry as it came.
    pub bytes: Vec<u8>,
}

/// Deletes what came of a scope, in every space.
pub(crate) fn delete_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM fetched WHERE space IN (SELECT id FROM space) AND scope = ?1", [scope.0])?;
    Ok(())
}

/// Deletes what came of a document.
pub(crate) fn delete_document(db: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM fetched WHERE document = ?1", [document.0])?;
    Ok(())
}

impl Tx<'_> {
    /// Keeps an entry of another device; one that is there already stays as it is. [`Error::Erased`] where its scope or document
    /// was erased.
    pub fn put_fetched(&self, space: SpaceRef, row: &FetchedRow) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        tombstone::refuse(&self.db, row.scope.0)?;
        tombstone::refuse(&self.db, row.document.0)?;
        sql::run(
            &self.db,
            "INSERT INTO fetched (space, hash, scope, document, device, counter, at, bytes)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
            params![space.0, row.hash.0, row.scope.0, row.document.0, row.device.0, row.counter, row.at.0, row.bytes],
        )?;
        Ok(())
    }

    /// Forgets what came in a scope: its log begins anew, and so do the numbers of everybody in it.
    pub fn drop_fetched_of(&self, space: SpaceRef, scope: ScopeRef) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM fetched WHERE space = ?1 AND scope = ?2", params![space.0, scope.0])?;
        Ok(())
    }

    /// Forgets what came before a moment: no backup is that old. What seems to have come later than `now` came before the clock was
    /// set back: its time begins anew, so that it ends.
    pub fn drop_fetched(&self, space: SpaceRef, before: Moment, now: Moment) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM fetched WHERE space = ?1 AND at < ?2", params![space.0, before.0])?;
        sql::run(&self.db, "UPDATE fetched SET at = ?2 WHERE space = ?1 AND at > ?2", params![space.0, now.0])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Other devices' entries that are still kept, by scope, device and number.
    pub fn fetched(&self, space: SpaceRef) -> Result<Vec<EntryRef>, Error> {
        let query = "SELECT hash FROM fetched WHERE space = ?1 ORDER BY scope, device, counter";
        Ok(sql::all(self.db, query, [space.0], |row| row.get(0).map(EntryRef))?)
    }

    /// One of them.
    pub fn fetched_bytes(&self, space: SpaceRef, hash: EntryRef) -> Result<Option<Vec<u8>>, Error> {
        let query = "SELECT bytes FROM fetched WHERE space = ?1 AND hash = ?2";
        Ok(sql::one(self.db, query, params![space.0, hash.0], |row| row.get(0))?)
    }
}
