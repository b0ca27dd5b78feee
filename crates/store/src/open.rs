//! Opens the database of a folder, or says exactly why not.

mod check;
mod folder;

use std::{fs, io, path::Path};

use rusqlite::{Connection, ErrorCode, OpenFlags};
use zeroize::Zeroizing;

pub(crate) use folder::{FolderLock, SALVAGED, remove_if_there, sync_folder};

use crate::{
    error::NO_ROOM_FOR_INDEX,
    key_file::{DatabaseKey, KeyId},
    migration,
    store::Store,
};

/// The number in the file's header that says it is a database of Wijkweb: `wijk` in ASCII.
pub(crate) const APPLICATION_ID: i32 = 0x7769_6a6b;

/// Statements that are kept prepared; there are fewer in the whole crate.
const STATEMENTS_MAX: usize = 256;

/// Why the database was not opened. Nothing in the folder has changed then, except that an empty lock file may be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The file was made with another key, or is no database of Wijkweb at all.
    #[error("this key does not open the database")]
    NotOurs,
    /// It is ours and cannot be read as it should, or it is gone. [`Store::salvage`] saves what can be read.
    #[error("the database is damaged")]
    Damaged,
    /// A newer version of the app has written it.
    #[error("the database was written by a newer version")]
    FromNewerVersion,
    /// The folder or the file can only be read.
    #[error("the folder can only be read")]
    ReadOnly,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// Another running app has this folder open.
    #[error("the folder is in use")]
    InUse,
    /// The folder cannot be reached, or the disk failed.
    #[error("the folder cannot be used: {0}")]
    Io(io::ErrorKind),
    /// Anything else, with SQLite's extended result code.
    #[error("the database gave error {0}")]
    Sqlite(i32),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            kind => Self::Io(kind),
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            return Self::Sqlite(rusqlite::ffi::SQLITE_ERROR);
        };
        match failure.code {
            ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
            ErrorCode::DiskFull => Self::DiskFull,
            _ if failure.extended_code == NO_ROOM_FOR_INDEX => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::InUse,
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Io(io::ErrorKind::Other),
            _ => Self::Sqlite(failure.extended_code),
        }
    }
}

impl Store {
    /// Opens `wijkweb.db` in `folder`, which must exist; makes it on the first call. Older schemas are brought up to date.
    ///
    /// A file that once was there and is gone or empty is [`OpenError::Damaged`], never quietly made anew: a mark in the lock
    /// file `wijkweb.lock` remembers that it was made, and with which key (a one-way digest of it).
    pub fn open(folder: &Path, key: &DatabaseKey) -> Result<Self, OpenError> {
        open_locked(FolderLock::take(folder)?, key)
    }
}

/// [`Store::open`] with the lock already taken.
pub(crate) fn open_locked(lock: FolderLock, key: &DatabaseKey) -> Result<Store, OpenError> {
    lock.finish_salvage()?;
    let path = lock.database();
    let length = fs::metadata(&path).map_or(0, |file| file.len());
    let made_with = lock.mark()?;
    if made_with.is_some() && length == 0 {
        return Err(OpenError::Damaged);
    }
    let clean = !lock.has_log();
    let db = connect(&path, key, migration::newest()).map_err(|error| not_ours(error, made_with, key))?;
    if !clean {
        check::after_a_crash(&db, length)?;
    }
    check::every_table(&db)?;
    if made_with != Some(key.id()) {
        lock.set_mark(&key.id())?;
    }
    Ok(Store::new(db, lock))
}

/// A header that does not check is damage if the file was made with this key, and else somebody else's file.
pub(crate) fn not_ours(error: OpenError, made_with: Option<KeyId>, key: &DatabaseKey) -> OpenError {
    if error == OpenError::Damaged && made_with != Some(key.id()) { OpenError::NotOurs } else { error }
}

/// A keyed connection with every setting in place and at least the schema `to`.
pub(crate) fn connect(path: &Path, key: &DatabaseKey, to: usize) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    unlock(&db, key)?;
    let version = migration::version(&db)?;
    let application: i32 = db.query_one("PRAGMA application_id", [], |row| row.get(0))?;
    if version > 0 && application != APPLICATION_ID {
        return Err(OpenError::NotOurs);
    }
    if version > migration::newest() {
        return Err(OpenError::FromNewerVersion);
    }
    set_up(&db)?;
    migration::migrate(&mut db, to)?;
    Ok(db)
}

/// Gives the connection its key: 32 raw bytes, so that SQLCipher derives nothing from it (Argon2id did, in the key file).
pub(crate) fn unlock(db: &Connection, key: &DatabaseKey) -> rusqlite::Result<()> {
    let mut sql = Zeroizing::new(String::with_capacity(160));
    // SQLCipher otherwise writes to the terminal about each page that does not check; the error tells enough.
    sql.push_str("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'");
    sql.push_str(&key.hex());
    sql.push_str("'\"");
    db.execute_batch(&sql)?;
    // Nothing is read before the first question; this is where a wrong key shows.
    db.query_one("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

fn set_up(db: &Connection) -> rusqlite::Result<()> {
    db.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.execute_batch(
        "PRAGMA journal_mode = WAL;       -- readers and the writer do not wait for each other; one sync a commit
         PRAGMA synchronous = FULL;       -- what was committed survives a pulled plug
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;       -- what is deleted is overwritten with zeros
         PRAGMA temp_store = MEMORY;      -- nothing unencrypted beside the file
         PRAGMA cell_size_check = ON;     -- damaged pages are noticed earlier
         PRAGMA trusted_schema = OFF;     -- a schema from a damaged file calls nothing
         PRAGMA cache_size = -16000;      -- 16 MB of decrypted pages",
    )
}
