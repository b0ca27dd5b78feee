//! `entry`: the log of a space.

use protocol::id::{ChainHash, DocumentId, EntryHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

/// A row that is written.
pub(crate) struct NewEntry<'a> {
    pub(crate) space: SpaceId,
    pub(crate) cursor: u64,
    pub(crate) scope: ScopeId,
    pub(crate) document: DocumentId,
    pub(crate) hash: EntryHash,
    pub(crate) chain: ChainHash,
    pub(crate) bytes: &'a [u8],
}

/// A row that is read. What it holds is read on demand only.
pub(crate) struct Found<'a> {
    pub(crate) cursor: u64,
    pub(crate) scope: ScopeId,
    pub(crate) document: DocumentId,
    pub(crate) chain: ChainHash,
    row: &'a rusqlite::Row<'a>,
}

impl Found<'_> {
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        self.row.get(4)
    }
}

pub(crate) fn insert(db: &Connection, row: &NewEntry<'_>) -> Result<()> {
    let query =
        "INSERT INTO entry (space, cursor, scope, document, hash, chain, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let NewEntry { space, cursor, scope, document, hash, chain, bytes } = row;
    sql::run(db, query, params![space.0, cursor, scope.0, document.0, hash.0, chain.0, bytes])?;
    Ok(())
}

/// The cursor of an entry that was taken.
pub(crate) fn cursor(db: &Connection, space: SpaceId, hash: EntryHash) -> Result<Option<u64>> {
    let query = "SELECT cursor FROM entry WHERE space = ?1 AND hash = ?2";
    sql::one(db, query, params![space.0, hash.0], |row| row.get(0))
}

/// Shows the entries after one cursor up to another, of one scope or of all, in their order, until `show` says false.
pub(crate) fn each(
    db: &Connection,
    (space, scope): (SpaceId, Option<ScopeId>),
    (after, through): (u64, u64),
    mut show: impl FnMut(&Found<'_>) -> Result<bool>,
) -> Result<()> {
    let query = if scope.is_some() {
        "SELECT cursor, scope, document, chain, bytes FROM entry \
         WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND scope = ?4 ORDER BY cursor"
    } else {
        "SELECT cursor, scope, document, chain, bytes FROM entry \
         WHERE space = ?1 AND cursor > ?2 AND cursor <= ?3 AND ?4 IS NULL ORDER BY cursor"
    };
    let after = i64::try_from(after).unwrap_or(i64::MAX);
    let mut statement = db.prepare_cached(query)?;
    let mut rows = statement.query(params![space.0, after, through, scope.map(|scope| scope.0)])?;
    while let Some(row) = rows.next()? {
        let found = Found {
            cursor: row.get(0)?,
            scope: ScopeId(row.get(1)?),
            document: DocumentId(row.get(2)?),
            chain: ChainHash(row.get(3)?),
            row,
        };
        if !show(&found)? {
            break;
        }
    }
    Ok(())
}

/// Deletes the entries of a scope and tells how many bytes they had.
pub(crate) fn erase(db: &Connection, space: SpaceId, scope: ScopeId) -> Result<u64> {
    let query = "SELECT coalesce(sum(length(bytes)), 0) FROM entry WHERE space = ?1 AND scope = ?2";
    let bytes = sql::one(db, query, params![space.0, scope.0], |row| row.get(0))?;
    sql::run(db, "DELETE FROM entry WHERE space = ?1 AND scope = ?2", params![space.0, scope.0])?;
    Ok(bytes.unwrap_or(0))
}
