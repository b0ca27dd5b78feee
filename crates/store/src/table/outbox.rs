//! `outbox`: changes of this device that no relay has acknowledged yet.

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    table::{
        change::{ChangeBytes, ChangeHash},
        document, scope_key,
    },
};

pub(crate) fn insert(db: &Connection, document: DocumentId, hash: ChangeHash) -> Result<()> {
    sql::run(db, "INSERT INTO outbox (document, hash) VALUES (?1, ?2)", params![document.0, hash.0])?;
    Ok(())
}

impl Tx<'_> {
    /// Takes a change out of the outbox: it was acknowledged.
    pub fn sent(&self, document: DocumentId, hash: ChangeHash) -> core::result::Result<(), Error> {
        sql::run(&self.db, "DELETE FROM outbox WHERE document = ?1 AND hash = ?2", params![document.0, hash.0])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The documents with something to send.
    pub fn outbox_documents(&self) -> core::result::Result<Vec<DocumentId>, Error> {
        Ok(sql::all(self.db, "SELECT DISTINCT document FROM outbox ORDER BY document", [], |row| {
            row.get(0).map(DocumentId)
        })?)
    }

    /// What waits of one document, in the order in which it was made.
    pub fn outbox(&self, document: DocumentId) -> core::result::Result<Vec<ChangeBytes>, Error> {
        let query = "SELECT change.hash, change.bytes FROM outbox JOIN change USING (document, hash) WHERE document = ?1 ORDER BY n";
        let Some(row) = document::find(self.db, document)? else { return Ok(Vec::new()) };
        let seal = scope_key::seal(self.db, &row)?;
        let kept: Vec<ChangeBytes> = sql::all(self.db, query, [document.0], |row| {
            Ok(ChangeBytes { hash: ChangeHash(row.get(0)?), bytes: row.get(1)? })
        })?;
        let opened = kept
            .into_iter()
            .map(|ChangeBytes { hash, bytes }| Ok(ChangeBytes { hash, bytes: seal.open_change(hash, bytes)? }));
        opened.collect()
    }
}
