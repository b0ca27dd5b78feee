//! `flagged`: other devices that say that a snapshot of a document is wrong.

use domain::{DeviceId, DocumentId, Moment};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    value::moment,
};

impl Tx<'_> {
    /// Remembers that a device finds a snapshot of a document wrong, since it said so first. Of a document that is not here nothing is
    /// remembered.
    pub fn flag(&self, document: DocumentId, device: DeviceId, at: Moment) -> Result<(), Error> {
        sql::run(
            &self.db,
            "INSERT INTO flagged (document, device, at)
             SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM document WHERE id = ?1)
             ON CONFLICT (document, device) DO NOTHING",
            params![document.0, device.0, at.0],
        )?;
        Ok(())
    }

    /// A later snapshot is good, for this device where it is named, else for all of them. No error where nobody found one wrong.
    pub fn unflag(&self, document: DocumentId, device: Option<DeviceId>) -> Result<(), Error> {
        sql::run(
            &self.db,
            "DELETE FROM flagged WHERE document = ?1 AND device = coalesce(?2, device)",
            params![document.0, device.map(|device| device.0)],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The devices that find a snapshot of a document wrong, each since when.
    pub fn flagged(&self, document: DocumentId) -> Result<Vec<(DeviceId, Moment)>, Error> {
        let query = "SELECT device, at FROM flagged WHERE document = ?1";
        Ok(sql::all(self.db, query, [document.0], |row| Ok((DeviceId(row.get(0)?), moment(row, 1)?)))?)
    }
}
