//! `membership_record`: the membership log of a space.

use protocol::{
    encode::Blob,
    id::{RecordHash, SpaceId},
};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

pub(crate) fn insert(
    db: &Connection,
    space: SpaceId,
    (n, cursor): (u64, u64),
    hash: RecordHash,
    bytes: &[u8],
) -> Result<()> {
    let query = "INSERT INTO membership_record (space, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    sql::run(db, query, params![space.0, n, cursor, hash.0, bytes])?;
    Ok(())
}

/// Every record, in their order.
pub(crate) fn all(db: &Connection, space: SpaceId) -> Result<Vec<Blob>> {
    let query = "SELECT bytes FROM membership_record WHERE space = ?1 ORDER BY n";
    sql::all(db, query, [space.0], |row| row.get(0).map(Blob))
}
