//! Erases a resident's whole scope, or one conversation: every row everywhere, leaving a tombstone without content.
//!
//! `secure_delete` overwrites the freed bytes with zeros, the index forgets the words at once, and after the commit the
//! write-ahead log is emptied, so that the file holds nothing of it any more. What the access log says (who erased which scope,
//! and when) stays; it holds no content.

use domain::{ConversationId, Moment, ResidentId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    sql,
    store::Tx,
    table::{conversation, plan_part, resident, step, tombstone, written},
};

impl Tx<'_> {
    /// Erases everything of a resident. Their documents are never accepted again.
    pub fn erase_scope(&self, scope: ResidentId, at: Moment) -> core::result::Result<(), Error> {
        let db = &self.db;
        let documents: Vec<[u8; 16]> =
            sql::all(db, "SELECT id FROM document WHERE scope = ?1", [scope.0], |row| row.get(0))?;
        // A row of a conversation can, after a merge gone wrong, be there without its document; it goes as well.
        for id in conversation::of_resident(db, scope)? {
            conversation_rows(db, id)?;
        }
        for id in documents {
            conversation_rows(db, ConversationId(id))?;
            document_rows(db, id)?;
        }
        written::forget_resident(db, scope)?;
        plan_part::delete_all(db, scope)?;
        step::delete_all(db, scope)?;
        resident::delete(db, scope)?;
        tombstone::insert(db, scope.0, at)?;
        self.erased.set(true);
        Ok(())
    }

    /// Erases one conversation. Its document is never accepted again.
    ///
    /// A step that was agreed in it stands in the plan and stays there, until it is taken out of the plan.
    pub fn erase_conversation(&self, id: ConversationId, at: Moment) -> core::result::Result<(), Error> {
        conversation_rows(&self.db, id)?;
        document_rows(&self.db, id.0)?;
        tombstone::insert(&self.db, id.0, at)?;
        self.erased.set(true);
        Ok(())
    }
}

fn conversation_rows(db: &Connection, id: ConversationId) -> Result<()> {
    conversation::delete(db, id)?;
    written::forget_owner(db, id.0)?;
    for table in ["resume", "expectation", "to_print"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE conversation = ?1"), [id.0])?;
    }
    Ok(())
}

/// The document with everything that hangs below it; what waits to be sent first, because a waiting change cannot be deleted.
fn document_rows(db: &Connection, id: [u8; 16]) -> Result<()> {
    for table in ["outbox", "change", "snapshot"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE document = ?1"), [id])?;
    }
    sql::run(db, "DELETE FROM document WHERE id = ?1", [id])?;
    Ok(())
}
