//! The store in one SQLite file.

pub(super) mod folder;
pub(super) mod migration;
pub(super) mod open;

use rusqlite::{
    Connection, ToSql, TransactionBehavior,
    types::{ToSqlOutput, ValueRef},
};

use super::{
    StoreError,
    sql::{Db, Result, Row, Show, Transaction, Value, Writer},
};

/// A connection to the file.
pub(super) struct File {
    db: Connection,
    reads_only: bool,
}

impl File {
    pub(super) const fn new(db: Connection) -> Self {
        Self { db, reads_only: false }
    }

    pub(super) const fn for_reading(db: Connection) -> Self {
        Self { db, reads_only: true }
    }
}

impl Writer for File {
    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>> {
        let behavior = if self.reads_only { TransactionBehavior::Deferred } else { TransactionBehavior::Immediate };
        Ok(Box::new(self.db.transaction_with_behavior(behavior)?))
    }

    fn empty_log(&self) -> bool {
        open::empty_log(&self.db)
    }
}

impl Transaction for rusqlite::Transaction<'_> {
    fn commit(self: Box<Self>) -> Result<()> {
        Ok((*self).commit()?)
    }
}

impl Db for rusqlite::Transaction<'_> {
    fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        (**self).run(sql, values)
    }

    fn each(&self, sql: &'static str, values: &[Value<'_>], show: Show<'_>) -> Result<()> {
        (**self).each(sql, values, show)
    }

    fn is_shared(&self) -> bool {
        false
    }
}

impl Db for Connection {
    fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64> {
        let changed = self.prepare_cached(sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    fn each(&self, sql: &'static str, values: &[Value<'_>], show: Show<'_>) -> Result<()> {
        let mut statement = self.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if !show(row)? {
                break;
            }
        }
        Ok(())
    }

    fn is_shared(&self) -> bool {
        false
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Bytes(bytes) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(bytes))),
            Self::Number(number) => number.to_sql(),
        }
    }
}

impl Row for rusqlite::Row<'_> {
    fn bytes(&self, column: usize) -> Result<&[u8]> {
        self.get_ref(column)?.as_blob().map_err(|_| StoreError::Row)
    }

    fn number(&self, column: usize) -> Result<u64> {
        Ok(self.get(column)?)
    }
}
