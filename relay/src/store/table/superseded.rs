//! `entry`, as far as a snapshot has superseded it.

use protocol::id::{DeviceId, DocumentId, EntryHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, values};

/// What an entry has to be to be superseded.
pub(crate) struct Covered {
    pub(crate) space: SpaceId,
    pub(crate) document: DocumentId,
    /// The cursor of the snapshot's first part: what came later is in no snapshot.
    pub(crate) before: u64,
    /// The snapshot's first part.
    pub(crate) snapshot: EntryHash,
    /// The day, counted from 1970.
    pub(crate) day: u64,
}

/// Says of an entry, which stands at this number of this device, that it is superseded, unless it is already or is of another document.
pub(crate) fn supersede(db: &dyn Db, by: &Covered, device: DeviceId, (counter, entry): (u64, EntryHash)) -> Result<()> {
    let query = "UPDATE entry SET superseded = ?5, snapshot = ?6, device = ?7, counter = ?8 \
                 WHERE space = ?1 AND hash = ?2 AND document = ?3 AND cursor < ?4 AND superseded = 0";
    let Covered { space, document, before, snapshot, day } = by;
    db.put(query, values![space.0, entry.0, document.0, *before, *day, snapshot.0, device.0, counter])
}

/// What a snapshot has superseded stands again, as far as it is there.
pub(crate) fn stand_again(db: &dyn Db, space: SpaceId, snapshot: EntryHash) -> Result<()> {
    let query = "UPDATE entry SET superseded = 0, snapshot = ?3, device = ?3, counter = 0 \
                 WHERE space = ?1 AND snapshot = ?2 AND superseded > 0 AND length(bytes) > 0";
    let nothing: &[u8] = &[];
    db.put(query, values![space.0, snapshot.0, nothing])
}

/// Deletes the bytes of what was superseded up to a day, and tells how many those were.
pub(crate) fn delete_of_days(db: &dyn Db, space: SpaceId, through: u64) -> Result<u64> {
    let query = "SELECT coalesce(sum(length(bytes)), 0) FROM entry \
                 WHERE space = ?1 AND superseded > 0 AND superseded <= ?2";
    let bytes = sql::one(db, query, values![space.0, through], |row| row.number(0))?.unwrap_or(0);
    if bytes > 0 {
        let query = "UPDATE entry SET bytes = ?3 \
                     WHERE space = ?1 AND superseded > 0 AND superseded <= ?2 AND length(bytes) > 0";
        let nothing: &[u8] = &[];
        db.put(query, values![space.0, through, nothing])?;
    }
    Ok(bytes)
}

/// Deletes the bytes of what a snapshot has superseded and what came before a cursor, and tells how many those were.
pub(crate) fn delete_before(
    db: &dyn Db,
    (space, scope): (SpaceId, ScopeId),
    of: DocumentId,
    before: u64,
) -> Result<u64> {
    let query = "SELECT coalesce(sum(length(bytes)), 0) FROM entry \
                 WHERE space = ?1 AND scope = ?2 AND document = ?3 AND cursor < ?4 AND superseded > 0";
    let bytes = sql::one(db, query, values![space.0, scope.0, of.0, before], |row| row.number(0))?.unwrap_or(0);
    if bytes > 0 {
        let query = "UPDATE entry SET bytes = ?5 WHERE space = ?1 AND scope = ?2 AND document = ?3 AND cursor < ?4 \
                     AND superseded > 0 AND length(bytes) > 0";
        let nothing: &[u8] = &[];
        db.put(query, values![space.0, scope.0, of.0, before, nothing])?;
    }
    Ok(bytes)
}
