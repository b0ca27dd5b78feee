//! `resume`: where a person was in an unfinished conversation.

use domain::ConversationId;
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
};

impl Tx<'_> {
    /// Remembers the place to come back to; an empty place forgets it.
    pub fn set_resume(&self, conversation: ConversationId, place: &str) -> Result<(), Error> {
        if place.is_empty() {
            sql::run(&self.db, "DELETE FROM resume WHERE conversation = ?1", [conversation.0])?;
        } else {
            sql::run(
                &self.db,
                "INSERT INTO resume (conversation, place) VALUES (?1, ?2)
                 ON CONFLICT (conversation) DO UPDATE SET place = excluded.place WHERE place <> excluded.place",
                params![conversation.0, place],
            )?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// The place to come back to, as it was written.
    pub fn resume(&self, conversation: ConversationId) -> Result<Option<String>, Error> {
        Ok(sql::one(self.db, "SELECT place FROM resume WHERE conversation = ?1", [conversation.0], |row| row.get(0))?)
    }
}
