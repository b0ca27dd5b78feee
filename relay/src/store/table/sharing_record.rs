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
    n: u64,
    hash: RecordHash,
    bytes: &[u8],
) -> Result<()> {
    let query = "INSERT INTO sharing_record (space, scope, n, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    sql::run(db, query, params![space.0, scope.0, n, hash.0, bytes])?;
    Ok(())
}

/// Whether any sharing log of the space has this record.
pub(crate) fn has(db: &Connection, space: SpaceId, hash: RecordHash) -> Result<bool> {
    let query = "SELECT 1 FROM sharing_record WHERE space = ?1 AND hash = ?2";
    Ok(sql::one(db, query, params![space.0, hash.0], |_| Ok(()))?.is_some())
}

/// Records from number `from` on, in their order, until `bytes_max` or `count_max` is reached; the first always.
pub(crate) fn from(
    db: &Connection,
    (space, scope): (SpaceId, ScopeId),
    from: u64,
    (count_max, bytes_max): (usize, usize),
) -> Result<Vec<Blob>> {
    let query = "SELECT bytes FROM sharing_record WHERE space = ?1 AND scope = ?2 AND n >= ?3 ORDER BY n";
    let mut statement = db.prepare_cached(query)?;
    let mut rows = statement.query(params![space.0, scope.0, from])?;
    let (mut records, mut together) = (Vec::new(), 0_usize);
    while let Some(row) = rows.next()? {
        let bytes: Vec<u8> = row.get(0)?;
        together = together.saturating_add(bytes.len());
        if records.len() == count_max || (together > bytes_max && !records.is_empty()) {
            break;
        }
        records.push(Blob(bytes));
    }
    Ok(records)
}

/// Every record of a scope.
pub(crate) fn all(db: &Connection, log: (SpaceId, ScopeId)) -> Result<Vec<Blob>> {
    from(db, log, 0, (usize::MAX, usize::MAX))
}
