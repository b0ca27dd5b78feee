//! The seam between the relay and its two engines: a statement with numbered places, values for them, and rows.
//!
//! Statements are written once, in what SQLite and PostgreSQL have in common, with places `?1`, `?2`, …. Every statement is kept
//! prepared.

use super::StoreError;

pub(crate) type Result<T> = std::result::Result<T, StoreError>;

/// What stands at a place of a statement.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Bytes(&'a [u8]),
    Number(u64),
}

impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<&&'a [u8]> for Value<'a> {
    fn from(bytes: &&'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&u64> for Value<'_> {
    fn from(number: &u64) -> Self {
        Self::Number(*number)
    }
}

impl From<&bool> for Value<'_> {
    fn from(yes: &bool) -> Self {
        Self::Number(u64::from(*yes))
    }
}

/// Values in the order of their places.
macro_rules! values {
    ($($value:expr),+ $(,)?) => { &[$($crate::store::sql::Value::from(&$value)),+] };
}
pub(crate) use values;

/// A row of an answer.
pub(crate) trait Row {
    /// The bytes in a column.
    fn bytes(&self, column: usize) -> Result<&[u8]>;
    /// The number in a column.
    fn number(&self, column: usize) -> Result<u64>;
}

impl dyn Row + '_ {
    /// The bytes in a column that always has so many.
    pub(crate) fn array<const N: usize>(&self, column: usize) -> Result<[u8; N]> {
        self.bytes(column)?.try_into().map_err(|_| StoreError::Row)
    }
}

/// What is shown of an answer, until it says false.
pub(crate) type Show<'a> = &'a mut dyn FnMut(&dyn Row) -> Result<bool>;

/// A connection of either engine, within a transaction.
pub(crate) trait Db {
    /// Runs a statement and tells how many rows it changed.
    fn run(&self, sql: &'static str, values: &[Value<'_>]) -> Result<u64>;

    /// Runs a statement whose answer nobody waits for: whatever goes wrong is told by the next statement or the commit.
    fn put(&self, sql: &'static str, values: &[Value<'_>]) -> Result<()> {
        self.run(sql, values).map(drop)
    }

    /// Shows every row, in the order of the statement.
    fn each(&self, sql: &'static str, values: &[Value<'_>], show: Show<'_>) -> Result<()>;

    /// Whether other processes write here too.
    fn is_shared(&self) -> bool;
}

/// A connection that begins transactions.
pub(crate) trait Writer: Send {
    /// Begins one. Dropped without a commit it changes nothing.
    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>>;

    /// After an erasure: makes sure that nothing of it stands in a log of the engine. False if that cannot be done now.
    fn empty_log(&self) -> bool;
}

/// All of it or nothing.
pub(crate) trait Transaction: Db {
    /// On disk when this returns.
    fn commit(self: Box<Self>) -> Result<()>;
}

/// The first row, if there is one.
pub(crate) fn one<T>(
    db: &dyn Db,
    sql: &'static str,
    values: &[Value<'_>],
    read: impl Fn(&dyn Row) -> Result<T>,
) -> Result<Option<T>> {
    let mut found = None;
    db.each(sql, values, &mut |row| {
        found = Some(read(row)?);
        Ok(false)
    })?;
    Ok(found)
}

/// Every row, in the order of the statement.
pub(crate) fn all<T>(
    db: &dyn Db,
    sql: &'static str,
    values: &[Value<'_>],
    read: impl Fn(&dyn Row) -> Result<T>,
) -> Result<Vec<T>> {
    let mut found = Vec::new();
    db.each(sql, values, &mut |row| {
        found.push(read(row)?);
        Ok(true)
    })?;
    Ok(found)
}
