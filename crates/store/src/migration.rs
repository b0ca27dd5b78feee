//! Brings a database to the newest schema, in one transaction.

use rusqlite::Connection;

/// Every migration, the first first. `PRAGMA user_version` counts how many a file has had.
///
/// Only SQL, never code of today: code changes, and the schema of a released version must come out the same for ever.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/0001_first.sql")];

/// The schema version of this build.
pub(crate) fn newest() -> usize {
    MIGRATIONS.len()
}

/// How many migrations the file has had.
pub(crate) fn version(db: &Connection) -> rusqlite::Result<usize> {
    db.query_one("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).map(|version| version as usize)
}

/// Runs what is missing up to `to`. Either all of it is there afterwards or none of it.
pub(crate) fn migrate(db: &mut Connection, to: usize) -> rusqlite::Result<()> {
    let from = version(db)?;
    if from >= to {
        return Ok(());
    }
    let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for sql in MIGRATIONS.iter().take(to).skip(from) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "user_version", to)?;
    transaction.commit()
}
