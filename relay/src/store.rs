//! Where everything is kept: in one SQLite file, or in a PostgreSQL that several relays share. Every row belongs to a space, but for
//! what lies in a mailbox for some minutes.
//!
//! Both engines are given the same statements, those of [`table`] and [`line`]; what differs is behind [`sql::Db`]. Whoever reads
//! does so within a transaction of one moment; one thread a process writes.

mod backup;
mod copy;
pub(crate) mod error;
pub(crate) mod line;
mod postgres;
pub(crate) mod readers;
pub(crate) mod sql;
mod sqlite;
pub(crate) mod table;

use std::{path::PathBuf, sync::Arc};

pub use backup::{BackupError, backup, restore};
pub use error::{OpenError, StoreError};
use readers::Readers;
use sql::{Db, Writer};

pub(crate) use postgres::poke::{Heard, Pokes};

/// Where a relay keeps everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of its own, with one SQLite file.
    Folder(PathBuf),
    /// A PostgreSQL database, as `postgres://…` or `host=… dbname=…` says, that other relays may use too.
    Postgres(String),
}

/// The open store of a relay.
pub(crate) struct Store {
    readers: Readers,
    /// The database that is shared, if it is.
    shared: Option<Arc<postgres::Database>>,
    _folder: Option<sqlite::folder::Folder>,
}

impl Store {
    /// Opens it, makes what is missing, and gives the one connection that writes. Blocks.
    pub(crate) fn open(place: &Place) -> Result<(Self, Box<dyn Writer>), OpenError> {
        match place {
            Place::Folder(data) => {
                let folder = sqlite::folder::Folder::take(data)?;
                let writer = sqlite::File::new(sqlite::open::writer(data)?);
                let data = data.clone();
                let readers =
                    Readers::new(move || Ok(Box::new(sqlite::File::for_reading(sqlite::open::reader(&data)?))));
                Ok((Self { readers, shared: None, _folder: Some(folder) }, Box::new(writer)))
            }
            Place::Postgres(address) => {
                let database = Arc::new(postgres::Database::open(address)?);
                let writer = postgres::Connection::writer(&database)?;
                let of = Arc::clone(&database);
                let readers = Readers::new(move || Ok(Box::new(postgres::Connection::reader(&of)?)));
                Ok((Self { readers, shared: Some(database), _folder: None }, Box::new(writer)))
            }
        }
    }

    /// Whether other processes write here too, so that memory may be behind the disk.
    pub(crate) const fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// Reads within one transaction, so that all of it is of one moment. Blocks: not for a thread that serves others.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&dyn Db) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.readers.read(read)
    }

    /// Tells other processes what was written here, and hears from them; nothing if there are none.
    pub(crate) fn pokes(&self, heard: impl Fn(Heard) + Send + Sync + 'static) -> Option<Pokes> {
        self.shared.as_ref().map(|database| Pokes::start(database, Arc::new(heard)))
    }
}
