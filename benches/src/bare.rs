//! The same SQLite without us and without encryption: what stands beside our figures.

use std::path::Path;

use rusqlite::{Connection, Statement, params};

use crate::outcome::Outcome;

/// A database with the settings of the store, but for the key.
pub(crate) fn open(path: &Path) -> Outcome<Connection> {
    let db = Connection::open(path)?;
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000")?;
    Ok(db)
}

/// A table `row (id, owner, text)` with as many rows as there are `texts`, each owned by the given number.
pub(crate) fn fill(db: &mut Connection, rows: impl Iterator<Item = (u64, String)>) -> Outcome {
    db.execute_batch(
        "DROP TABLE IF EXISTS row;
         CREATE TABLE row (id INTEGER PRIMARY KEY, owner INTEGER NOT NULL, text TEXT NOT NULL);
         CREATE INDEX row_of_owner ON row (owner)",
    )?;
    insert(db, rows)
}

/// Adds rows in one transaction.
pub(crate) fn insert(db: &mut Connection, rows: impl Iterator<Item = (u64, String)>) -> Outcome {
    let tx = db.transaction()?;
    {
        let mut statement = tx.prepare("INSERT INTO row (owner, text) VALUES (?1, ?2)")?;
        for (owner, text) in rows {
            statement.execute(params![owner, text])?;
        }
    }
    Ok(tx.commit()?)
}

/// Reads rows with a statement that was prepared before, and counts the letters, so that they are really read.
pub(crate) fn letters(statement: &mut Statement<'_>, key: impl rusqlite::ToSql) -> Outcome<usize> {
    let mut rows = statement.query([key])?;
    let mut letters = 0_usize;
    while let Some(row) = rows.next()? {
        letters = letters.saturating_add(row.get_ref(0)?.as_str().map_or(0, str::len));
    }
    Ok(letters)
}
