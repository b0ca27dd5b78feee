//! `sharing_record`: the sharing logs of the scopes of a space.

use protocol::{
    encode::Blob,
    id::{RecordHash, ScopeId, SpaceId},
};

use crate::store::sql::{self, Db, Result, values};

pub(crate) fn insert(
    db: &dyn Db,
    (space, scope): (SpaceId, ScopeId),
    (n, cursor): (u64, u64),
    hash: RecordHash,
    bytes: &[u8],
) -> Result<()> {
    let query = "INSERT INTO sharing_record (space, scope, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    db.put(query, values![space.0, scope.0, n, cursor, hash.0, bytes])
}

/// Whether any sharing log of the space has this record.
pub(crate) fn has(db: &dyn Db, space: SpaceId, hash: RecordHash) -> Result<bool> {
    let query = "SELECT 1 FROM sharing_record WHERE space = ?1 AND hash = ?2";
    Ok(sql::one(db, query, values![space.0, hash.0], |_| Ok(()))?.is_some())
}

/// The cursor of a scope's record `n`.
pub(crate) fn cursor(db: &dyn Db, space: SpaceId, scope: ScopeId, n: u64) -> Result<Option<u64>> {
    let query = "SELECT cursor FROM sharing_record WHERE space = ?1 AND scope = ?2 AND n = ?3";
    sql::one(db, query, values![space.0, scope.0, n], |row| row.number(0))
}

/// The number of the last record of a scope before a cursor.
pub(crate) fn last_before(db: &dyn Db, space: SpaceId, scope: ScopeId, cursor: u64) -> Result<Option<u64>> {
    let query = "SELECT n FROM sharing_record WHERE space = ?1 AND scope = ?2 AND cursor < ?3 \
                 ORDER BY cursor DESC LIMIT 1";
    sql::one(db, query, values![space.0, scope.0, cursor], |row| row.number(0))
}

/// The records of all scopes after a cursor, in the order of the line, with their scopes.
pub(crate) fn after(db: &dyn Db, space: SpaceId, cursor: u64) -> Result<Vec<(ScopeId, Blob)>> {
    let query = "SELECT scope, bytes FROM sharing_record WHERE space = ?1 AND cursor > ?2 ORDER BY cursor";
    sql::all(db, query, values![space.0, cursor], |row| Ok((ScopeId(row.array(0)?), Blob(row.bytes(1)?.to_vec()))))
}
