//! `change`: the automerge changes of each document, as they came.

use domain::DocumentId;
use rusqlite::{Connection, Result, params};

use crate::{
    error::Error,
    sealed::Seal,
    sql,
    store::{Reader, Tx},
    table::{document, outbox, scope_key, snapshot, tombstone},
};

/// Automerge's hash of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeHash(pub [u8; 32]);

/// One change of a document as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeBytes {
    /// Its hash.
    pub hash: ChangeHash,
    /// The bytes, as automerge wrote them.
    pub bytes: Vec<u8>,
}

/// A document's bytes: its newest snapshot followed by every later change. Automerge loads them as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentBytes {
    /// Snapshot and changes, one after the other.
    pub bytes: Vec<u8>,
    /// How many changes come after the snapshot. From [`COMPACT_AFTER`] on it is time for [`Tx::compact`].
    pub changes: usize,
    /// The last change that is in the bytes, for [`Tx::compact`].
    pub through: u64,
}

/// After how many changes a document is worth a new snapshot: loading replays each change, and one save appends one.
pub const COMPACT_AFTER: usize = 200;

/// The highest number given out for a document, 0 before the first. The number of a deleted change is not used again, because
/// the snapshot that replaced it remembers it.
fn last(db: &Connection, document: DocumentId) -> Result<u64> {
    let last = sql::one(
        db,
        "SELECT max(coalesce((SELECT max(n) FROM change WHERE document = ?1), 0),
                    coalesce((SELECT through FROM snapshot WHERE document = ?1), 0))",
        [document.0],
        |row| row.get(0),
    )?;
    Ok(last.unwrap_or(0))
}

/// Adds a change at the end of a document. False if it was there already.
pub(crate) fn insert(
    db: &Connection,
    document: DocumentId,
    seal: &Seal,
    change: &ChangeBytes,
) -> core::result::Result<bool, Error> {
    let n = last(db, document)?.saturating_add(1);
    let values = params![document.0, change.hash.0, n, seal.change(change.hash, &change.bytes)?];
    let added = sql::run(
        db,
        "INSERT INTO change (document, hash, n, bytes) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (document, hash) DO NOTHING",
        values,
    )?;
    Ok(added > 0)
}

impl Tx<'_> {
    /// Keeps a change that was made on this device, and puts it in the outbox. False if it was kept before.
    ///
    /// [`Error::NoDocument`] where the document was never [added](Tx::add_document) or has been erased.
    pub fn append(&self, document: DocumentId, change: &ChangeBytes) -> core::result::Result<bool, Error> {
        let added = self.take(document, change)?;
        if added {
            outbox::insert(&self.db, document, change.hash)?;
        }
        Ok(added)
    }

    /// Keeps a change that came from elsewhere: nobody needs to be sent it. False if it was kept before.
    ///
    /// The bytes under a hash must always be the same, the change as automerge writes it, not compressed: the hash gives the
    /// nonce that they are sealed with. Errors as with [`Tx::append`].
    pub fn take(&self, document: DocumentId, change: &ChangeBytes) -> core::result::Result<bool, Error> {
        let Some(row) = document::find(&self.db, document)? else {
            tombstone::refuse(&self.db, document.0)?;
            return Err(Error::NoDocument);
        };
        insert(&self.db, document, &scope_key::seal(&self.db, &row)?, change)
    }

    /// Puts a change that the relay no longer has in the outbox again.
    ///
    /// Errors as with [`Tx::append`].
    pub fn offer_again(&self, document: DocumentId, change: &ChangeBytes) -> core::result::Result<(), Error> {
        self.take(document, change)?;
        Ok(outbox::insert(&self.db, document, change.hash)?)
    }

    /// Puts `bytes` in the place of every change up to `through`: a whole save of exactly the document that
    /// [`DocumentBytes`] described. Changes that still wait in the outbox stay as they are beside it.
    pub fn compact(&self, document: DocumentId, through: u64, bytes: &[u8]) -> core::result::Result<(), Error> {
        let row = document::find(&self.db, document)?.ok_or(Error::NoDocument)?;
        let sealed = scope_key::seal(&self.db, &row)?.snapshot(through, bytes)?;
        snapshot::put(&self.db, document, through, &sealed)?;
        sql::run(
            &self.db,
            "DELETE FROM change WHERE document = ?1 AND n <= ?2
             AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.document = change.document AND outbox.hash = change.hash)",
            params![document.0, through],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// What automerge needs to load a document; nothing where the store has no such document. [`Error::Damaged`] where a seal is
    /// broken, or the key of the scope is gone.
    pub fn document_bytes(&self, document: DocumentId) -> core::result::Result<Option<DocumentBytes>, Error> {
        let Some(row) = document::find(self.db, document)? else { return Ok(None) };
        let seal = scope_key::seal(self.db, &row)?;
        let (mut through, mut bytes) = match snapshot::find(self.db, document)? {
            Some((through, kept)) => (through, seal.open_snapshot(through, kept)?),
            None => (0, Vec::new()),
        };
        let query = "SELECT n, hash, bytes FROM change WHERE document = ?1 AND n > ?2 ORDER BY n";
        let later: Vec<(u64, ChangeBytes)> = sql::all(self.db, query, params![document.0, through], |row| {
            Ok((row.get(0)?, ChangeBytes { hash: ChangeHash(row.get(1)?), bytes: row.get(2)? }))
        })?;
        let changes = later.len();
        for (n, kept) in later {
            bytes.extend_from_slice(&seal.open_change(kept.hash, kept.bytes)?);
            through = n;
        }
        Ok(Some(DocumentBytes { bytes, changes, through }))
    }
}
