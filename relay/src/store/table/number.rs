//! `number`: which entry stands at which number of a device in a scope.

use protocol::id::{DeviceId, EntryHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, Row, values};

/// Whose numbers.
pub(crate) type Writer = (SpaceId, ScopeId, DeviceId);

/// Puts an entry at a number; what stands there already stays.
pub(crate) fn insert(db: &dyn Db, (space, scope, device): Writer, counter: u64, entry: EntryHash) -> Result<()> {
    let query =
        "INSERT INTO number (space, scope, device, counter, entry) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
    db.put(query, values![space.0, scope.0, device.0, counter, entry.0])
}

/// What stands from number `first` up to `last`, both counted in.
pub(crate) fn between(
    db: &dyn Db,
    (space, scope, device): Writer,
    first: u64,
    last: u64,
) -> Result<Vec<(u64, EntryHash)>> {
    let query = "SELECT counter, entry FROM number WHERE space = ?1 AND scope = ?2 AND device = ?3 \
                 AND counter BETWEEN ?4 AND ?5 ORDER BY counter";
    // No stored number is larger than what a database holds.
    let [first, last] = [first, last].map(|number| number.min(i64::MAX.unsigned_abs()));
    sql::all(db, query, values![space.0, scope.0, device.0, first, last], read)
}

/// The last number and what stands there.
pub(crate) fn last(db: &dyn Db, (space, scope, device): Writer) -> Result<Option<(u64, EntryHash)>> {
    let query = "SELECT counter, entry FROM number WHERE space = ?1 AND scope = ?2 AND device = ?3 \
                 ORDER BY counter DESC LIMIT 1";
    sql::one(db, query, values![space.0, scope.0, device.0], read)
}

/// Forgets the numbers of a scope that was erased.
pub(crate) fn erase(db: &dyn Db, space: SpaceId, scope: ScopeId) -> Result<()> {
    db.put("DELETE FROM number WHERE space = ?1 AND scope = ?2", values![space.0, scope.0])
}

fn read(row: &dyn Row) -> Result<(u64, EntryHash)> {
    Ok((row.number(0)?, EntryHash(row.array(1)?)))
}
