//! `verdict`: what acks have made of a snapshot.

use protocol::id::{EntryHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, values};

/// Whether a snapshot stands; nothing where no ack has decided yet.
pub(crate) fn get(db: &dyn Db, space: SpaceId, snapshot: EntryHash) -> Result<Option<bool>> {
    let query = "SELECT stands FROM verdict WHERE space = ?1 AND snapshot = ?2";
    sql::one(db, query, values![space.0, snapshot.0], |row| Ok(row.number(0)? == 1))
}

/// Puts a verdict in the place of the one before.
pub(crate) fn put(db: &dyn Db, space: SpaceId, scope: ScopeId, snapshot: EntryHash, stands: bool) -> Result<()> {
    let query = "INSERT INTO verdict (space, scope, snapshot, stands) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (space, snapshot) DO UPDATE SET stands = excluded.stands";
    db.put(query, values![space.0, scope.0, snapshot.0, stands])
}

/// Forgets the verdicts of a scope that was erased.
pub(crate) fn erase(db: &dyn Db, space: SpaceId, scope: ScopeId) -> Result<()> {
    db.put("DELETE FROM verdict WHERE space = ?1 AND scope = ?2", values![space.0, scope.0])
}
