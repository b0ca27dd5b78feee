//! `tombstone`: scopes that were erased.

use protocol::id::{RecordHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

pub(crate) fn insert(db: &Connection, space: SpaceId, scope: ScopeId, record: RecordHash) -> Result<()> {
    let query = "INSERT INTO tombstone (space, scope, record) VALUES (?1, ?2, ?3)";
    sql::run(db, query, params![space.0, scope.0, record.0])?;
    Ok(())
}
