//! `held_key`: the keys of a space that this device holds. What was sealed under one that is dropped opens here no more.

use rusqlite::{Connection, params};
use zeroize::Zeroizing;

use crate::{
    error::Error,
    refs::{KeyRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::{space, tombstone},
};

/// A key's id, the scope that it is of (nothing where it is not of one scope), and the key.
pub type HeldKey = (KeyRef, Option<ScopeRef>, Zeroizing<Vec<u8>>);

/// Deletes the keys of a scope, in every space. `secure_delete` overwrites them with zeros, here and in the index.
pub(crate) fn delete_scope(db: &Connection, scope: ScopeRef) -> rusqlite::Result<()> {
    sql::run(db, "DELETE FROM held_key WHERE scope = ?1", [scope.0])?;
    Ok(())
}

impl Tx<'_> {
    /// Keeps a key. The same one again does no harm; [`Error::Taken`] where another has its id, [`Error::Erased`] where its
    /// scope was erased.
    pub fn put_key(&self, space: SpaceRef, id: KeyRef, scope: Option<ScopeRef>, bytes: &[u8]) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        if let Some(scope) = scope {
            tombstone::refuse(&self.db, scope.0)?;
        }
        let scope = scope.map(|scope| scope.0);
        let added = sql::run(
            &self.db,
            "INSERT INTO held_key (space, id, scope, bytes) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (space, id) DO NOTHING",
            params![space.0, id.0, scope, bytes],
        )?;
        if added > 0 {
            return Ok(());
        }
        let query = "SELECT 1 FROM held_key WHERE space = ?1 AND id = ?2 AND scope IS ?3 AND bytes = ?4";
        sql::one(&self.db, query, params![space.0, id.0, scope, bytes], |_| Ok(()))?.ok_or(Error::Taken)
    }

    /// Drops a key: it is overwritten. One that is not there is no error.
    pub fn drop_key(&self, space: SpaceRef, id: KeyRef) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM held_key WHERE space = ?1 AND id = ?2", params![space.0, id.0])?;
        self.erased.set(true);
        Ok(())
    }

    /// Drops every key of a scope.
    pub fn drop_scope_keys(&self, space: SpaceRef, scope: ScopeRef) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM held_key WHERE space = ?1 AND scope = ?2", params![space.0, scope.0])?;
        self.erased.set(true);
        Ok(())
    }
}

impl Reader<'_> {
    /// Every key that this device holds in a space, in the order of their ids.
    pub fn keys(&self, space: SpaceRef) -> Result<Vec<HeldKey>, Error> {
        let query = "SELECT id, scope, bytes FROM held_key WHERE space = ?1 ORDER BY id";
        Ok(sql::all(self.db, query, [space.0], |row| {
            let scope = row.get::<_, Option<_>>(1)?.map(ScopeRef);
            Ok((KeyRef(row.get(0)?), scope, Zeroizing::new(row.get(2)?)))
        })?)
    }
}
