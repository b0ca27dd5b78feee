//! The entries that are kept, this device's own and others', without their bytes.

use domain::{DeviceId, DocumentId};

use crate::{
    error::Error,
    refs::{EntryRef, ScopeRef, SpaceRef},
    sql,
    store::Reader,
};

/// An entry that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryRow {
    /// Which.
    pub hash: EntryRef,
    /// Of which scope.
    pub scope: ScopeRef,
    /// Of which document.
    pub document: DocumentId,
    /// Whose device made it; nothing where that is this one.
    pub device: Option<DeviceId>,
    /// The device's number for it in the scope, from 1.
    pub counter: u64,
    /// It was sent back; another may stand at its number.
    pub abandoned: bool,
}

impl Reader<'_> {
    /// Every entry of a space of which the bytes are kept: what this device has sealed, and what came of others for some weeks.
    pub fn entries(&self, space: SpaceRef) -> Result<Vec<EntryRow>, Error> {
        let query =
            "SELECT hash, scope, document, NULL, counter, abandoned FROM sealed WHERE space = ?1 AND bytes <> x''
                     UNION ALL SELECT hash, scope, document, device, counter, 0 FROM fetched WHERE space = ?1";
        Ok(sql::all(self.db, query, [space.0], |row| {
            Ok(EntryRow {
                hash: EntryRef(row.get(0)?),
                scope: ScopeRef(row.get(1)?),
                document: DocumentId(row.get(2)?),
                device: row.get::<_, Option<[u8; 16]>>(3)?.map(DeviceId),
                counter: row.get(4)?,
                abandoned: row.get(5)?,
            })
        })?)
    }
}
