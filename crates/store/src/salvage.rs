//! Saves what can be read of a damaged database to a new one, and keeps the damaged file.
//!
//! Copied are the documents, the keys of their scopes, what syncing keeps, and what is only on this device. Read tables are not: they are made again
//! from the documents. The damaged file is opened for reading only, never written, and in the end gets a new name; nothing
//! deletes it.

mod copy;
mod shape;
mod sound;

use std::{fs, path::Path};

use domain::{DocumentId, Moment};
use rusqlite::{Connection, OpenFlags};
use serde::{Deserialize, Serialize};

use crate::{
    key_file::DatabaseKey,
    migration,
    open::{FolderLock, OpenError, SALVAGED, connect, not_ours, open_locked, remove_if_there, unlock},
    store::Store,
    table::setting,
};

/// Ending of a database that is being salvaged; worth nothing until it is whole.
const SALVAGING: &str = ".salvaging";

/// What was saved from a damaged database.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Salvaged {
    /// Name of the damaged file, which stays in the folder; nothing where the file was gone.
    pub kept: Option<String>,
    /// How many documents came over, those in part included.
    pub documents: u64,
    /// Documents of which some changes could not be read.
    pub in_part: Vec<DocumentId>,
    /// How many documents are known to have been there and did not come over. Of a file whose beginning is damaged nothing can
    /// be known.
    pub lost: u64,
    /// How many keys for syncing, those of this device itself included, are known to have been there and did not come over.
    #[serde(default)]
    pub keys_lost: u64,
}

impl Salvaged {
    /// The setting under which the new database keeps this report, until the person has been told.
    pub const SETTING: &'static str = "salvaged";
}

impl Store {
    /// Makes a new database from what can be read of the damaged one, and opens it. The caller then rebuilds the read tables
    /// ([`Tx::clear_read_tables`](crate::Tx::clear_read_tables)) and tells the person.
    ///
    /// The damaged file is kept beside it, with `now` in its name. When this fails, on a full disk for instance, the damaged
    /// file stands where it stood.
    pub fn salvage(folder: &Path, key: &DatabaseKey, now: Moment) -> Result<(Self, Salvaged), OpenError> {
        let lock = FolderLock::take(folder)?;
        lock.finish_salvage()?;
        let kept = lock.database().exists().then(|| lock.free_name(&format!(".damaged-{}", stamp(now))));
        clear_away(&lock)?;
        let salvaged = fill(&lock, key, kept.clone());
        if salvaged.is_err() {
            clear_away(&lock)?;
        }
        let report = salvaged?;
        fs::rename(lock.beside(SALVAGING), lock.beside(SALVAGED))?;
        lock.replace_with_salvaged(kept.as_deref().unwrap_or_default())?;
        Ok((open_locked(lock, key)?, report))
    }
}

/// Removes what an earlier salvage left unfinished.
fn clear_away(lock: &FolderLock) -> Result<(), OpenError> {
    for ending in ["", "-wal", "-shm"] {
        remove_if_there(&lock.beside(&format!("{SALVAGING}{ending}")))?;
    }
    Ok(())
}

/// Makes the new database beside the damaged one.
fn fill(lock: &FolderLock, key: &DatabaseKey, kept: Option<String>) -> Result<Salvaged, OpenError> {
    let new = lock.beside(SALVAGING);
    let old = if kept.is_some() { read_only(&lock.database(), key) } else { Err(OpenError::Damaged) };
    match old.and_then(|old| Ok(migration::version(&old)?)) {
        Ok(version) if version > migration::newest() => Err(OpenError::FromNewerVersion),
        Ok(version) => {
            let mut new = connect(&new, key, version)?;
            let known = copy::copy(&lock.database(), key, &mut new)?;
            let mut report = sound::make_sound(&new, &known, kept)?;
            migration::migrate(&mut new, migration::newest())?;
            report.keys_lost = sound::make_syncing_sound(&new, known.keys)?;
            close(new, &report)?;
            Ok(report)
        }
        Err(error) => match not_ours(error, lock.mark()?, key) {
            // Its first page is gone, and with it the way to all others; or the whole file is.
            OpenError::Damaged => {
                let report = Salvaged { kept, ..Salvaged::default() };
                close(connect(&new, key, migration::newest())?, &report)?;
                Ok(report)
            }
            other => Err(other),
        },
    }
}

/// Opens the damaged file so that not a byte of it or of its log changes.
fn read_only(path: &Path, key: &DatabaseKey) -> Result<Connection, OpenError> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    unlock(&db, key)?;
    Ok(db)
}

fn close(db: Connection, report: &Salvaged) -> Result<(), OpenError> {
    setting::put(&db, Salvaged::SETTING, report)?;
    db.close().map_err(|(_, error)| error.into())
}

/// `20261122T065300Z`.
fn stamp(now: Moment) -> String {
    jiff::Timestamp::from_millisecond(now.0)
        .map_or_else(|_| now.0.to_string(), |at| at.strftime("%Y%m%dT%H%M%SZ").to_string())
}
