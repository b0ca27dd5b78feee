//! `scope_key`: the key of each scope. Without it the bytes of the scope's documents say nothing.

use domain::ResidentId;
use rusqlite::{Connection, params};

use crate::{
    error::Error,
    key_file::Random,
    sealed::{ScopeKey, Seal},
    sql,
    table::document::DocumentRow,
};

fn find(db: &Connection, scope: ResidentId) -> rusqlite::Result<Option<ScopeKey>> {
    sql::one(db, "SELECT key FROM scope_key WHERE scope = ?1", [scope.0], |row| row.get(0).map(ScopeKey::from_bytes))
}

/// Makes the key of a scope, where it has none yet.
pub(crate) fn make(db: &Connection, scope: ResidentId, random: Random<'_>) -> rusqlite::Result<()> {
    if find(db, scope)?.is_none() {
        let key = ScopeKey::random(random);
        sql::run(db, "INSERT INTO scope_key (scope, key) VALUES (?1, ?2)", params![scope.0, key.bytes()])?;
    }
    Ok(())
}

/// Deletes the key of a scope. `secure_delete` overwrites it with zeros, here and in the index.
pub(crate) fn delete(db: &Connection, scope: ResidentId) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM scope_key WHERE scope = ?1", [scope.0])?;
    Ok(())
}

/// How the bytes of a document are sealed. [`Error::Damaged`] where the key of its scope is not there any more.
pub(crate) fn seal(db: &Connection, document: &DocumentRow) -> Result<Seal, Error> {
    match document.scope {
        None => Ok(Seal::Plain),
        Some(scope) => find(db, scope)?.ok_or(Error::Damaged)?.seal(document.id),
    }
}
