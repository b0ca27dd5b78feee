//! `space`: one row a space.

use protocol::id::{LogId, SpaceId};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

/// A row.
pub(crate) struct SpaceRow {
    pub(crate) space: SpaceId,
    pub(crate) log: LogId,
    pub(crate) restored: bool,
    pub(crate) head: u64,
    pub(crate) bytes: u64,
}

pub(crate) fn insert(db: &Connection, row: &SpaceRow) -> Result<()> {
    let query = "INSERT INTO space (space, log, restored, head, bytes) VALUES (?1, ?2, ?3, ?4, ?5)";
    sql::run(db, query, params![row.space.0, row.log.0, row.restored, row.head, row.bytes])?;
    Ok(())
}

pub(crate) fn update(db: &Connection, space: SpaceId, head: u64, bytes: u64) -> Result<()> {
    sql::run(db, "UPDATE space SET head = ?2, bytes = ?3 WHERE space = ?1", params![space.0, head, bytes])?;
    Ok(())
}

/// The file came from a backup: another log begins.
pub(crate) fn restored(db: &Connection, space: SpaceId, log: LogId) -> Result<()> {
    sql::run(db, "UPDATE space SET log = ?2, restored = 1 WHERE space = ?1", params![space.0, log.0])?;
    Ok(())
}

/// Every space there is, at the start.
pub(crate) fn all(db: &Connection) -> Result<Vec<SpaceRow>> {
    sql::all(db, "SELECT space, log, restored, head, bytes FROM space ORDER BY space", [], |row| {
        Ok(SpaceRow {
            space: SpaceId(row.get(0)?),
            log: LogId(row.get(1)?),
            restored: row.get(2)?,
            head: row.get(3)?,
            bytes: row.get(4)?,
        })
    })
}
