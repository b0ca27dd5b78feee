//! `scope`: the scopes of a space and where their chains stand.

use protocol::id::{ChainHash, ScopeId, SpaceId};
use rusqlite::{Connection, Result, params};

use crate::store::sql;

pub(crate) fn insert(db: &Connection, space: SpaceId, scope: ScopeId) -> Result<()> {
    let query = "INSERT INTO scope (space, scope, chain) VALUES (?1, ?2, ?3)";
    sql::run(db, query, params![space.0, scope.0, ChainHash::START.0])?;
    Ok(())
}

pub(crate) fn set_chain(db: &Connection, space: SpaceId, scope: ScopeId, chain: ChainHash) -> Result<()> {
    let query = "UPDATE scope SET chain = ?3 WHERE space = ?1 AND scope = ?2";
    sql::run(db, query, params![space.0, scope.0, chain.0])?;
    Ok(())
}

/// Every scope of a space.
pub(crate) fn all(db: &Connection, space: SpaceId) -> Result<Vec<(ScopeId, ChainHash)>> {
    sql::all(db, "SELECT scope, chain FROM scope WHERE space = ?1 ORDER BY scope", [space.0], |row| {
        Ok((ScopeId(row.get(0)?), ChainHash(row.get(1)?)))
    })
}
