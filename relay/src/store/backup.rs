//! A backup: everything that was acknowledged up to one moment, in one SQLite file, whichever engine it comes from and goes to.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use protocol::id::LogId;
use rusqlite::{Connection, OpenFlags};

use super::{
    OpenError, Place, StoreError, copy, postgres,
    sql::{Db, Writer},
    sqlite::{
        self,
        folder::{self, Folder},
        migration, open,
    },
    table::{mailbox, space},
};
use crate::{
    clock::{Chance, NoChance, random},
    door::tokens::DoorKey,
};

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The file to write is there already.
    #[error("the file to write is there already")]
    Exists,
    /// The data folder or the database already holds a relay: nothing is written over.
    #[error("a relay is there already, and nothing is written over it")]
    NotEmpty,
    /// The relay's store or the backup cannot be used.
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

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
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
pub fn backup(place: &Place, to: &Path) -> Result<(), BackupError> {
    if to.exists() {
        return Err(BackupError::Exists);
    }
    let done = write(place, to).and_then(|()| {
        File::open(to)?.sync_all()?;
        Ok(folder::sync(to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))?)
    });
    if done.is_err() {
        let _ = fs::remove_file(to);
    }
    done
}

fn write(place: &Place, to: &Path) -> Result<(), BackupError> {
    match place {
        Place::Folder(data) => {
            let db = Connection::open_with_flags(folder::database(data), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            open::check(&db)?;
            let to = to.to_str().ok_or(io::ErrorKind::InvalidFilename).map_err(io::Error::from)?;
            db.execute("VACUUM INTO ?1", [to])?;
            leave_out(Connection::open(to)?)?;
        }
        Place::Postgres(address) => {
            let mut from = postgres::Connection::reader(&postgres::Database::open(address)?.into())?;
            let mut db = Connection::open(to)?;
            migration::migrate(&mut db)?;
            let mut to = sqlite::File::new(db);
            let (from, to) = (from.begin()?, to.begin()?);
            copy::everything(&*from, &*to)?;
            to.commit()?;
        }
    }
    Ok(())
}

/// Takes out of a copy what is of this life of the relay only: the keys of its doors, and what lies in mailboxes.
fn leave_out(mut db: Connection) -> Result<(), BackupError> {
    // Overwritten with zeros, and in no journal beside the copy.
    db.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON")?;
    migration::migrate(&mut db)?;
    let mut db = sqlite::File::new(db);
    let copy = db.begin()?;
    for row in space::all(&*copy)? {
        space::forget_door(&*copy, row.space)?;
    }
    mailbox::delete_over(&*copy, i64::MAX.unsigned_abs())?;
    Ok(copy.commit()?)
}

/// Begins from a backup, where there is no relay yet. Every space gets a new log id and a new key at its door, and takes records only
/// after an owner has signed to go on with it.
///
/// # Errors
///
/// [`BackupError`]; the place holds no relay then.
pub fn restore(place: &Place, from: &Path, chance: &dyn Chance) -> Result<(), BackupError> {
    match place {
        Place::Folder(data) => restore_to_folder(data, from, chance),
        Place::Postgres(address) => {
            let mut from = sqlite::File::for_reading(sound(from, OpenFlags::SQLITE_OPEN_READ_ONLY)?);
            let mut to = postgres::Connection::writer(&postgres::Database::open(address)?.into())?;
            let (from, to) = (from.begin()?, to.begin()?);
            if !space::all(&*to)?.is_empty() {
                return Err(BackupError::NotEmpty);
            }
            copy::everything(&*from, &*to)?;
            begin_again(&*to, chance)?;
            Ok(to.commit()?)
        }
    }
}

fn restore_to_folder(data: &Path, from: &Path, chance: &dyn Chance) -> Result<(), BackupError> {
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
    let mut db = sound(unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    migration::migrate(&mut db)?;
    let mut db = sqlite::File::new(db);
    let transaction = db.begin()?;
    begin_again(&*transaction, chance)?;
    transaction.commit()?;
    drop(db);
    File::open(unfinished)?.sync_all()?;
    Ok(())
}

/// A backup that is whole.
fn sound(file: &Path, flags: OpenFlags) -> Result<Connection, BackupError> {
    let db = Connection::open_with_flags(file, flags)?;
    open::check(&db)?;
    if migration::version(&db)? == 0 {
        return Err(OpenError::NotOurs.into());
    }
    let sound: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    if sound == "ok" { Ok(db) } else { Err(OpenError::Damaged.into()) }
}

fn begin_again(db: &dyn Db, chance: &dyn Chance) -> Result<(), BackupError> {
    for row in space::all(db)? {
        space::restored(db, row.space, LogId(random(chance)?), DoorKey(random(chance)?))?;
    }
    Ok(())
}
