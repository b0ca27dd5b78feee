//! Connections for reading: a few, which whoever reads takes in turn.

use std::sync::{Condvar, Mutex, PoisonError};

use super::sql::{Db, Result, Writer};
use crate::limit::READERS_MAX;

type Open = Box<dyn Fn() -> Result<Box<dyn Writer>> + Send + Sync>;

/// The readers of one store.
pub(crate) struct Readers {
    open: Open,
    kept: Mutex<Kept>,
    /// One was given back.
    back: Condvar,
}

#[derive(Default)]
struct Kept {
    idle: Vec<Box<dyn Writer>>,
    /// How many there are, in use or idle.
    count: usize,
}

/// A place among the readers, with a connection unless it has failed.
struct Lease<'a> {
    readers: &'a Readers,
    connection: Option<Box<dyn Writer>>,
}

impl Readers {
    /// Opens nothing yet. What `open` gives may not write: its engine sees to that.
    pub(crate) fn new(open: impl Fn() -> Result<Box<dyn Writer>> + Send + Sync + 'static) -> Self {
        Self { open: Box::new(open), kept: Mutex::default(), back: Condvar::new() }
    }

    /// Reads within one transaction, once there is a connection for it. One on which something went wrong is not used again.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&dyn Db) -> Result<T>) -> Result<T> {
        let mut lease = self.lease();
        let mut connection = lease.connection.take().map_or_else(|| (self.open)(), Ok)?;
        let transaction = connection.begin()?;
        let found = read(&*transaction)?;
        transaction.commit()?;
        lease.connection = Some(connection);
        Ok(found)
    }

    fn lease(&self) -> Lease<'_> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |kept: &mut Kept| kept.idle.is_empty() && kept.count >= READERS_MAX;
        let mut kept = self.back.wait_while(kept, is_full).unwrap_or_else(PoisonError::into_inner);
        let connection = kept.idle.pop();
        if connection.is_none() {
            kept.count += 1;
        }
        Lease { readers: self, connection }
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        let mut kept = self.readers.kept.lock().unwrap_or_else(PoisonError::into_inner);
        match self.connection.take() {
            Some(connection) => kept.idle.push(connection),
            None => kept.count -= 1,
        }
        self.readers.back.notify_one();
    }
}
