//! `seen_to`: boxes that were handed in with a farewell and that somebody has seen to.

use rusqlite::params;

use crate::{
    error::Error,
    refs::SpaceRef,
    sql,
    store::{Reader, Tx},
    table::space,
};

impl Tx<'_> {
    /// Remembers that somebody has seen to a box. Twice does no harm.
    pub fn see_to(&self, space: SpaceRef, handed: [u8; 32]) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        sql::run(
            &self.db,
            "INSERT INTO seen_to (space, box) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            params![space.0, handed],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The boxes that somebody has seen to.
    pub fn seen_to(&self, space: SpaceRef) -> Result<Vec<[u8; 32]>, Error> {
        Ok(sql::all(self.db, "SELECT box FROM seen_to WHERE space = ?1", [space.0], |row| row.get(0))?)
    }
}
