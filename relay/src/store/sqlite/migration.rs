//! Brings a database to the newest schema, in one transaction.

use rusqlite::Connection;

/// The number in the file's header that says it is a database of this relay: `wjkr` in ASCII.
pub(crate) const APPLICATION_ID: i32 = 0x776a_6b72;

/// Every migration, the first first. `PRAGMA user_version` counts how many a file has had. Only SQL, never code of today.
const MIGRATIONS: [&str; 3] = [
    include_str!("../../../migrations/sqlite/0001_first.sql"),
    include_str!("../../../migrations/sqlite/0002_superseded.sql"),
    include_str!("../../../migrations/sqlite/0003_door.sql"),
];

/// The schema version of this build.
pub(crate) const fn newest() -> usize {
    MIGRATIONS.len()
}

/// How many migrations the file has had.
pub(crate) fn version(db: &Connection) -> rusqlite::Result<usize> {
    db.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0)).map(|version| version as usize)
}

/// Runs what is missing. Either all of it is there afterwards or none of it.
pub(crate) fn migrate(db: &mut Connection) -> rusqlite::Result<()> {
    let from = version(db)?;
    if from >= newest() {
        return Ok(());
    }
    let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for sql in MIGRATIONS.iter().skip(from) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", newest())?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(db: &Connection) -> Vec<(String, String)> {
        let query = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
        let mut asked = db.prepare(query).expect("a question");
        let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("the schema");
        rows.map(|row| row.expect("words")).collect()
    }

    fn names(db: &Connection, query: &str, of: &str) -> Vec<String> {
        let mut asked = db.prepare(query).expect("a question");
        asked.query_map([of], |row| row.get(0)).expect("an answer").map(|name| name.expect("a name")).collect()
    }

    fn migrated() -> Connection {
        let mut db = Connection::open_in_memory().expect("an empty database");
        migrate(&mut db).expect("the migrations run");
        db
    }

    #[test]
    fn schema_sql_is_a_picture_of_the_newest_schema() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
        let statements: String = schema(&migrated()).into_iter().map(|(_, sql)| format!("\n{sql};\n")).collect();
        let picture =
            "-- The whole schema after the newest migration. Written by the test in src/store/sqlite/migration.rs:\n\
                       -- UPDATE_SCHEMA=1 cargo test -p relay schema_sql\n"
                .to_owned()
                + &statements;
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &picture).expect("schema.sql is written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, picture, "schema.sql shows another schema; run with UPDATE_SCHEMA=1 and read the difference");
    }

    #[test]
    fn every_table_and_index_begins_with_the_space_and_that_of_mailboxes_with_the_mailbox() {
        let db = migrated();
        let tables = schema(&db).into_iter().filter(|(_, sql)| sql.starts_with("CREATE TABLE"));
        for (table, sql) in tables {
            assert!(sql.contains("STRICT"), "{table} takes values of its types only");
            let indexes = names(&db, "SELECT name FROM pragma_index_list(?1)", &table);
            assert!(!indexes.is_empty(), "{table} has a key");
            for index in indexes {
                let columns = names(&db, "SELECT name FROM pragma_index_info(?1) ORDER BY seqno", &index);
                let first = if table == "mailbox" { "mailbox" } else { "space" };
                assert_eq!(columns[0], first, "{index} of {table} finds rows of one {first} only");
            }
        }
    }

    #[test]
    fn a_migration_that_fails_half_way_leaves_everything_as_it_was() {
        let mut db = Connection::open_in_memory().expect("an empty database");
        db.execute_batch("CREATE TABLE box (x)").expect("a table that is in the way");
        let before = schema(&db);
        assert!(migrate(&mut db).is_err(), "a later statement cannot run");
        assert_eq!(schema(&db), before, "none of the statements before it stays");
        assert_eq!(version(&db).expect("a version"), 0, "the file still says that it has had none");
    }
}
