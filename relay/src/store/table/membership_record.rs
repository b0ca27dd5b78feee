//! `membership_record`: the membership log of a space.

use protocol::{
    encode::Blob,
    id::{RecordHash, SpaceId},
};

use crate::store::sql::{self, Db, Result, values};

pub(crate) fn insert(
    db: &dyn Db,
    space: SpaceId,
    (n, cursor): (u64, u64),
    hash: RecordHash,
    bytes: &[u8],
) -> Result<()> {
    let query = "INSERT INTO membership_record (space, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    db.put(query, values![space.0, n, cursor, hash.0, bytes])
}

/// The cursor of the record `n`.
pub(crate) fn cursor(db: &dyn Db, space: SpaceId, n: u64) -> Result<Option<u64>> {
    let query = "SELECT cursor FROM membership_record WHERE space = ?1 AND n = ?2";
    sql::one(db, query, values![space.0, n], |row| row.number(0))
}

/// The records after a cursor, in their order.
pub(crate) fn after(db: &dyn Db, space: SpaceId, cursor: u64) -> Result<Vec<Blob>> {
    let query = "SELECT bytes FROM membership_record WHERE space = ?1 AND cursor > ?2 ORDER BY n";
    sql::all(db, query, values![space.0, cursor], |row| Ok(Blob(row.bytes(0)?.to_vec())))
}
