//! `vouched`: changes that their author's device did not send itself, with who vouches for them.

use domain::{DeviceId, DocumentId, Moment};
use rusqlite::{Row, params};

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    table::change::ChangeHash,
    value::{moment, named},
};

/// How a change came that its author's device did not send itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// In a file that was read in here.
    File,
    /// Handed in by its author's device with a farewell, and opened here.
    HandedIn,
    /// In an entry of a device that vouches for it.
    Entry,
}

impl Way {
    const ALL: [Self; 3] = [Self::File, Self::HandedIn, Self::Entry];

    const fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::HandedIn => "handed-in",
            Self::Entry => "entry",
        }
    }
}

/// A change that its author's device did not send itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VouchedRow {
    /// In which document.
    pub document: DocumentId,
    /// Which change.
    pub hash: ChangeHash,
    /// The device that it names as its author.
    pub author: DeviceId,
    /// How it came.
    pub way: Way,
    /// The device that vouches for it; nothing for this one.
    pub brought_by: Option<DeviceId>,
    /// When it was kept here.
    pub at: Moment,
}

fn read(row: &Row<'_>) -> rusqlite::Result<VouchedRow> {
    Ok(VouchedRow {
        document: DocumentId(row.get(0)?),
        hash: ChangeHash(row.get(1)?),
        author: DeviceId(row.get(2)?),
        way: named(row, 3, |name| Way::ALL.into_iter().find(|way| way.name() == name))?,
        brought_by: row.get::<_, Option<_>>(4)?.map(DeviceId),
        at: moment(row, 5)?,
    })
}

impl Tx<'_> {
    /// Remembers who vouches for a change of a document that is here. Whoever was first stays.
    pub fn vouch(&self, row: &VouchedRow) -> Result<(), Error> {
        sql::run(
            &self.db,
            "INSERT INTO vouched (document, hash, author, way, brought_by, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (document, hash) DO NOTHING",
            params![
                row.document.0,
                row.hash.0,
                row.author.0,
                row.way.name(),
                row.brought_by.map(|device| device.0),
                row.at.0
            ],
        )?;
        Ok(())
    }

    /// A change came from its author after all: nobody has to vouch for it. No error where nobody did.
    pub fn came_from_author(&self, document: DocumentId, hash: ChangeHash) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM vouched WHERE document = ?1 AND hash = ?2", params![document.0, hash.0])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The changes of a document for which somebody else than their author vouches.
    pub fn vouched(&self, document: DocumentId) -> Result<Vec<VouchedRow>, Error> {
        let query = "SELECT document, hash, author, way, brought_by, at FROM vouched WHERE document = ?1";
        Ok(sql::all(self.db, query, [document.0], read)?)
    }
}
