//! `box` and `box_use`: key boxes, and which log names them for what.

use protocol::id::{BoxHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, Row, values};

/// The log that names a box: a scope's, or the membership log.
pub(crate) type Log = Option<ScopeId>;

fn log_bytes(log: &Log) -> &[u8] {
    log.as_ref().map_or(&[], |scope| &scope.0)
}

/// Puts a box; tells whether it was not there.
pub(crate) fn insert(db: &dyn Db, space: SpaceId, hash: BoxHash, bytes: &[u8]) -> Result<bool> {
    let query = "INSERT INTO box (space, hash, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    Ok(db.run(query, values![space.0, hash.0, bytes])? == 1)
}

pub(crate) fn has(db: &dyn Db, space: SpaceId, hash: BoxHash) -> Result<bool> {
    let query = "SELECT 1 FROM box WHERE space = ?1 AND hash = ?2";
    Ok(sql::one(db, query, values![space.0, hash.0], |_| Ok(()))?.is_some())
}

pub(crate) fn get(db: &dyn Db, space: SpaceId, hash: BoxHash) -> Result<Option<Vec<u8>>> {
    sql::one(db, "SELECT bytes FROM box WHERE space = ?1 AND hash = ?2", values![space.0, hash.0], |row| {
        Ok(row.bytes(0)?.to_vec())
    })
}

/// The logs that name a box.
pub(crate) fn logs(db: &dyn Db, space: SpaceId, hash: BoxHash) -> Result<Vec<Log>> {
    let query = "SELECT DISTINCT log FROM box_use WHERE space = ?1 AND hash = ?2";
    sql::all(db, query, values![space.0, hash.0], |row| Ok(row.bytes(0)?.try_into().ok().map(ScopeId)))
}

/// A log names a box.
pub(crate) fn name(db: &dyn Db, space: SpaceId, (log, subject): (Log, [u8; 16]), hash: BoxHash) -> Result<()> {
    let query = "INSERT INTO box_use (space, log, subject, hash) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    db.put(query, values![space.0, log_bytes(&log), subject, hash.0])
}

/// A log no longer names what it named for this subject.
pub(crate) fn unname(db: &dyn Db, space: SpaceId, (log, subject): (Log, [u8; 16])) -> Result<()> {
    let query = "DELETE FROM box_use WHERE space = ?1 AND log = ?2 AND subject = ?3";
    db.put(query, values![space.0, log_bytes(&log), subject])
}

/// A log no longer names this box for this subject.
pub(crate) fn unname_one(db: &dyn Db, space: SpaceId, (log, subject): (Log, [u8; 16]), hash: BoxHash) -> Result<()> {
    let query = "DELETE FROM box_use WHERE space = ?1 AND log = ?2 AND subject = ?3 AND hash = ?4";
    db.put(query, values![space.0, log_bytes(&log), subject, hash.0])
}

/// A log no longer names anything.
pub(crate) fn unname_all(db: &dyn Db, space: SpaceId, log: Log) -> Result<()> {
    db.put("DELETE FROM box_use WHERE space = ?1 AND log = ?2", values![space.0, log_bytes(&log)])
}

/// What a log names for a subject; for every subject if none is given.
pub(crate) fn named(db: &dyn Db, space: SpaceId, log: Log, subject: Option<[u8; 16]>) -> Result<Vec<BoxHash>> {
    let hash = |row: &dyn Row| row.array(0).map(BoxHash);
    if let Some(subject) = subject {
        let query = "SELECT hash FROM box_use WHERE space = ?1 AND log = ?2 AND subject = ?3";
        return sql::all(db, query, values![space.0, log_bytes(&log), subject], hash);
    }
    let query = "SELECT DISTINCT hash FROM box_use WHERE space = ?1 AND log = ?2";
    sql::all(db, query, values![space.0, log_bytes(&log)], hash)
}

/// Deletes a box if nothing names it any more, and tells how many bytes that were.
pub(crate) fn drop_unnamed(db: &dyn Db, space: SpaceId, hash: BoxHash) -> Result<u64> {
    let query = "DELETE FROM box WHERE space = ?1 AND hash = ?2 \
                 AND NOT EXISTS (SELECT 1 FROM box_use WHERE space = ?1 AND hash = ?2) RETURNING length(bytes)";
    Ok(sql::one(db, query, values![space.0, hash.0], |row| row.number(0))?.unwrap_or(0))
}

/// The boxes that nothing names. Where other processes write too, those of the last day are left out: a record that names them may
/// be on its way.
pub(crate) fn unnamed(db: &dyn Db, space: SpaceId) -> Result<Vec<BoxHash>> {
    let mut query = "SELECT hash FROM box WHERE space = ?1 \
                     AND NOT EXISTS (SELECT 1 FROM box_use WHERE space = ?1 AND hash = box.hash)";
    if db.is_shared() {
        query = "SELECT hash FROM box WHERE space = ?1 AND put < now() - interval '1 day' \
                 AND NOT EXISTS (SELECT 1 FROM box_use WHERE space = ?1 AND hash = box.hash)";
    }
    sql::all(db, query, values![space.0], |row| row.array(0).map(BoxHash))
}
