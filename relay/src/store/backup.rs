//! A copy of the whole file while the relay runs, and a relay that begins from such a copy.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use protocol::id::LogId;
use rusqlite::{Connection, OpenFlags};

use super::{
    folder::{self, Folder},
    migration,
    open::{self, OpenError},
    table::space,
};
use crate::clock::{Chance, NoChance, random};

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file to write is there already.
    #[error("the file to write is there already")]
    Exists,
    /// The data folder already holds a relay: nothing is written over.
    #[error("the data folder already holds a relay")]
    NotEmpty,
    /// The relay's file or the backup cannot be used.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The system gives no random bytes for new log ids.
    #[error(transparent)]
    NoChance(#[from] NoChance),
}

impl From<io::Error> for BackupError {
    fn from(error: io::Error) -> Self {
        Self::Open(error.into())
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Open(error.into())
    }
}

/// Writes everything that was acknowledged up to one moment to a new file. The relay may run on meanwhile.
///
/// # Errors
///
/// [`BackupError`]; an unfinished file is removed.
pub fn backup(data: &Path, to: &Path) -> Result<(), BackupError> {
    if to.exists() {
        return Err(BackupError::Exists);
    }
    let db = Connection::open_with_flags(folder::database(data), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    open::check(&db)?;
    let to_text = to.to_str().ok_or(io::ErrorKind::InvalidFilename).map_err(io::Error::from)?;
    let done = db
        .execute("VACUUM INTO ?1", [to_text])
        .map_err(BackupError::from)
        .and_then(|_| Ok(File::open(to)?.sync_all()?))
        .and_then(|()| {
            Ok(folder::sync(to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))?)
        });
    if done.is_err() {
        let _ = fs::remove_file(to);
    }
    done
}

/// Makes a backup the relay's file, in a folder that has none. Every space gets a new log id, and takes records only after an owner
/// has signed to go on with it.
///
/// # Errors
///
/// [`BackupError`]; the folder holds no relay then.
pub fn restore(data: &Path, from: &Path, chance: &dyn Chance) -> Result<(), BackupError> {
    let _lock = Folder::take(data)?;
    let database = folder::database(data);
    if database.exists() {
        return Err(BackupError::NotEmpty);
    }
    // Only a file that is complete gets the name under which a relay is started.
    let unfinished = data.join("relay.db.restoring");
    let done = prepare(from, &unfinished, chance).and_then(|()| {
        fs::rename(&unfinished, &database)?;
        Ok(folder::sync(data)?)
    });
    if done.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    done
}

fn prepare(from: &Path, unfinished: &Path, chance: &dyn Chance) -> Result<(), BackupError> {
    fs::copy(from, unfinished)?;
    let mut db = Connection::open_with_flags(unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    open::check(&db)?;
    if migration::version(&db)? == 0 {
        return Err(OpenError::NotOurs.into());
    }
    let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(OpenError::Damaged.into());
    }
    let transaction = db.transaction()?;
    for row in space::all(&transaction)? {
        space::restored(&transaction, row.space, LogId(random(chance)?))?;
    }
    transaction.commit()?;
    drop(db);
    File::open(unfinished)?.sync_all()?;
    Ok(())
}
