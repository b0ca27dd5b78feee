//! `expectation`: what the professional expected to matter before a talk; for their eyes only.

use std::collections::BTreeSet;

use domain::{ConversationId, instrument::DimensionCode};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    value::parsed,
};

impl Tx<'_> {
    /// Puts these dimensions in the place of what was expected before.
    pub fn set_expectation(
        &self,
        conversation: ConversationId,
        dimensions: &BTreeSet<DimensionCode>,
    ) -> Result<(), Error> {
        sql::run(&self.db, "DELETE FROM expectation WHERE conversation = ?1", [conversation.0])?;
        for dimension in dimensions {
            let values = params![conversation.0, dimension.as_str()];
            sql::run(&self.db, "INSERT INTO expectation (conversation, dimension) VALUES (?1, ?2)", values)?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// The dimensions that were expected to matter.
    pub fn expectation(&self, conversation: ConversationId) -> Result<BTreeSet<DimensionCode>, Error> {
        Ok(sql::all(self.db, "SELECT dimension FROM expectation WHERE conversation = ?1", [conversation.0], |row| {
            parsed(row, 0)
        })?)
    }
}
