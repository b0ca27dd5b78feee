//! `wish`: what a person wants of a space and no log has taken yet.

use rusqlite::params;

use crate::{
    error::Error,
    refs::SpaceRef,
    sql,
    store::{Reader, Tx},
    table::space,
};

impl Tx<'_> {
    /// Keeps a wish and gives its number, which is never given again in this space.
    pub fn add_wish(&self, space: SpaceRef, bytes: &[u8]) -> Result<u64, Error> {
        let n = space::next_wish(&self.db, space)?;
        sql::run(&self.db, "INSERT INTO wish (space, n, bytes) VALUES (?1, ?2, ?3)", params![space.0, n, bytes])?;
        Ok(n)
    }

    /// Drops a wish: it was fulfilled, or is not wanted any more. One that is not there is no error.
    pub fn drop_wish(&self, space: SpaceRef, n: u64) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM wish WHERE space = ?1 AND n = ?2", params![space.0, n])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The wishes of a space with their numbers, the oldest first.
    pub fn wishes(&self, space: SpaceRef) -> Result<Vec<(u64, Vec<u8>)>, Error> {
        let query = "SELECT n, bytes FROM wish WHERE space = ?1 ORDER BY n";
        Ok(sql::all(self.db, query, [space.0], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }
}
