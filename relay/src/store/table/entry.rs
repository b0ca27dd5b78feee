//! `entry`: the entries of a space.

use protocol::id::{ChainHash, DocumentId, EntryHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, values};

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

pub(crate) fn insert(db: &dyn Db, row: &NewEntry<'_>) -> Result<()> {
    let query =
        "INSERT INTO entry (space, cursor, scope, document, hash, chain, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let NewEntry { space, cursor, scope, document, hash, chain, bytes } = row;
    db.put(query, values![space.0, *cursor, scope.0, document.0, hash.0, chain.0, *bytes])
}

/// The cursor of an entry that was taken.
pub(crate) fn cursor(db: &dyn Db, space: SpaceId, hash: EntryHash) -> Result<Option<u64>> {
    let query = "SELECT cursor FROM entry WHERE space = ?1 AND hash = ?2";
    sql::one(db, query, values![space.0, hash.0], |row| row.number(0))
}

/// Empties the entries of a document and tells how many bytes they had. That they were there stays: chain and numbers go on.
pub(crate) fn empty(db: &dyn Db, space: SpaceId, scope: ScopeId, document: DocumentId) -> Result<u64> {
    let query = "SELECT coalesce(sum(length(bytes)), 0) FROM entry WHERE space = ?1 AND scope = ?2 AND document = ?3";
    let bytes = sql::one(db, query, values![space.0, scope.0, document.0], |row| row.number(0))?;
    // What a snapshot has superseded of it is no longer left out for that: it is skipped like the rest.
    let query = "UPDATE entry SET bytes = ?4, superseded = 0 WHERE space = ?1 AND scope = ?2 AND document = ?3";
    let nothing: &[u8] = &[];
    db.put(query, values![space.0, scope.0, document.0, nothing])?;
    Ok(bytes.unwrap_or(0))
}

/// The cursor and the bytes of an entry that was taken; the bytes are empty once it was superseded for long.
pub(crate) fn stored(db: &dyn Db, space: SpaceId, hash: EntryHash) -> Result<Option<(u64, Vec<u8>)>> {
    let query = "SELECT cursor, bytes FROM entry WHERE space = ?1 AND hash = ?2";
    sql::one(db, query, values![space.0, hash.0], |row| Ok((row.number(0)?, row.bytes(1)?.to_vec())))
}

/// Deletes the entries of a scope and tells how many bytes they had.
pub(crate) fn erase(db: &dyn Db, space: SpaceId, scope: ScopeId) -> Result<u64> {
    let query = "SELECT coalesce(sum(length(bytes)), 0) FROM entry WHERE space = ?1 AND scope = ?2";
    let bytes = sql::one(db, query, values![space.0, scope.0], |row| row.number(0))?;
    db.put("DELETE FROM entry WHERE space = ?1 AND scope = ?2", values![space.0, scope.0])?;
    Ok(bytes.unwrap_or(0))
}
