//! Opens the database of a folder, or says why not.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags};

use super::{super::OpenError, folder, migration};
use crate::limit::BUSY_SECONDS;

/// Statements that are kept prepared; there are fewer in the whole crate.
const STATEMENTS_MAX: usize = 128;

/// A connection that may write, with the newest schema.
pub(crate) fn writer(folder: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(folder::database(folder), flags)?;
    check(&db)?;
    set_up(&db)?;
    migration::migrate(&mut db)?;
    folder::sync(folder)?;
    Ok(db)
}

/// A connection for reading.
pub(crate) fn reader(folder: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(folder::database(folder), flags)?;
    set_up(&db)?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db)
}

/// Moves everything from the write-ahead log into the file and empties the log. False if that cannot be done now.
pub(crate) fn empty_log(db: &Connection) -> bool {
    let busy = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
    busy.is_ok_and(|busy| !busy)
}

/// Whether the file is empty or a relay's, of a version known here.
pub(crate) fn check(db: &Connection) -> Result<(), OpenError> {
    let version = migration::version(db)?;
    let application: i32 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (tables, application) {
        (0, _) => Ok(()),
        (_, migration::APPLICATION_ID) if version <= migration::newest() => Ok(()),
        (_, migration::APPLICATION_ID) => Err(OpenError::FromNewerVersion),
        _ => Err(OpenError::NotOurs),
    }
}

fn set_up(db: &Connection) -> rusqlite::Result<()> {
    db.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    db.busy_timeout(Duration::from_secs(BUSY_SECONDS))?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;       -- readers and the writer do not wait for each other; one sync a commit
         PRAGMA synchronous = FULL;       -- what was acknowledged survives a pulled plug
         PRAGMA wal_autocheckpoint = 4000; -- 16 MB of log: a page that changes with every commit goes into the file less often
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;       -- what is deleted is overwritten with zeros
         PRAGMA temp_store = MEMORY;
         PRAGMA cell_size_check = ON;     -- damaged pages are noticed earlier
         PRAGMA trusted_schema = OFF;     -- a schema from a damaged file calls nothing
         PRAGMA cache_size = -16000;      -- 16 MB of pages",
    )
}
