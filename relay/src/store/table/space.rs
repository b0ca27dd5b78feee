//! `space`: one row a space.

use protocol::id::{LogId, SpaceId};

use crate::{
    door::tokens::DoorKey,
    store::sql::{self, Db, Result, Row, values},
};

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SpaceRow {
    pub(crate) space: SpaceId,
    pub(crate) log: LogId,
    pub(crate) restored: bool,
    /// None in a backup.
    pub(crate) door: Option<DoorKey>,
    pub(crate) head: u64,
    pub(crate) bytes: u64,
}

/// Puts a row; tells whether it was not there.
pub(crate) fn insert(db: &dyn Db, row: &SpaceRow) -> Result<bool> {
    let query = "INSERT INTO space (space, log, restored, head, bytes, door) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT DO NOTHING";
    let door: &[u8] = row.door.as_ref().map_or(&[], |door| &door.0);
    Ok(db.run(query, values![row.space.0, row.log.0, row.restored, row.head, row.bytes, door])? == 1)
}

pub(crate) fn update(db: &dyn Db, space: SpaceId, head: u64, bytes: u64) -> Result<()> {
    db.put("UPDATE space SET head = ?2, bytes = ?3 WHERE space = ?1", values![space.0, head, bytes])
}

/// The store came from a backup: another log begins, with another key at its door.
pub(crate) fn restored(db: &dyn Db, space: SpaceId, log: LogId, door: DoorKey) -> Result<()> {
    let query = "UPDATE space SET log = ?2, restored = 1, door = ?3 WHERE space = ?1";
    db.put(query, values![space.0, log.0, door.0])
}

/// The store becomes a backup, with which nobody can make a token.
pub(crate) fn forget_door(db: &dyn Db, space: SpaceId) -> Result<()> {
    let nothing: &[u8] = &[];
    db.put("UPDATE space SET door = ?2 WHERE space = ?1", values![space.0, nothing])
}

pub(crate) fn get(db: &dyn Db, space: SpaceId) -> Result<Option<SpaceRow>> {
    let query = "SELECT space, log, restored, head, bytes, door FROM space WHERE space = ?1";
    sql::one(db, query, values![space.0], read)
}

/// The same, and until the end of the transaction no other process changes anything of this space. Within a file of one's own there
/// is no other process.
pub(crate) fn lock(db: &dyn Db, space: SpaceId) -> Result<Option<SpaceRow>> {
    if !db.is_shared() {
        return get(db, space);
    }
    let query = "SELECT space, log, restored, head, bytes, door FROM space WHERE space = ?1 FOR UPDATE";
    sql::one(db, query, values![space.0], read)
}

/// Every space there is, at the start.
pub(crate) fn all(db: &dyn Db) -> Result<Vec<SpaceRow>> {
    sql::all(db, "SELECT space, log, restored, head, bytes, door FROM space ORDER BY space", &[], read)
}

fn read(row: &dyn Row) -> Result<SpaceRow> {
    Ok(SpaceRow {
        space: SpaceId(row.array(0)?),
        log: LogId(row.array(1)?),
        restored: row.number(2)? == 1,
        head: row.number(3)?,
        bytes: row.number(4)?,
        door: row.bytes(5)?.try_into().ok().map(DoorKey),
    })
}
