//! `sharing_record`: the sharing logs of the scopes of a space.

use protocol::{
    encode::Blob,
    id::{RecordHash, ScopeId, SpaceId},
};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

pub(crate) fn insert(
    db: &Connection,
    (space, scope): (SpaceId, ScopeId),
    (n, cursor): (u64, u64),
    hash: RecordHash,
    bytes: &[u8],
) -> Result<()> {
    let query = "INSERT INTO sharing_record (space, scope, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    sql::run(db, query, params![space.0, scope.0, n, cursor, hash.0, bytes])?;
    Ok(())
}

/// Whether any sharing log of the space has this record.
pub(crate) fn has(db: &Connection, space: SpaceId, hash: RecordHash) -> Result<bool> {
    let query = "SELECT 1 FROM sharing_record WHERE space = ?1 AND hash = ?2";
    Ok(sql::one(db, query, params![space.0, hash.0], |_| Ok(()))?.is_some())
}

/// Every record of a scope, in their order.
pub(crate) fn all(db: &Connection, (space, scope): (SpaceId, ScopeId)) -> Result<Vec<Blob>> {
    let query = "SELECT bytes FROM sharing_record WHERE space = ?1 AND scope = ?2 ORDER BY n";
    sql::all(db, query, [space.0.as_slice(), scope.0.as_slice()], |row| row.get(0).map(Blob))
}
