//! `device`: which installation this is, and who uses it.

use domain::{DeviceId, PersonId};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
};

/// This installation and its person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceRow {
    /// Which installation.
    pub id: DeviceId,
    /// Who uses it.
    pub person: PersonId,
}

impl Tx<'_> {
    /// Says which installation this is and who uses it.
    pub fn set_device(&self, device: DeviceRow) -> Result<(), Error> {
        sql::run(
            &self.db,
            "INSERT INTO device (only, id, person) VALUES (1, ?1, ?2)
             ON CONFLICT (only) DO UPDATE SET id = excluded.id, person = excluded.person",
            params![device.id.0, device.person.0],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// This installation; nothing before the first start is complete.
    pub fn device(&self) -> Result<Option<DeviceRow>, Error> {
        let query = "SELECT id, person FROM device";
        Ok(sql::one(self.db, query, [], |row| {
            Ok(DeviceRow { id: DeviceId(row.get(0)?), person: PersonId(row.get(1)?) })
        })?)
    }
}
