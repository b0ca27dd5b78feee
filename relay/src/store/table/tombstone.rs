//! `tombstone`: scopes that were erased.

use protocol::id::{RecordHash, ScopeId, SpaceId};

use crate::store::sql::{Db, Result, values};

pub(crate) fn insert(db: &dyn Db, space: SpaceId, scope: ScopeId, record: RecordHash) -> Result<()> {
    let query = "INSERT INTO tombstone (space, scope, record) VALUES (?1, ?2, ?3)";
    db.put(query, values![space.0, scope.0, record.0])
}
