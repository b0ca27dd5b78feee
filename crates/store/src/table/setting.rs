//! `setting`: choices of this device, by name, as JSON.

use rusqlite::{Connection, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    value::{from_json, to_json},
};

pub(crate) fn put<T: Serialize>(db: &Connection, name: &str, value: &T) -> rusqlite::Result<()> {
    sql::run(
        db,
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, to_json(value)?],
    )?;
    Ok(())
}

impl Tx<'_> {
    /// Keeps a setting.
    pub fn set_setting<T: Serialize>(&self, name: &str, value: &T) -> Result<(), Error> {
        Ok(put(&self.db, name, value)?)
    }

    /// Forgets a setting.
    pub fn remove_setting(&self, name: &str) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM setting WHERE name = ?1", [name])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// A setting; nothing if it was never chosen, [`Error::Unreadable`] if it is not a `T`.
    pub fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Error> {
        Ok(sql::one(self.db, "SELECT value FROM setting WHERE name = ?1", [name], |row| from_json(row, 0))?)
    }
}
