//! What goes wrong with a store.

use std::{error::Error, io};

/// A store cannot be read or written now, or what it holds is not what it has to be.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite says no.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL says no, or is not there.
    #[error("{}", said(.0))]
    Postgres(#[from] tokio_postgres::Error),
    /// A value is not of the kind or length that it has to be, or a row is missing.
    #[error("a row is not what it has to be")]
    Row,
    /// A log does not replay.
    #[error("a log in it cannot be replayed")]
    Damaged,
    /// A space has no key at its door: it is a backup.
    #[error("it is a backup that was not restored")]
    NotRestored,
}

/// PostgreSQL's own sentence, which stands one level down.
fn said(error: &tokio_postgres::Error) -> String {
    let inner = error.as_db_error().map(|inner| inner.message().to_owned());
    inner.or_else(|| error.source().map(|source| format!("{error}: {source}"))).unwrap_or_else(|| error.to_string())
}

impl StoreError {
    /// What may stand in a log: a code, and nothing of the row that it is about.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Sqlite(error) => format!("{:?}", error.sqlite_error_code()),
            Self::Postgres(error) => match error.code() {
                Some(state) => state.code().to_owned(),
                None if error.is_closed() => "connection closed".to_owned(),
                None => "no connection".to_owned(),
            },
            Self::Row => "row".to_owned(),
            Self::Damaged => "damaged".to_owned(),
            Self::NotRestored => "not restored".to_owned(),
        }
    }
}

/// Why a store was not opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another relay uses the folder.
    #[error("another relay uses the data folder")]
    InUse,
    /// The folder cannot be made, read or written.
    #[error("the data folder cannot be used: {0}")]
    Io(io::Error),
    /// The file or the database is something else.
    #[error("the database is none of a relay")]
    NotOurs,
    /// A newer relay has written it.
    #[error("the database was written by a newer version")]
    FromNewerVersion,
    /// PostgreSQL is older than 15.
    #[error("the PostgreSQL is older than version 15")]
    TooOld,
    /// PostgreSQL does not write to its disk before it answers.
    #[error("the PostgreSQL runs with fsync = off: what it acknowledges may be lost")]
    NotDurable,
    /// TLS to PostgreSQL is asked for, and nobody is trusted to say whose a certificate is.
    #[error(
        "sslmode=require, and no authority is known here that could vouch for the PostgreSQL: SSL_CERT_FILE names a file with one"
    )]
    NoAuthorities,
    /// A log in it does not replay: it is damaged.
    #[error("the database is damaged: a log in it cannot be replayed")]
    Damaged,
    /// It cannot be read or written.
    #[error("the database cannot be used: {0}")]
    Store(StoreError),
}

impl From<io::Error> for OpenError {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::WouldBlock { Self::InUse } else { Self::Io(error) }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        if matches!(error, StoreError::Damaged) { Self::Damaged } else { Self::Store(error) }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<tokio_postgres::Error> for OpenError {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::Store(error.into())
    }
}
