//! `tombstone`: that something was erased, and nothing about what it was.

use domain::{ConversationId, Moment, ResidentId};
use rusqlite::{Connection, params};

use crate::{error::Error, sql, store::Reader, value::moment};

pub(crate) fn insert(db: &Connection, id: [u8; 16], at: Moment) -> rusqlite::Result<()> {
    sql::run(db, "INSERT INTO tombstone (id, at) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING", params![id, at.0])?;
    Ok(())
}

pub(crate) fn find(db: &Connection, id: [u8; 16]) -> rusqlite::Result<Option<Moment>> {
    sql::one(db, "SELECT at FROM tombstone WHERE id = ?1", [id], |row| moment(row, 0))
}

/// [`Error::Erased`] if a tombstone stands for `id`.
pub(crate) fn refuse(db: &Connection, id: [u8; 16]) -> Result<(), Error> {
    if find(db, id)?.is_some() { Err(Error::Erased) } else { Ok(()) }
}

impl Reader<'_> {
    /// When this scope was erased, if it was.
    pub fn scope_erased(&self, scope: ResidentId) -> Result<Option<Moment>, Error> {
        Ok(find(self.db, scope.0)?)
    }

    /// When this conversation was erased by itself, if it was.
    pub fn conversation_erased(&self, conversation: ConversationId) -> Result<Option<Moment>, Error> {
        Ok(find(self.db, conversation.0)?)
    }
}
