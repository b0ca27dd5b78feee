//! `outbox`: changes of this device that no relay has acknowledged yet: not sealed into an entry yet, or on their way in one.

use std::collections::BTreeSet;

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::{
    error::Error,
    refs::EntryRef,
    sql,
    store::{Reader, Tx},
    table::{
        change::{ChangeBytes, ChangeHash},
        document::{self, DocumentRow},
        scope_key,
    },
};

pub(crate) fn insert(db: &Connection, document: DocumentId, hash: ChangeHash) -> Result<()> {
    sql::run(db, "INSERT INTO outbox (document, hash) VALUES (?1, ?2)", params![document.0, hash.0])?;
    Ok(())
}

/// Says into which entry a change went. [`Error::NoChange`] where it does not wait to be sealed.
pub(crate) fn seal(
    db: &Connection,
    document: DocumentId,
    change: ChangeHash,
    entry: EntryRef,
) -> core::result::Result<(), Error> {
    let sql = "UPDATE outbox SET sealed = ?3 WHERE document = ?1 AND hash = ?2 AND sealed IS NULL";
    let marked = sql::run(db, sql, params![document.0, change.0, entry.0])?;
    if marked == 0 { Err(Error::NoChange) } else { Ok(()) }
}

/// Lets the changes of an entry wait to be sealed again.
pub(crate) fn unseal(db: &Connection, entry: EntryRef) -> Result<()> {
    sql::run(db, "UPDATE outbox SET sealed = NULL WHERE sealed = ?1", [entry.0])?;
    Ok(())
}

/// Takes the changes of an entry out, and tells of which documents they were.
pub(crate) fn take_out(db: &Connection, entry: EntryRef) -> Result<BTreeSet<DocumentId>> {
    let sql = "DELETE FROM outbox WHERE sealed = ?1 RETURNING document";
    sql::all(db, sql, [entry.0], |row| row.get(0).map(DocumentId))
}

impl Tx<'_> {
    /// Takes a change out of the outbox: it was acknowledged.
    pub fn sent(&self, document: DocumentId, hash: ChangeHash) -> core::result::Result<(), Error> {
        sql::run(&self.db, "DELETE FROM outbox WHERE document = ?1 AND hash = ?2", params![document.0, hash.0])?;
        Ok(())
    }
}

impl Tx<'_> {
    /// Takes a change out of the outbox that waits to be sealed: somebody else has sent it.
    pub fn sent_by_others(&self, document: DocumentId, hash: ChangeHash) -> core::result::Result<(), Error> {
        let sql = "DELETE FROM outbox WHERE document = ?1 AND hash = ?2 AND sealed IS NULL";
        sql::run(&self.db, sql, params![document.0, hash.0])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Residents' documents that are one whole, of which nothing waits and which no log knows: nobody was ever sent them.
    pub fn whole_documents(&self) -> core::result::Result<Vec<DocumentRow>, Error> {
        let query = "SELECT id, scope, kind, sample FROM document
                     WHERE scope IS NOT NULL AND sample = 0 AND id IN (SELECT document FROM snapshot)
                       AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.document = document.id)
                       AND NOT EXISTS (SELECT 1 FROM record WHERE space IN (SELECT id FROM space) AND record.scope = document.scope)
                     ORDER BY id";
        Ok(sql::all(self.db, query, [], document::read)?)
    }

    /// The documents with something to send.
    pub fn outbox_documents(&self) -> core::result::Result<Vec<DocumentId>, Error> {
        Ok(sql::all(self.db, "SELECT DISTINCT document FROM outbox ORDER BY document", [], |row| {
            row.get(0).map(DocumentId)
        })?)
    }

    /// The documents with something that waits to be sealed.
    pub fn unsealed_documents(&self) -> core::result::Result<Vec<DocumentId>, Error> {
        let query = "SELECT DISTINCT document FROM outbox WHERE sealed IS NULL ORDER BY document";
        Ok(sql::all(self.db, query, [], |row| row.get(0).map(DocumentId))?)
    }

    /// How many changes wait, document by document, sealed or not.
    pub fn waiting(&self) -> core::result::Result<Vec<(DocumentId, u32)>, Error> {
        let query = "SELECT document, count(*) FROM outbox GROUP BY document ORDER BY document";
        Ok(sql::all(self.db, query, [], |row| Ok((DocumentId(row.get(0)?), row.get(1)?)))?)
    }

    /// How many changes of one document wait, sealed or not.
    pub fn waiting_of(&self, document: DocumentId) -> core::result::Result<u32, Error> {
        let query = "SELECT count(*) FROM outbox WHERE document = ?1";
        Ok(self.db.query_row(query, [document.0], |row| row.get(0))?)
    }

    /// What waits of one document, sealed or not, in the order in which it was made.
    pub fn outbox(&self, document: DocumentId) -> core::result::Result<Vec<ChangeBytes>, Error> {
        let query = "SELECT change.hash, change.bytes FROM outbox JOIN change USING (document, hash)
                     WHERE document = ?1 ORDER BY n";
        opened(self.db, document, query)
    }

    /// What of one document waits to be sealed, in the order in which it was made.
    pub fn outbox_unsealed(&self, document: DocumentId) -> core::result::Result<Vec<ChangeBytes>, Error> {
        let query = "SELECT change.hash, change.bytes FROM outbox JOIN change USING (document, hash)
                     WHERE document = ?1 AND sealed IS NULL ORDER BY n";
        opened(self.db, document, query)
    }
}

/// The changes that a query gives of a document, as automerge wrote them.
fn opened(db: &Connection, document: DocumentId, query: &str) -> core::result::Result<Vec<ChangeBytes>, Error> {
    let Some(row) = document::find(db, document)? else { return Ok(Vec::new()) };
    let seal = scope_key::seal(db, &row)?;
    let kept: Vec<ChangeBytes> =
        sql::all(db, query, [document.0], |row| Ok(ChangeBytes { hash: ChangeHash(row.get(0)?), bytes: row.get(1)? }))?;
    let opened = kept
        .into_iter()
        .map(|ChangeBytes { hash, bytes }| Ok(ChangeBytes { hash, bytes: seal.open_change(hash, bytes)? }));
    opened.collect()
}
