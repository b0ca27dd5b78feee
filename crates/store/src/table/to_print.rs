//! `to_print`: conversations whose copy for the resident is still to be printed.

use domain::{ConversationId, Moment};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
};

impl Tx<'_> {
    /// Puts a copy on the list, where it keeps its first moment, or takes it off.
    pub fn set_to_print(&self, conversation: ConversationId, since: Option<Moment>) -> Result<(), Error> {
        match since {
            Some(since) => sql::run(
                &self.db,
                "INSERT INTO to_print (conversation, since) VALUES (?1, ?2) ON CONFLICT (conversation) DO NOTHING",
                params![conversation.0, since.0],
            )?,
            None => sql::run(&self.db, "DELETE FROM to_print WHERE conversation = ?1", [conversation.0])?,
        };
        Ok(())
    }
}

impl Reader<'_> {
    /// Whether the copy of a conversation is still to be printed.
    pub fn is_to_print(&self, conversation: ConversationId) -> Result<bool, Error> {
        let query = "SELECT 1 FROM to_print WHERE conversation = ?1";
        Ok(sql::one(self.db, query, [conversation.0], |_| Ok(()))?.is_some())
    }
}
