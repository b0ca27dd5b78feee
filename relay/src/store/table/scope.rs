//! `scope`: the scopes of a space and where their chains stand.

use protocol::id::{ChainHash, ScopeId, SpaceId};

use crate::store::sql::{self, Db, Result, Row, values};

pub(crate) fn insert(db: &dyn Db, space: SpaceId, scope: ScopeId) -> Result<()> {
    let query = "INSERT INTO scope (space, scope, chain) VALUES (?1, ?2, ?3)";
    db.put(query, values![space.0, scope.0, ChainHash::START.0])
}

pub(crate) fn set_chain(db: &dyn Db, space: SpaceId, scope: ScopeId, chain: ChainHash) -> Result<()> {
    let query = "UPDATE scope SET chain = ?3 WHERE space = ?1 AND scope = ?2";
    db.put(query, values![space.0, scope.0, chain.0])
}

/// Every scope of a space.
pub(crate) fn all(db: &dyn Db, space: SpaceId) -> Result<Vec<(ScopeId, ChainHash)>> {
    sql::all(db, "SELECT scope, chain FROM scope WHERE space = ?1 ORDER BY scope", values![space.0], read)
}

/// The scopes in which anything came after a cursor.
pub(crate) fn after(db: &dyn Db, space: SpaceId, cursor: u64) -> Result<Vec<(ScopeId, ChainHash)>> {
    let query = "SELECT scope, chain FROM scope WHERE space = ?1 AND scope IN \
                 (SELECT scope FROM entry WHERE space = ?1 AND cursor > ?2 \
                 UNION SELECT scope FROM sharing_record WHERE space = ?1 AND cursor > ?2)";
    sql::all(db, query, values![space.0, cursor], read)
}

fn read(row: &dyn Row) -> Result<(ScopeId, ChainHash)> {
    Ok((ScopeId(row.array(0)?), ChainHash(row.array(1)?)))
}
