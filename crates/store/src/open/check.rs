//! How much of the file is checked at opening.
//!
//! Every page carries an HMAC that SQLCipher checks whenever it reads the page, so damage is never taken for data; the question
//! is only when it is noticed. At every start the schema and the first pages of each table are read: that takes about a
//! millisecond and finds a broken header, a cut-off file and a schema that is not ours. After a crash (a write-ahead log was
//! left behind) the HMAC of every page is checked as well, as long as the file is small enough to do so within a fraction of
//! a second. Damage elsewhere shows as [`Error::Damaged`](crate::Error::Damaged) where it is met.

use rusqlite::Connection;

use crate::{open::OpenError, sql};

/// Largest file whose every page is checked after a crash, in bytes; about a quarter of a second of work.
const WHOLE_CHECK_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Reads the first pages of every table.
pub(super) fn every_table(db: &Connection) -> Result<(), OpenError> {
    let tables: Vec<String> =
        sql::all(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'", [], |row| {
            row.get(0)
        })?;
    for table in tables {
        db.query_row(&format!("SELECT EXISTS (SELECT 1 FROM \"{table}\")"), [], |_| Ok(()))?;
    }
    Ok(())
}

/// Checks the HMAC of every page of a file of `length` bytes.
pub(super) fn after_a_crash(db: &Connection, length: u64) -> Result<(), OpenError> {
    if length > WHOLE_CHECK_BYTES_MAX {
        return Ok(());
    }
    // The check reads the file alone, so what the log holds must be in it first; a page torn in the crash is repaired by that.
    match db.query_one("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).map_err(OpenError::from) {
        // On a full disk the log stays where it is, and everything can still be read.
        Err(OpenError::DiskFull) => return Ok(()),
        other => other?,
    }
    let mut check = db.prepare("PRAGMA cipher_integrity_check")?;
    let mut faults = check.query([])?;
    if faults.next()?.is_some() { Err(OpenError::Damaged) } else { Ok(()) }
}
