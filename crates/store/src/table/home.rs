//! `home`: the one space in which a resident's scope, or a directory, lives. What has no home is only on this device.

use domain::{DocumentId, ResidentId};
use rusqlite::params;

use crate::{
    error::Error,
    refs::SpaceRef,
    sql,
    store::{Reader, Tx},
    table::space,
};

/// What has a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Homed {
    /// Everything of a resident.
    Scope(ResidentId),
    /// A team's directory.
    Directory(DocumentId),
}

impl Homed {
    /// What a document of this scope belongs to.
    #[must_use]
    pub fn of(scope: Option<ResidentId>, document: DocumentId) -> Self {
        scope.map_or(Self::Directory(document), Self::Scope)
    }

    const fn id(self) -> [u8; 16] {
        match self {
            Self::Scope(resident) => resident.0,
            Self::Directory(document) => document.0,
        }
    }
}

impl Tx<'_> {
    /// Gives it a home. Where it has one, it stays there: nothing moves from one space to another. [`Error::NoSpace`] where the
    /// space is not known.
    pub fn settle(&self, what: Homed, space: SpaceRef) -> Result<(), Error> {
        space::must_be_known(&self.db, space)?;
        let sql = "INSERT INTO home (id, space) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
        sql::run(&self.db, sql, params![what.id(), space.0])?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Where it lives; nothing for what is only on this device.
    pub fn home(&self, what: Homed) -> Result<Option<SpaceRef>, Error> {
        Ok(sql::one(self.db, "SELECT space FROM home WHERE id = ?1", [what.id()], |row| row.get(0).map(SpaceRef))?)
    }

    /// The directories on this device, each with the space whose it is.
    pub fn directories(&self) -> Result<Vec<(DocumentId, Option<SpaceRef>)>, Error> {
        let query = "SELECT document.id, home.space FROM document LEFT JOIN home ON home.id = document.id
                     WHERE kind = 'directory' ORDER BY document.id";
        let read = |row: &rusqlite::Row<'_>| Ok((DocumentId(row.get(0)?), row.get::<_, Option<_>>(1)?.map(SpaceRef)));
        Ok(sql::all(self.db, query, [], read)?)
    }

    /// A condition on the resident in `column`: shown, and with a dossier here. A plan or a conversation that was shared by itself
    /// stands in no list.
    pub(crate) fn listed(&self, column: &str) -> String {
        format!("{} AND EXISTS (SELECT 1 FROM resident AS whose WHERE whose.id = {column})", self.shown(column))
    }

    /// A condition on the resident in `column`: nothing where every team shows, else that they live in no other team of this device.
    pub(crate) fn shown(&self, column: &str) -> String {
        self.space.map_or_else(
            || "true".to_owned(),
            |space| {
                let space = data_encoding::HEXLOWER.encode(&space.0);
                format!(
                    "NOT EXISTS (SELECT 1 FROM home JOIN space ON space.id = home.space
                                 WHERE home.id = {column} AND home.space <> x'{space}' AND space.left IS NULL)"
                )
            },
        )
    }
}
