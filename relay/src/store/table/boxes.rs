//! `box` and `box_use`: key boxes, and which log names them for what.

use protocol::id::{BoxHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

/// The log that names a box: a scope's, or the membership log.
pub(crate) type Log = Option<ScopeId>;

fn log_bytes(log: &Log) -> &[u8] {
    log.as_ref().map_or(&[], |scope| &scope.0)
}

/// Puts a box; tells whether it was not there.
pub(crate) fn insert(db: &Connection, space: SpaceId, hash: BoxHash, bytes: &[u8]) -> Result<bool> {
    let query = "INSERT OR IGNORE INTO box (space, hash, bytes) VALUES (?1, ?2, ?3)";
    Ok(sql::run(db, query, params![space.0, hash.0, bytes])? == 1)
}

pub(crate) fn has(db: &Connection, space: SpaceId, hash: BoxHash) -> Result<bool> {
    let query = "SELECT 1 FROM box WHERE space = ?1 AND hash = ?2";
    Ok(sql::one(db, query, params![space.0, hash.0], |_| Ok(()))?.is_some())
}

pub(crate) fn get(db: &Connection, space: SpaceId, hash: BoxHash) -> Result<Option<Vec<u8>>> {
    sql::one(db, "SELECT bytes FROM box WHERE space = ?1 AND hash = ?2", params![space.0, hash.0], |row| row.get(0))
}

/// The logs that name a box.
pub(crate) fn logs(db: &Connection, space: SpaceId, hash: BoxHash) -> Result<Vec<Log>> {
    let query = "SELECT DISTINCT log FROM box_use WHERE space = ?1 AND hash = ?2";
    sql::all(db, query, params![space.0, hash.0], |row| {
        let log: Vec<u8> = row.get(0)?;
        Ok(log.try_into().ok().map(ScopeId))
    })
}

/// A log names a box.
pub(crate) fn name(db: &Connection, space: SpaceId, (log, subject): (Log, [u8; 16]), hash: BoxHash) -> Result<()> {
    let query = "INSERT OR IGNORE INTO box_use (space, log, subject, hash) VALUES (?1, ?2, ?3, ?4)";
    sql::run(db, query, params![space.0, log_bytes(&log), subject, hash.0])?;
    Ok(())
}

/// A log no longer names what it named for this subject.
pub(crate) fn unname(db: &Connection, space: SpaceId, (log, subject): (Log, [u8; 16])) -> Result<()> {
    let query = "DELETE FROM box_use WHERE space = ?1 AND log = ?2 AND subject = ?3";
    sql::run(db, query, params![space.0, log_bytes(&log), subject])?;
    Ok(())
}

/// A log no longer names this box for this subject.
pub(crate) fn unname_one(
    db: &Connection,
    space: SpaceId,
    (log, subject): (Log, [u8; 16]),
    hash: BoxHash,
) -> Result<()> {
    let query = "DELETE FROM box_use WHERE space = ?1 AND log = ?2 AND subject = ?3 AND hash = ?4";
    sql::run(db, query, params![space.0, log_bytes(&log), subject, hash.0])?;
    Ok(())
}

/// A log no longer names anything.
pub(crate) fn unname_all(db: &Connection, space: SpaceId, log: Log) -> Result<()> {
    sql::run(db, "DELETE FROM box_use WHERE space = ?1 AND log = ?2", params![space.0, log_bytes(&log)])?;
    Ok(())
}

/// What a log names for a subject; for every subject if none is given.
pub(crate) fn named(db: &Connection, space: SpaceId, log: Log, subject: Option<[u8; 16]>) -> Result<Vec<BoxHash>> {
    let query = "SELECT DISTINCT hash FROM box_use WHERE space = ?1 AND log = ?2 AND (?3 IS NULL OR subject = ?3)";
    sql::all(db, query, params![space.0, log_bytes(&log), subject], |row| row.get(0).map(BoxHash))
}

/// Deletes a box if nothing names it any more, and tells how many bytes that were.
pub(crate) fn drop_unnamed(db: &Connection, space: SpaceId, hash: BoxHash) -> Result<u64> {
    let query = "DELETE FROM box WHERE space = ?1 AND hash = ?2 \
                 AND NOT EXISTS (SELECT 1 FROM box_use WHERE space = ?1 AND hash = ?2) RETURNING length(bytes)";
    Ok(sql::one(db, query, params![space.0, hash.0], |row| row.get(0))?.unwrap_or(0))
}

/// The boxes that nothing names.
pub(crate) fn unnamed(db: &Connection, space: SpaceId) -> Result<Vec<BoxHash>> {
    let query = "SELECT hash FROM box WHERE space = ?1 \
                 AND NOT EXISTS (SELECT 1 FROM box_use WHERE space = ?1 AND hash = box.hash)";
    sql::all(db, query, [space.0], |row| row.get(0).map(BoxHash))
}
