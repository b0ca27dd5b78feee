//! `chain`: where the entries of each scope stand, as one hash over all of them.

use rusqlite::params;

use crate::{
    error::Error,
    refs::{ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::space,
};

impl Tx<'_> {
    /// Says where the chain of a scope stands now, and the last cursor that is in it.
    pub fn set_chain(&self, space: SpaceRef, scope: ScopeRef, chain: [u8; 32], through: u64) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        sql::run(
            &self.db,
            "INSERT INTO chain (space, scope, chain, through) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (space, scope) DO UPDATE SET chain = excluded.chain, through = excluded.through",
            params![space.0, scope.0, chain, through],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Where the chain of each scope stands, by ascending scope, with the last cursor that is in it.
    pub fn chains(&self, space: SpaceRef) -> Result<Vec<(ScopeRef, [u8; 32], u64)>, Error> {
        let query = "SELECT scope, chain, through FROM chain WHERE space = ?1 ORDER BY scope";
        Ok(sql::all(self.db, query, [space.0], |row| Ok((ScopeRef(row.get(0)?), row.get(1)?, row.get(2)?)))?)
    }
}
