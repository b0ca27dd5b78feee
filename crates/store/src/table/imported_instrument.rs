//! `imported_instrument`: definition files that an organisation brought in, as they were.

use std::collections::BTreeMap;

use domain::{Moment, instrument::InstrumentKey};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    value::{moment, parsed},
};

/// An imported definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedInstrument {
    /// Which instrument and version.
    pub key: InstrumentKey,
    /// The file's text, as it was read.
    pub file: String,
    /// When it came in.
    pub imported_at: Moment,
}

impl Tx<'_> {
    /// Keeps a definition. One of the same instrument and version is replaced; to refuse that is up to the caller.
    pub fn put_instrument(&self, instrument: &ImportedInstrument) -> Result<(), Error> {
        let key = &instrument.key;
        sql::run(
            &self.db,
            "INSERT INTO imported_instrument (id, version, imported_at, file) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id, version) DO UPDATE SET imported_at = excluded.imported_at, file = excluded.file",
            params![key.id.as_str(), key.version.get(), instrument.imported_at.0, instrument.file],
        )?;
        Ok(())
    }

    /// Takes a definition away; nothing where there is none.
    pub fn remove_instrument(&self, key: &InstrumentKey) -> Result<(), Error> {
        let values = params![key.id.as_str(), key.version.get()];
        sql::run(&self.db, "DELETE FROM imported_instrument WHERE id = ?1 AND version = ?2", values)?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Which instruments conversations here are filled in with, and how many.
    pub fn instruments_in_use(&self) -> Result<BTreeMap<InstrumentKey, u32>, Error> {
        let query = "SELECT instrument, count(*) FROM conversation GROUP BY instrument";
        Ok(sql::all(self.db, query, [], |row| Ok((parsed(row, 0)?, row.get(1)?)))?)
    }

    /// Every imported definition, by id and version.
    pub fn instruments(&self) -> Result<Vec<ImportedInstrument>, Error> {
        let query = "SELECT id || '@' || version, imported_at, file FROM imported_instrument ORDER BY id, version";
        Ok(sql::all(self.db, query, [], |row| {
            Ok(ImportedInstrument { key: parsed(row, 0)?, imported_at: moment(row, 1)?, file: row.get(2)? })
        })?)
    }
}
