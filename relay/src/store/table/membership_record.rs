//! `membership_record`: the membership log of a space.

use protocol::{
    encode::Blob,
    id::{RecordHash, SpaceId},
};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

pub(crate) fn insert(db: &Connection, space: SpaceId, n: u64, hash: RecordHash, bytes: &[u8]) -> Result<()> {
    let query = "INSERT INTO membership_record (space, n, hash, bytes) VALUES (?1, ?2, ?3, ?4)";
    sql::run(db, query, params![space.0, n, hash.0, bytes])?;
    Ok(())
}

/// Records from number `from` on, in their order, until `bytes_max` or `count_max` is reached; the first always.
pub(crate) fn from(
    db: &Connection,
    space: SpaceId,
    from: u64,
    (count_max, bytes_max): (usize, usize),
) -> Result<Vec<Blob>> {
    let query = "SELECT bytes FROM membership_record WHERE space = ?1 AND n >= ?2 ORDER BY n";
    let mut statement = db.prepare_cached(query)?;
    let mut rows = statement.query(params![space.0, from])?;
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

/// Every record.
pub(crate) fn all(db: &Connection, space: SpaceId) -> Result<Vec<Blob>> {
    from(db, space, 0, (usize::MAX, usize::MAX))
}
