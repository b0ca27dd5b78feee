//! `writer`: every number that any device used in a scope, and the entry that stands at it.

use domain::DeviceId;
use rusqlite::params;

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::{Reader, Tx},
    table::space,
};

/// What stands at one number of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WriterRow {
    /// In which scope.
    pub scope: ScopeRef,
    /// Whose number.
    pub device: DeviceId,
    /// The number, from 1.
    pub counter: u64,
    /// The entry.
    pub entry: EntryRef,
}

impl Tx<'_> {
    /// Remembers a number. The same again does no harm; [`Error::Taken`] where another entry stands at it.
    pub fn put_writer(&self, space: SpaceRef, row: WriterRow) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        let values = params![space.0, row.scope.0, row.device.0, row.counter, row.entry.0];
        let added = sql::run(
            &self.db,
            "INSERT INTO writer (space, scope, device, counter, entry) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (space, scope, device, counter) DO NOTHING",
            values,
        )?;
        if added > 0 {
            return Ok(());
        }
        let query =
            "SELECT 1 FROM writer WHERE space = ?1 AND scope = ?2 AND device = ?3 AND counter = ?4 AND entry = ?5";
        sql::one(&self.db, query, values, |_| Ok(()))?.ok_or(Error::Taken)
    }
}

impl Reader<'_> {
    /// Every number that is known in a space, by scope, device and number.
    pub fn writers(&self, space: SpaceRef) -> Result<Vec<WriterRow>, Error> {
        let query = "SELECT scope, device, counter, entry FROM writer WHERE space = ?1 ORDER BY scope, device, counter";
        Ok(sql::all(self.db, query, [space.0], |row| {
            Ok(WriterRow {
                scope: ScopeRef(row.get(0)?),
                device: DeviceId(row.get(1)?),
                counter: row.get(2)?,
                entry: EntryRef(row.get(3)?),
            })
        })?)
    }
}
