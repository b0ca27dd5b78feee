//! Brings a database to the newest schema, in one transaction.

use rusqlite::Connection;

use crate::open::APPLICATION_ID;

/// Every migration, the first first. `PRAGMA user_version` counts how many a file has had.
///
/// Only SQL, never code of today: code changes, and the schema of a released version must come out the same for ever.
const MIGRATIONS: [&str; 6] = [
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_sync.sql"),
    include_str!("../migrations/0003_compact.sql"),
    include_str!("../migrations/0004_teams.sql"),
    include_str!("../migrations/0005_restore.sql"),
    include_str!("../migrations/0006_voices.sql"),
];

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
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", to)?;
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use rusqlite::types::Value;

    use super::*;
    use crate::Reader;

    /// A few rows in every table, as each released version wrote them. They never change either.
    const RELEASED: [&str; 6] = [
        include_str!("../released/0001.sql"),
        include_str!("../released/0002.sql"),
        include_str!("../released/0003.sql"),
        include_str!("../released/0004.sql"),
        include_str!("../released/0005.sql"),
        include_str!("../released/0006.sql"),
    ];

    fn at(version: usize) -> Connection {
        let mut db = Connection::open_in_memory().expect("an empty database");
        migrate(&mut db, version).expect("the migrations run");
        db
    }

    /// Every statement of the schema, in the order in which it was made; FTS5's own tables are not ours to show.
    fn schema(db: &Connection) -> String {
        let query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY rowid";
        let statements: Vec<String> = crate::sql::all(db, query, [], |row| row.get(0)).expect("the schema");
        statements.into_iter().map(|sql| sql + ";\n\n").collect::<String>().trim_end().to_owned() + "\n"
    }

    fn rows(db: &Connection, table: &str) -> Vec<Vec<Value>> {
        let mut statement = db.prepare(&format!("SELECT * FROM {table}")).expect("a table");
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).expect("rows");
        rows.collect::<rusqlite::Result<_>>().expect("rows that read")
    }

    #[test]
    fn schema_sql_is_a_picture_of_the_newest_schema() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
        let picture =
            "-- The whole schema as it stands after the newest migration. Written by the test in src/migration.rs:\n\
                       -- UPDATE_SCHEMA=1 cargo test -p store schema_sql\n\n"
                .to_owned()
                + &schema(&at(newest()));
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(path, &picture).expect("schema.sql is written");
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(kept, picture, "schema.sql shows another schema; run with UPDATE_SCHEMA=1 and read the difference");
    }

    #[test]
    fn every_released_schema_comes_to_the_newest_with_its_rows() {
        let expected = schema(&at(newest()));
        for (n, fixture) in RELEASED.iter().enumerate() {
            let mut db = at(n + 1);
            db.execute_batch(fixture).expect("the rows of that version go in");
            let documents = rows(&db, "document");
            migrate(&mut db, newest()).expect("the rest runs");
            assert_eq!(schema(&db), expected, "from version {} the same schema comes out", n + 1);
            assert_eq!(version(&db).expect("a version"), newest(), "the file says so");
            assert_eq!(rows(&db, "document"), documents, "documents come through every migration");
            assert!(!documents.is_empty(), "the fixture of version {} has documents", n + 1);
            for row in Reader::of(&db).documents().expect("documents") {
                let bytes = Reader::of(&db).document_bytes(row.id).expect("it opens").expect("it is there").bytes;
                assert!(bytes.chunks(4).all(|part| part == [0x85, 0x6f, 0x4a, 0x83]), "what was sealed then opens now");
            }
        }
        assert_eq!(RELEASED.len(), MIGRATIONS.len(), "each released schema has a fixture in released/");
    }

    #[test]
    fn rows_of_the_first_version_all_come_to_the_version_that_syncs() {
        let mut db = at(1);
        db.execute_batch(RELEASED[0]).expect("the rows of the first version go in");
        let query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'";
        let tables: Vec<String> = crate::sql::all(&db, query, [], |row| row.get(0)).expect("the tables");
        let before: Vec<_> = tables.iter().map(|table| (table, rows(&db, table))).collect();
        migrate(&mut db, 2).expect("the second migration runs");
        for (table, before) in before {
            assert!(!before.is_empty(), "the fixture has rows in {table}");
            let mut after = rows(&db, table);
            if ["outbox", "basis"].contains(&table.as_str()) {
                let added: Vec<Value> = after.iter_mut().filter_map(Vec::pop).collect();
                assert!(added.iter().all(|new| *new == Value::Null), "what is new in {table} says nothing yet");
            }
            assert_eq!(after, before, "{table} keeps its rows as they were");
        }
    }

    #[test]
    fn a_migration_that_fails_half_way_leaves_everything_as_it_was() {
        let mut db = at(0);
        db.execute_batch("CREATE TABLE setting (x)").expect("a table that is in the way of the last statement");
        let before = schema(&db);
        assert!(migrate(&mut db, newest()).is_err(), "the last statement cannot run");
        assert_eq!(schema(&db), before, "none of the statements before it stays");
        assert_eq!(version(&db).expect("a version"), 0, "the file still says that it has had none");
    }
}
