//! `sealed`: this device's own entries as they are sent, each time the same bytes, until the relay has answered.

use domain::{DocumentId, Moment};
use rusqlite::{Connection, Row, params};

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::{change::ChangeHash, outbox, shared, space, tombstone},
};

/// An entry of this device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedRow {
    /// Which entry.
    pub hash: EntryRef,
    /// Of which scope.
    pub scope: ScopeRef,
    /// Of which document.
    pub document: DocumentId,
    /// This device's number for it in the scope, from 1.
    pub counter: u64,
    /// The entry as it is sent; empty once its document was erased.
    pub bytes: Vec<u8>,
    /// Its place in the relay's log; nothing until the relay has acknowledged it.
    pub cursor: Option<u64>,
    /// Whether the relay sent it back. Its number stays used.
    pub abandoned: bool,
}

const COLUMNS: &str = "hash, scope, document, counter, bytes, cursor, abandoned";

fn read(row: &Row<'_>) -> rusqlite::Result<SealedRow> {
    Ok(SealedRow {
        hash: EntryRef(row.get(0)?),
        scope: ScopeRef(row.get(1)?),
        document: DocumentId(row.get(2)?),
        counter: row.get(3)?,
        bytes: row.get(4)?,
        cursor: row.get(5)?,
        abandoned: row.get(6)?,
    })
}

fn find(db: &Connection, space: SpaceRef, hash: EntryRef) -> Result<SealedRow, Error> {
    let query = format!("SELECT {COLUMNS} FROM sealed WHERE space = ?1 AND hash = ?2");
    sql::one(db, &query, params![space.0, hash.0], read)?.ok_or(Error::NoEntry)
}

/// Deletes the entries of a scope, in every space.
pub(crate) fn delete_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM sealed WHERE space IN (SELECT id FROM space) AND scope = ?1", [scope.0])?;
    Ok(())
}

/// Empties the entries of a scope, in every space. Their numbers stay used, and what was not acknowledged yet is not sent any more.
pub(crate) fn empty_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    let sql = "UPDATE sealed SET bytes = x'', abandoned = (cursor IS NULL)
               WHERE space IN (SELECT id FROM space) AND scope = ?1";
    sql::run(db, sql, [scope.0])?;
    Ok(())
}

/// Empties the entries of a document. Their numbers stay used, and what was not acknowledged yet is not sent any more.
pub(crate) fn empty(db: &Connection, document: DocumentId) -> rusqlite::Result<()> {
    let sql = "UPDATE sealed SET bytes = x'', abandoned = (cursor IS NULL) WHERE document = ?1";
    sql::run(db, sql, [document.0])?;
    Ok(())
}

impl Tx<'_> {
    /// Keeps an entry that is about to be sent, and says of the changes in it that they wait no longer to be sealed.
    ///
    /// [`Error::Taken`] where another entry has its hash or its number, [`Error::NoChange`] where one of the changes does not
    /// wait to be sealed, [`Error::Erased`] where scope or document was erased.
    pub fn put_sealed(
        &self,
        space: SpaceRef,
        row: &SealedRow,
        changes: &[(DocumentId, ChangeHash)],
    ) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        tombstone::refuse(&self.db, row.scope.0)?;
        tombstone::refuse(&self.db, row.document.0)?;
        let added = sql::run(
            &self.db,
            "INSERT INTO sealed (space, hash, scope, document, counter, bytes, cursor, abandoned)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING",
            params![
                space.0,
                row.hash.0,
                row.scope.0,
                row.document.0,
                row.counter,
                row.bytes,
                row.cursor,
                row.abandoned
            ],
        )?;
        if added == 0 {
            return Err(Error::Taken);
        }
        changes.iter().try_for_each(|(document, change)| outbox::seal(&self.db, *document, *change, row.hash))
    }

    /// Says that the relay has taken an entry: its place in the log is kept, its changes leave the outbox, and their documents
    /// are shared as of `at`. The first answer counts; another one changes nothing. [`Error::NoEntry`] where there is none.
    pub fn acknowledged(&self, space: SpaceRef, hash: EntryRef, cursor: u64, at: Moment) -> Result<(), Error> {
        if find(&self.db, space, hash)?.cursor.is_some() {
            return Ok(());
        }
        let place = "UPDATE sealed SET cursor = ?3 WHERE space = ?1 AND hash = ?2";
        sql::run(&self.db, place, params![space.0, hash.0, cursor])?;
        for document in outbox::take_out(&self.db, hash)? {
            shared::put(&self.db, document, at)?;
        }
        Ok(())
    }

    /// Says that an entry will not stand: the relay sent it back. Its changes wait to be sealed again, in their old order. Saying
    /// it twice does no harm. [`Error::NoEntry`] where there is none, [`Error::Taken`] where the relay has acknowledged it.
    pub fn abandoned(&self, space: SpaceRef, hash: EntryRef) -> Result<(), Error> {
        if find(&self.db, space, hash)?.cursor.is_some() {
            return Err(Error::Taken);
        }
        let abandon = "UPDATE sealed SET abandoned = 1 WHERE space = ?1 AND hash = ?2";
        sql::run(&self.db, abandon, params![space.0, hash.0])?;
        Ok(outbox::unseal(&self.db, hash)?)
    }
}

