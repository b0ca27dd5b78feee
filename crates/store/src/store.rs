//! An open store: one connection that writes in transactions and reads in between.

use std::cell::Cell;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{error::Error, open::FolderLock, refs::SpaceRef};

/// The open database of one folder. One connection, one writer; whoever shares it puts it behind a mutex.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    /// Erased bytes may still stand in the write-ahead log, because the checkpoint after an erase did not succeed yet.
    checkpoint_due: bool,
    /// Dropped last: nobody else gets in before the connection is closed.
    _lock: FolderLock,
}

impl Store {
    pub(crate) fn new(db: Connection, lock: FolderLock) -> Self {
        Self { db, checkpoint_due: false, _lock: lock }
    }

    /// Runs one action of a person as one transaction: when this returns `Ok`, everything `action` wrote is on the disk and
    /// survives a pulled plug; when it returns an error, nothing of it is there.
    pub fn transaction<T, E: From<Error>>(&mut self, action: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let (value, erased) = self.commit(action)?;
        self.checkpoint_due |= erased;
        if self.checkpoint_due {
            // What was erased is gone from the file with the commit; this takes it out of the log too. If it fails (a full
            // disk), the erase still stands, and the next transaction tries again.
            self.checkpoint_due = truncate_log(&self.db).is_err();
        }
        Ok(value)
    }

    /// What the action returned, and whether it erased something.
    fn commit<T, E: From<Error>>(&mut self, action: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<(T, bool), E> {
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let tx = Tx { db, erased: Cell::new(false) };
        let value = action(&tx)?;
        let erased = tx.erased.get();
        tx.db.commit().map_err(Error::from)?;
        Ok((value, erased))
    }

    /// Looks things up outside a transaction.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::of(&self.db)
    }

    /// Looks things up as whoever works in one team sees them: lists leave out whose home is another team that this device is in.
    /// With nothing, everything shows.
    #[must_use]
    pub fn read_in(&self, space: Option<SpaceRef>) -> Reader<'_> {
        Reader { space, ..self.read() }
    }

    /// For what is neither an action of a person nor a look: checks that leave nothing behind.
    pub(crate) fn connection(&mut self) -> &mut Connection {
        &mut self.db
    }

    /// Moves the write-ahead log into the database file. For moments of rest, such as before the system may stop the app.
    /// When it fails the log stays, and nothing is lost.
    pub fn rest(&mut self) -> Result<(), Error> {
        truncate_log(&self.db)?;
        self.checkpoint_due = false;
        Ok(())
    }

    /// Closes the file. Dropping a store does the same, but cannot tell whether it went well.
    pub fn close(self) -> Result<(), Error> {
        self.db.close().map_err(|(_, error)| error.into())
    }
}

fn truncate_log(db: &Connection) -> rusqlite::Result<()> {
    let busy = db.query_one("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
    if busy { Err(rusqlite::Error::QueryReturnedNoRows) } else { Ok(()) }
}

/// One transaction. Its writes are split over the files of `table/`, `project/` and `erase.rs`.
pub struct Tx<'store> {
    pub(crate) db: Transaction<'store>,
    pub(crate) erased: Cell<bool>,
}

impl Tx<'_> {
    /// Looks things up; sees what this transaction wrote.
    #[must_use]
    pub fn read(&self) -> Reader<'_> {
        Reader::of(&self.db)
    }
}

/// Everything that can be looked up. Its queries are split over the files of `table/` and `read/`.
#[derive(Clone, Copy)]
pub struct Reader<'store> {
    pub(crate) db: &'store Connection,
    /// The team whose lists are shown.
    pub(crate) space: Option<SpaceRef>,
}

impl<'store> Reader<'store> {
    pub(crate) const fn of(db: &'store Connection) -> Self {
        Self { db, space: None }
    }
}

#[cfg(test)]
mod tests {
    use crate::{DatabaseKey, Error, Store};

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path(), &DatabaseKey::from_bytes([1; 32])).expect("a store");
        (folder, store)
    }

    #[test]
    fn a_disk_that_is_full_in_the_middle_of_an_action_leaves_nothing_of_it() {
        let (_folder, mut store) = store();
        store.transaction(|tx| tx.set_setting("before", &1)).expect("there is room");
        let pages: u32 = store.db.query_one("PRAGMA page_count", [], |row| row.get(0)).expect("a number");
        store.db.pragma_update(None, "max_page_count", pages + 2).expect("room for two more pages");
        let action = store.transaction(|tx| {
            tx.set_setting("small", &1)?;
            tx.set_setting("large", &"x".repeat(40_000))
        });
        assert_eq!(action, Err(Error::DiskFull), "SQLite found no room for the second");
        assert_eq!(store.read().setting::<u8>("small"), Ok(None), "so the first is not there either");
        assert_eq!(store.read().setting::<u8>("before"), Ok(Some(1)), "what was saved before is");
        store.transaction(|tx| tx.set_setting("small", &2)).expect("and what fits is still saved");
    }

    #[test]
    fn every_save_is_synced_to_the_disk_before_it_is_called_saved() {
        let (_folder, store) = store();
        let setting = |name: &str| {
            store
                .db
                .query_one(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
                .expect("a value")
        };
        for (name, expected) in
            [("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("temp_store", 2), ("trusted_schema", 0)]
        {
            assert_eq!(setting(name), rusqlite::types::Value::Integer(expected), "{name} is as the design asks");
        }
        assert_eq!(setting("journal_mode"), rusqlite::types::Value::Text("wal".into()), "one sync a commit");
    }

    #[test]
    fn a_panic_in_the_middle_of_an_action_keeps_nothing_and_the_store_goes_on() {
        let (_folder, mut store) = store();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            store.transaction(|tx| -> Result<(), Error> {
                tx.set_setting("half", &1)?;
                panic!("a bug")
            })
        }));
        assert!(panicked.is_err(), "the bug shows");
        assert_eq!(store.read().setting::<u8>("half"), Ok(None), "nothing of the action is kept");
        store.transaction(|tx| tx.set_setting("whole", &1)).expect("the next action is saved");
    }
}
