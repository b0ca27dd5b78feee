//! `number`: which entry stands at which number of a device in a scope.

use protocol::id::{DeviceId, EntryHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, Row, params};

use crate::store::sql;

/// Whose numbers.
pub(crate) type Writer = (SpaceId, ScopeId, DeviceId);

/// Puts an entry at a number; what stands there already stays.
pub(crate) fn insert(db: &Connection, (space, scope, device): Writer, counter: u64, entry: EntryHash) -> Result<()> {
    let query = "INSERT OR IGNORE INTO number (space, scope, device, counter, entry) VALUES (?1, ?2, ?3, ?4, ?5)";
    sql::run(db, query, params![space.0, scope.0, device.0, counter, entry.0])?;
    Ok(())
}

/// What stands from number `first` up to `last`, both counted in.
pub(crate) fn between(
    db: &Connection,
    (space, scope, device): Writer,
    first: u64,
    last: u64,
) -> Result<Vec<(u64, EntryHash)>> {
    let query = "SELECT counter, entry FROM number WHERE space = ?1 AND scope = ?2 AND device = ?3 \
                 AND counter BETWEEN ?4 AND ?5 ORDER BY counter";
    // No stored number is larger than what SQLite holds.
    let [first, last] = [first, last].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
    sql::all(db, query, params![space.0, scope.0, device.0, first, last], read)
}

/// The last number and what stands there.
pub(crate) fn last(db: &Connection, (space, scope, device): Writer) -> Result<Option<(u64, EntryHash)>> {
    let query = "SELECT counter, entry FROM number WHERE space = ?1 AND scope = ?2 AND device = ?3 \
                 ORDER BY counter DESC LIMIT 1";
    sql::one(db, query, params![space.0, scope.0, device.0], read)
}

/// Forgets the numbers of a scope that was erased.
pub(crate) fn erase(db: &Connection, space: SpaceId, scope: ScopeId) -> Result<()> {
    sql::run(db, "DELETE FROM number WHERE space = ?1 AND scope = ?2", params![space.0, scope.0])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(u64, EntryHash)> {
    Ok((row.get(0)?, EntryHash(row.get(1)?)))
}
