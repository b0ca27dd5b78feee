//! Connections for reading, kept open for the next who reads.

use std::sync::{Mutex, PoisonError};

use super::sql::{Db, Result, Writer};
use crate::limit::READERS_KEPT;

type Open = Box<dyn Fn() -> Result<Box<dyn Writer>> + Send + Sync>;

/// The readers of one store.
pub(crate) struct Readers {
    open: Open,
    idle: Mutex<Vec<Box<dyn Writer>>>,
}

impl Readers {
    /// Opens nothing yet. What `open` gives may not write: its engine sees to that.
    pub(crate) fn new(open: impl Fn() -> Result<Box<dyn Writer>> + Send + Sync + 'static) -> Self {
        Self { open: Box::new(open), idle: Mutex::new(Vec::new()) }
    }

    /// Reads within one transaction. A connection on which something went wrong is not used again.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&dyn Db) -> Result<T>) -> Result<T> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = idle.map_or_else(|| (self.open)(), Ok)?;
        let transaction = connection.begin()?;
        let found = read(&*transaction)?;
        transaction.commit()?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < READERS_KEPT {
            idle.push(connection);
        }
        Ok(found)
    }
}
