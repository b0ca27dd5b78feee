//! Erases a resident's whole scope, or one conversation: every row everywhere, leaving a tombstone without content.
//!
//! With a scope goes its key, so that bytes of its documents, wherever they may still lie, open nowhere. Below that,
//! `secure_delete` overwrites the freed bytes with zeros, the index forgets the words at once, and after the commit the
//! write-ahead log is emptied, so that the file holds nothing of it any more. What the access log says (who erased which scope,
//! and when) stays; it holds no content.

use domain::{ConversationId, DocumentId, Moment, ResidentId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    refs::ScopeRef,
    sql,
    store::Tx,
    table::{
        aside, conversation,
        document::{DocumentKind, DocumentRow},
        fetched, growth, held_key, plan_part, resident, scope_key, sealed, step, tombstone,
        written::{self, WrittenKind},
    },
};

impl Tx<'_> {
    /// Erases everything of a resident, the keys first. Their documents are never accepted again.
    pub fn erase_scope(&self, scope: ResidentId, at: Moment) -> core::result::Result<(), Error> {
        self.forget_scope(scope)?;
        number_rows(&self.db, scope.into())?;
        tombstone::insert(&self.db, scope.0, at)?;
        Ok(())
    }

    /// Erases this device's copy of a scope, the keys first. It may come again, when it is shared with this device again: the
    /// numbers of its entries stay used.
    pub fn forget_scope(&self, scope: ResidentId) -> core::result::Result<(), Error> {
        let db = &self.db;
        scope_key::delete(db, scope)?;
        held_key::delete_scope(db, scope.into())?;
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
        sync_rows(db, scope.into())?;
        written::forget_resident(db, scope)?;
        plan_part::delete_all(db, scope)?;
        step::delete_all(db, scope)?;
        resident::delete(db, scope)?;
        self.erased.set(true);
        Ok(())
    }

    /// Erases this device's copy of one document of a resident, with what lists and pages show of it. It may come again, when it is
    /// shared with this device again.
    pub fn forget_document(&self, row: &DocumentRow) -> core::result::Result<(), Error> {
        let (db, id) = (&self.db, row.id);
        match (row.kind, row.scope) {
            (DocumentKind::Conversation, _) => conversation_rows(db, ConversationId(id.0))?,
            (DocumentKind::Plan, Some(scope)) => {
                plan_part::delete_all(db, scope)?;
                step::delete_all(db, scope)?;
                written::put_all(db, scope.0, &WrittenKind::PLAN, &[])?;
            }
            (DocumentKind::Dossier, Some(scope)) => {
                resident::delete(db, scope)?;
                written::put_all(db, scope.0, &WrittenKind::DOSSIER, &[])?;
            }
            (DocumentKind::Plan | DocumentKind::Dossier | DocumentKind::Directory, _) => {}
        }
        document_rows(db, id.0)?;
        self.erased.set(true);
        Ok(())
    }

    /// Erases one conversation. Its document is never accepted again. The key of the scope stays: the dossier needs it.
    ///
    /// A step that was agreed in it stands in the plan and stays there, until it is taken out of the plan.
    pub fn erase_conversation(&self, id: ConversationId, at: Moment) -> core::result::Result<(), Error> {
        conversation_rows(&self.db, id)?;
        self.erase_document(id.into(), at)
    }

    /// Erases the bytes of one document, which is never accepted again. Its read tables are the caller's business.
    pub fn erase_document(&self, id: DocumentId, at: Moment) -> core::result::Result<(), Error> {
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

/// What syncing keeps of the content of a scope, in every space. The sharing records stay: they hold no content, and the last one
/// tells others that the scope was erased.
fn sync_rows(db: &Connection, scope: ScopeRef) -> Result<()> {
    sql::run(db, "DELETE FROM chain WHERE space IN (SELECT id FROM space) AND scope = ?1", [scope.0])?;
    sealed::empty_scope(db, scope)?;
    fetched::delete_scope(db, scope)?;
    growth::delete_scope(db, scope)?;
    aside::delete_scope(db, scope)
}

/// The numbers of a scope's entries, in every space.
fn number_rows(db: &Connection, scope: ScopeRef) -> Result<()> {
    let of_scope = "DELETE FROM writer WHERE space IN (SELECT id FROM space) AND scope = ?1";
    sql::run(db, of_scope, [scope.0])?;
    sealed::delete_scope(db, scope)
}

/// The document with everything that hangs below it; what waits to be sent first, because a waiting change cannot be deleted.
fn document_rows(db: &Connection, id: [u8; 16]) -> Result<()> {
    sealed::empty(db, DocumentId(id))?;
    fetched::delete_document(db, DocumentId(id))?;
    aside::delete_document(db, DocumentId(id))?;
    growth::delete_document(db, id)?;
    for table in ["outbox", "change", "snapshot", "shared", "vouched", "flagged"] {
        sql::run(db, &format!("DELETE FROM {table} WHERE document = ?1"), [id])?;
    }
    sql::run(db, "DELETE FROM document WHERE id = ?1", [id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use domain::{DocumentId, Moment, ResidentId};
    use rusqlite::Connection;

    use crate::{
        ChangeBytes, ChangeHash, DatabaseKey, DocumentKind, DocumentRow, Error, Store, open::unlock, sealed::ScopeKey,
        sql,
    };

    const SCOPE: ResidentId = ResidentId([7; 16]);
    const DOCUMENT: DocumentId = DocumentId([8; 16]);
    const HASH: ChangeHash = ChangeHash([9; 32]);

    /// Every page of the file, decrypted, free ones included.
    fn pages(store: &mut Store, folder: &Path, key: &DatabaseKey) -> Vec<u8> {
        store.rest().expect("a moment of rest: the log is empty");
        let mut db = Connection::open(folder.join("wijkweb.db")).expect("the file");
        unlock(&db, key).expect("its key");
        db.serialize("main").expect("the pages").to_vec()
    }

    /// Takes each 32 bytes of the file for the key of the scope, and tells whether some open the change.
    fn opens_with_some_part_of(bytes: &[u8], sealed: &[u8]) -> bool {
        let parts = bytes.windows(32).filter(|part| part.iter().any(|byte| *byte != 0));
        parts.filter_map(|part| part.try_into().ok()).any(|part| {
            let seal = ScopeKey::from_bytes(part).seal(DOCUMENT);
            seal.is_ok_and(|seal| seal.open_change(HASH, sealed.to_vec()).is_ok())
        })
    }

    #[test]
    fn a_change_that_was_copied_out_before_opens_with_nothing_that_the_file_holds_afterwards() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = DatabaseKey::from_bytes([1; 32]);
        let mut store = Store::open(folder.path(), &key).expect("a store");
        let row = DocumentRow { id: DOCUMENT, scope: Some(SCOPE), kind: DocumentKind::Plan, sample: false };
        let mut drawn = 0_u8;
        let mut chance = |bytes: &mut [u8]| {
            for byte in bytes {
                drawn = drawn.wrapping_mul(167).wrapping_add(13);
                *byte = drawn;
            }
        };
        store
            .transaction(|tx| {
                tx.add_document(&row, &mut chance)?;
                tx.append(DOCUMENT, &ChangeBytes { hash: HASH, bytes: b"vaker naar buiten".to_vec() })
            })
            .expect("a change");
        let copied: Vec<u8> = sql::one(store.read().db, "SELECT bytes FROM change", [], |row| row.get(0))
            .expect("a read")
            .expect("the change as it is kept");
        assert!(
            opens_with_some_part_of(&pages(&mut store, folder.path(), &key), &copied),
            "before, the key stands in the file"
        );
        store.transaction(|tx| tx.erase_scope(SCOPE, Moment(0))).expect("an erase");
        assert!(
            !opens_with_some_part_of(&pages(&mut store, folder.path(), &key), &copied),
            "afterwards nothing in the file opens it"
        );

        let again = store.transaction(|tx| tx.add_document(&row, &mut chance));
        assert_eq!(again, Err(Error::Erased), "an erased scope gets no new key either");
        let keys = sql::one(store.read().db, "SELECT count(*) FROM scope_key", [], |row| row.get(0));
        assert_eq!(keys, Ok(Some(0)), "there is none");
    }
}
