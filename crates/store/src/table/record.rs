//! `record`: the signed records of a space, log by log: who is in it, and for each scope with whom it is shared.

use rusqlite::params;

use crate::{
    error::Error,
    refs::{ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::space,
};

/// How the log is named in its column: nothing for the membership log, the scope for a sharing log.
fn log(scope: Option<ScopeRef>) -> Vec<u8> {
    scope.map_or_else(Vec::new, |scope| scope.0.to_vec())
}

impl Tx<'_> {
    /// Keeps record `n` (from 0) of the membership log, or of the sharing log of a scope. The same one again does no harm;
    /// [`Error::Taken`] where another stands there.
    pub fn put_record(&self, space: SpaceRef, scope: Option<ScopeRef>, n: u64, bytes: &[u8]) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        let query = "SELECT bytes FROM record WHERE space = ?1 AND scope = ?2 AND n = ?3";
        let there: Option<Vec<u8>> = sql::one(&self.db, query, params![space.0, log(scope), n], |row| row.get(0))?;
        match there {
            Some(same) if same == bytes => Ok(()),
            Some(_) => Err(Error::Taken),
            None => {
                let values = params![space.0, log(scope), n, bytes];
                sql::run(&self.db, "INSERT INTO record (space, scope, n, bytes) VALUES (?1, ?2, ?3, ?4)", values)?;
                Ok(())
            }
        }
    }
}

impl Reader<'_> {
    /// The records of the membership log, or of a scope's sharing log, the first first.
    pub fn records(&self, space: SpaceRef, scope: Option<ScopeRef>) -> Result<Vec<Vec<u8>>, Error> {
        let query = "SELECT bytes FROM record WHERE space = ?1 AND scope = ?2 ORDER BY n";
        Ok(sql::all(self.db, query, params![space.0, log(scope)], |row| row.get(0))?)
    }

    /// The scopes with a sharing log.
    pub fn record_scopes(&self, space: SpaceRef) -> Result<Vec<ScopeRef>, Error> {
        let query = "SELECT DISTINCT scope FROM record WHERE space = ?1 AND scope <> x'' ORDER BY scope";
        Ok(sql::all(self.db, query, [space.0], |row| row.get(0).map(ScopeRef))?)
    }
}
