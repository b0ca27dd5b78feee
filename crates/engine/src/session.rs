//! First start, locking and unlocking: how the app stands, and how it gets from one state to the next.

mod key_store;
mod lock;
mod look;
pub(crate) mod passphrase;
mod recovery;
mod set_up;
mod unlock;

pub(crate) use look::RECOVERY_CONFIRMED;

use std::{io, path::Path};

use api::Failure;
use store::{KeyFile, KeyFileError, OpenError};

use crate::{hand_over::HandedOver, open::Open};

/// How the app stands.
pub(crate) enum Session {
    /// Never set up in this folder.
    New,
    /// Set up, and closed.
    Locked,
    /// The data cannot be opened.
    Trouble(Failure),
    /// Unlocked.
    Open(Box<Open>),
    /// With a resident.
    HandedOver(Box<Open>, HandedOver),
}

/// How the app stands when it starts: a look at the key file, nothing is opened.
pub(crate) fn at_start(folder: &Path) -> Session {
    match KeyFile::read(folder) {
        Ok(_) => Session::Locked,
        Err(KeyFileError::Missing) => Session::New,
        Err(error) => Session::Trouble(key_failure(error)),
    }
}

/// What a failing folder means to a person.
pub(crate) fn folder_failure(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Failure::ReadOnly,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Failure::DiskFull,
        _ => Failure::Unexpected { code: "folder".to_owned() },
    }
}

/// What a failing key file means to a person. How long to wait after a wrong secret is added where it is typed.
pub(crate) fn key_failure(error: KeyFileError) -> Failure {
    match error {
        KeyFileError::Damaged => Failure::Damaged,
        KeyFileError::FromNewerVersion => Failure::FromNewerVersion,
        KeyFileError::ReadOnly => Failure::ReadOnly,
        KeyFileError::DiskFull => Failure::DiskFull,
        KeyFileError::Wrong | KeyFileError::NotSetUp => Failure::WrongSecret { wait_seconds: 0 },
        KeyFileError::Pin => Failure::WeakSecret,
        KeyFileError::Missing | KeyFileError::Exists => Failure::NotNow,
        KeyFileError::OtherKey | KeyFileError::Io(_) | KeyFileError::Cost => {
            Failure::Unexpected { code: "key-file".to_owned() }
        }
    }
}

/// What a database that does not open means to a person.
pub(crate) fn open_failure(error: OpenError) -> Failure {
    match error {
        OpenError::NotOurs | OpenError::Damaged => Failure::Damaged,
        OpenError::FromNewerVersion => Failure::FromNewerVersion,
        OpenError::ReadOnly => Failure::ReadOnly,
        OpenError::DiskFull => Failure::DiskFull,
        OpenError::InUse => Failure::InUse,
        OpenError::Io(_) => Failure::Unexpected { code: "open/io".to_owned() },
        OpenError::Sqlite(code) => Failure::Unexpected { code: format!("open/sqlite-{code}") },
    }
}