impl Tx<'_> {
    /// Keeps an entry of this device that it did not know and that the relay has: with its place in the log, and without its bytes
    /// where its document was erased. One that was never taken gives its number up. [`Error::Taken`] where the number is that of
    /// another entry that was.
    pub fn came_back(&self, space: SpaceRef, row: &SealedRow) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        let same_number = "SELECT hash FROM sealed WHERE space = ?1 AND scope = ?2 AND counter = ?3 AND cursor IS NULL";
        let gives_way = sql::one(&self.db, same_number, params![space.0, row.scope.0, row.counter], |row| row.get(0))?;
        gives_way.map_or(Ok(()), |hash| self.undone(space, EntryRef(hash)))?;
        let is_erased = tombstone::find(&self.db, row.document.0)?.is_some();
        let bytes = if is_erased { &[] } else { row.bytes.as_slice() };
        let added = sql::run(
            &self.db,
            "INSERT INTO sealed (space, hash, scope, document, counter, bytes, cursor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT DO NOTHING",
            params![space.0, row.hash.0, row.scope.0, row.document.0, row.counter, bytes, row.cursor],
        )?;
        if added == 0 { Err(Error::Taken) } else { Ok(()) }
    }

    /// Forgets an entry that the relay has never taken, and whose number is another's. Its changes wait to be sealed again.
    pub fn undone(&self, space: SpaceRef, hash: EntryRef) -> Result<(), Error> {
        let forget = "DELETE FROM sealed WHERE space = ?1 AND hash = ?2 AND cursor IS NULL";
        sql::run(&self.db, forget, params![space.0, hash.0])?;
        Ok(outbox::unseal(&self.db, hash)?)
    }
}

impl Reader<'_> {
    /// The entries that the relay has not answered, by scope and number: in this order they are sent, as they are.
    pub fn sealed_waiting(&self, space: SpaceRef) -> Result<Vec<SealedRow>, Error> {
        let query = format!(
            "SELECT {COLUMNS} FROM sealed WHERE space = ?1 AND cursor IS NULL AND abandoned = 0 ORDER BY scope, counter"
        );
        Ok(sql::all(self.db, &query, [space.0], read)?)
    }

    /// This device's entries that a relay has acknowledged, by scope and number; also those whose bytes went with their document.
    pub fn sealed_taken(&self, space: SpaceRef) -> Result<Vec<EntryRef>, Error> {
        let query = "SELECT hash FROM sealed WHERE space = ?1 AND cursor IS NOT NULL ORDER BY scope, counter";
        Ok(sql::all(self.db, query, [space.0], |row| row.get(0).map(EntryRef))?)
    }

    /// An entry of this device as it is sent; nothing where there is none, or where its document was erased.
    pub fn sealed_bytes(&self, space: SpaceRef, hash: EntryRef) -> Result<Option<Vec<u8>>, Error> {
        let query = "SELECT bytes FROM sealed WHERE space = ?1 AND hash = ?2 AND bytes <> x''";
        Ok(sql::one(self.db, query, params![space.0, hash.0], |row| row.get(0))?)
    }

    /// This device's entries from the last one on that the relay has acknowledged, scope by scope, by number: what its next
    /// entries have to say of those before.
    pub fn sealed_since(&self, space: SpaceRef) -> Result<Vec<SealedRow>, Error> {
        let query = format!(
            "SELECT {COLUMNS} FROM sealed AS entry WHERE space = ?1 AND NOT EXISTS (
               SELECT 1 FROM sealed AS later WHERE later.space = entry.space AND later.scope = entry.scope
               AND later.counter > entry.counter AND later.cursor IS NOT NULL)
             ORDER BY scope, counter"
        );
        Ok(sql::all(self.db, &query, [space.0], read)?)
    }
}
