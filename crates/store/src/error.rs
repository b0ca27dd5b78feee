//! What can go wrong while the store is open.

use rusqlite::ErrorCode;

/// `SQLITE_IOERR_SHMSIZE`: the index beside the write-ahead log cannot grow, which is how a full disk shows while opening.
pub(crate) const NO_ROOM_FOR_INDEX: i32 = 4874;

/// Why a read or a write did not happen. A write that fails has changed nothing.
///
/// No variant carries SQL, a message of SQLite or anything that a person wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A page of the file does not check, or the seal of a document does not open. Close the store and [salvage](crate::Store::salvage) it.
    #[error("the database file is damaged")]
    Damaged,
    /// No room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The file or its folder can no longer be written.
    #[error("the database can only be read")]
    ReadOnly,
    /// A change or read table was written for a document that the store does not have.
    #[error("there is no such document")]
    NoDocument,
    /// The scope or conversation was erased; nothing of it comes back.
    #[error("this was erased")]
    Erased,
    /// Something was written for a space that this device does not know.
    #[error("there is no such space")]
    NoSpace,
    /// The relay is said to have answered an entry that this device did not seal.
    #[error("there is no such entry")]
    NoEntry,
    /// A change that goes into an entry does not wait to be sealed.
    #[error("no such change waits to be sealed")]
    NoChange,
    /// Something else stands in the place that this was to take: another record, key or entry.
    #[error("something else stands in this place")]
    Taken,
    /// A row holds a value that this version does not know.
    #[error("a row of the database cannot be understood")]
    Unreadable,
    /// Anything else, with SQLite's extended result code.
    #[error("the database gave error {0}")]
    Sqlite(i32),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
                ErrorCode::DiskFull => Self::DiskFull,
                _ if failure.extended_code == NO_ROOM_FOR_INDEX => Self::DiskFull,
                ErrorCode::ReadOnly => Self::ReadOnly,
                _ => Self::Sqlite(failure.extended_code),
            },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => Self::Unreadable,
            _ => Self::Sqlite(rusqlite::ffi::SQLITE_ERROR),
        }
    }
}
