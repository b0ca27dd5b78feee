//! `document`: which documents there are, of what kind, and whose.

use domain::{DocumentId, ResidentId};
use rusqlite::{Connection, Result, Row, params};

use crate::{
    error::Error,
    key_file::Random,
    sql,
    store::{Reader, Tx},
    table::{scope_key, tombstone},
    value::named,
};

/// What a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A resident's dossier.
    Dossier,
    /// A resident's plan.
    Plan,
    /// A conversation.
    Conversation,
    /// The space's directory.
    Directory,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Dossier, Self::Plan, Self::Conversation, Self::Directory];

    /// The stable name used in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Plan => "plan",
            Self::Conversation => "conversation",
            Self::Directory => "directory",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A document by what it is; its bytes are read with [`Reader::document_bytes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentRow {
    /// Which document.
    pub id: DocumentId,
    /// The resident whose scope it belongs to; nothing for the space's own documents.
    pub scope: Option<ResidentId>,
    /// What it holds.
    pub kind: DocumentKind,
    /// Whether it came with the sample neighbourhood.
    pub sample: bool,
}

pub(crate) fn read(row: &Row<'_>) -> Result<DocumentRow> {
    Ok(DocumentRow {
        id: DocumentId(row.get(0)?),
        scope: row.get::<_, Option<_>>(1)?.map(ResidentId),
        kind: named(row, 2, DocumentKind::named)?,
        sample: row.get(3)?,
    })
}

pub(crate) fn find(db: &Connection, id: DocumentId) -> Result<Option<DocumentRow>> {
    sql::one(db, "SELECT id, scope, kind, sample FROM document WHERE id = ?1", [id.0], read)
}

pub(crate) fn insert(db: &Connection, document: &DocumentRow) -> Result<()> {
    let values = params![document.id.0, document.scope.map(|scope| scope.0), document.kind.name(), document.sample];
    sql::run(db, "INSERT INTO document (id, scope, kind, sample) VALUES (?1, ?2, ?3, ?4)", values)?;
    Ok(())
}

impl Tx<'_> {
    /// Makes room for a document; its first change comes with [`Tx::append`]. An erased scope or conversation takes none.
    ///
    /// The first document of a scope makes the key of that scope, which is all that `random` is for.
    pub fn add_document(&self, document: &DocumentRow, random: Random<'_>) -> core::result::Result<(), Error> {
        if let Some(scope) = document.scope {
            tombstone::refuse(&self.db, scope.0)?;
        }
        tombstone::refuse(&self.db, document.id.0)?;
        if let Some(scope) = document.scope {
            scope_key::make(&self.db, scope, random)?;
        }
        Ok(insert(&self.db, document)?)
    }
}

impl Reader<'_> {
    /// The document with this id.
    pub fn document(&self, id: DocumentId) -> core::result::Result<Option<DocumentRow>, Error> {
        Ok(find(self.db, id)?)
    }

    /// The first document of a kind in a scope: a resident's dossier or plan, or the space's directory.
    pub fn document_of(
        &self,
        scope: Option<ResidentId>,
        kind: DocumentKind,
    ) -> core::result::Result<Option<DocumentRow>, Error> {
        let values = params![scope.map(|scope| scope.0), kind.name()];
        Ok(sql::one(
            self.db,
            "SELECT id, scope, kind, sample FROM document WHERE scope IS ?1 AND kind = ?2 ORDER BY id",
            values,
            read,
        )?)
    }

    /// Every document, in the order of their ids.
    pub fn documents(&self) -> core::result::Result<Vec<DocumentRow>, Error> {
        Ok(sql::all(self.db, "SELECT id, scope, kind, sample FROM document ORDER BY id", [], read)?)
    }

    /// Every document of a scope.
    pub fn documents_of(&self, scope: ResidentId) -> core::result::Result<Vec<DocumentRow>, Error> {
        Ok(sql::all(
            self.db,
            "SELECT id, scope, kind, sample FROM document WHERE scope = ?1 ORDER BY id",
            [scope.0],
            read,
        )?)
    }

    /// The residents that came with the sample neighbourhood.
    pub fn sample_residents(&self) -> core::result::Result<Vec<ResidentId>, Error> {
        let query = "SELECT DISTINCT scope FROM document WHERE sample = 1 AND scope IS NOT NULL ORDER BY scope";
        Ok(sql::all(self.db, query, [], |row| row.get(0).map(ResidentId))?)
    }
}
