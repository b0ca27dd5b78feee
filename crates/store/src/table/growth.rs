//! `growth`, `cover`, `left_out`: how far each document has come on the relay's line, and what of it never came here.

use std::collections::BTreeMap;

use domain::{DeviceId, DocumentId};
use rusqlite::{Connection, params};

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::{space, tombstone},
};

/// A document's row, with its devices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// In which scope.
    pub scope: ScopeRef,
    /// How many entries with changes came since the newest snapshot.
    pub since: u64,
    /// How many before it.
    pub covered: u64,
    /// The oldest key that one of them, or the snapshot itself, is under.
    pub key: [u8; 16],
    /// The last entry of each device.
    pub covers: BTreeMap<DeviceId, (u64, EntryRef)>,
    /// Up to which number a device's entries were superseded before they came here, where no snapshot brought what was in them.
    pub left_out: BTreeMap<DeviceId, u64>,
}

/// Deletes what is known of a scope, in every space.
pub(crate) fn delete_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    for table in ["cover", "left_out"] {
        let of_scope = format!(
            "DELETE FROM {table} WHERE (space, document) IN (SELECT space, document FROM growth WHERE scope = ?1)"
        );
        sql::run(db, &of_scope, [scope.0])?;
    }
    sql::run(db, "DELETE FROM growth WHERE scope = ?1", [scope.0])?;
    Ok(())
}

/// Deletes what is known of a document, in every space.
pub(crate) fn delete_document(db: &Connection, document: [u8; 16]) -> rusqlite::Result<()> {
    for table in ["growth", "cover", "left_out"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE document = ?1"), [document])?;
    }
    Ok(())
}

impl Tx<'_> {
    /// Puts what is known of a document in the place of what was. [`Error::Erased`] where its scope or the document was erased.
    pub fn put_growth(&self, space: SpaceRef, document: DocumentId, row: &Growth) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        tombstone::refuse(&self.db, row.scope.0)?;
        tombstone::refuse(&self.db, document.0)?;
        sql::run(
            &self.db,
            "INSERT INTO growth (space, document, scope, since, covered, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (space, document) DO UPDATE SET
               scope = excluded.scope, since = excluded.since, covered = excluded.covered, key = excluded.key",
            params![space.0, document.0, row.scope.0, row.since, row.covered, row.key],
        )?;
        for (device, (counter, entry)) in &row.covers {
            sql::run(
                &self.db,
                "INSERT INTO cover (space, document, device, counter, entry) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (space, document, device) DO UPDATE SET counter = excluded.counter, entry = excluded.entry
                 WHERE counter < excluded.counter",
                params![space.0, document.0, device.0, counter, entry.0],
            )?;
        }
        sql::run(&self.db, "DELETE FROM left_out WHERE space = ?1 AND document = ?2", params![space.0, document.0])?;
        for (device, counter) in &row.left_out {
            sql::run(
                &self.db,
                "INSERT INTO left_out (space, document, device, counter) VALUES (?1, ?2, ?3, ?4)",
                params![space.0, document.0, device.0, counter],
            )?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// What is known of a document; nothing where no entry of it was seen.
    pub fn growth(&self, space: SpaceRef, document: DocumentId) -> Result<Option<Growth>, Error> {
        let of = params![space.0, document.0];
        let query = "SELECT scope, since, covered, key FROM growth WHERE space = ?1 AND document = ?2";
        let row = sql::one(self.db, query, of, |row| {
            let (covers, left_out) = (BTreeMap::new(), BTreeMap::new());
            let scope = ScopeRef(row.get(0)?);
            Ok(Growth { scope, since: row.get(1)?, covered: row.get(2)?, key: row.get(3)?, covers, left_out })
        })?;
        let Some(mut row) = row else { return Ok(None) };
        let query = "SELECT device, counter, entry FROM cover WHERE space = ?1 AND document = ?2";
        let covers: Vec<(DeviceId, (u64, EntryRef))> =
            sql::all(self.db, query, of, |row| Ok((DeviceId(row.get(0)?), (row.get(1)?, EntryRef(row.get(2)?)))))?;
        row.covers = covers.into_iter().collect();
        let query = "SELECT device, counter FROM left_out WHERE space = ?1 AND document = ?2";
        let left_out: Vec<(DeviceId, u64)> =
            sql::all(self.db, query, of, |row| Ok((DeviceId(row.get(0)?), row.get(1)?)))?;
        row.left_out = left_out.into_iter().collect();
        Ok(Some(row))
    }

    /// Every document that grows in a space, with its scope and the oldest key since its newest snapshot.
    pub fn growing(&self, space: SpaceRef) -> Result<Vec<(DocumentId, ScopeRef, [u8; 16])>, Error> {
        let query = "SELECT document, scope, key FROM growth WHERE space = ?1 ORDER BY document";
        Ok(sql::all(self.db, query, [space.0], |row| {
            Ok((DocumentId(row.get(0)?), ScopeRef(row.get(1)?), row.get(2)?))
        })?)
    }

    /// How many documents have something that was superseded and that no snapshot has brought.
    pub fn documents_with_left_out(&self, space: SpaceRef) -> Result<u32, Error> {
        let query = "SELECT count(DISTINCT document) FROM left_out WHERE space = ?1";
        Ok(sql::one(self.db, query, [space.0], |row| row.get(0))?.unwrap_or(0))
    }
}
