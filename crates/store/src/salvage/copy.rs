//! Copies rows from a damaged file, around the pages that cannot be read.

use std::path::Path;

use rusqlite::{Connection, params_from_iter, types::Value};

use crate::{key_file::DatabaseKey, open::OpenError, salvage::read_only, sql};

/// What the documents do not give back, in an order in which nothing waits for something later.
const TABLES: [&str; 13] = [
    "scope_key",
    "document",
    "change",
    "snapshot",
    "outbox",
    "tombstone",
    "device",
    "resume",
    "expectation",
    "to_print",
    "imported_instrument",
    "access",
    "setting",
];

/// The second copy of the keys, on pages of its own: read from the index, not from the table.
const KEYS_AGAIN: &str = "scope_key INDEXED BY scope_key_again";

/// A conversation's line in the read tables: enough to know its document again where that row was lost.
pub(super) struct Known {
    pub document: [u8; 16],
    pub resident: [u8; 16],
}

/// Copies every row that can be read, and returns the conversations that the old read tables knew.
pub(super) fn copy(from: &Path, key: &DatabaseKey, to: &mut Connection) -> Result<Vec<Known>, OpenError> {
    to.pragma_update(None, "foreign_keys", false)?;
    let transaction = to.transaction()?;
    let mut source = Source { path: from, key, db: None };
    for table in TABLES {
        let shape = Shape::of(&transaction, table)?;
        source.read(&shape, |row| put(&transaction, table, &shape, row))?;
    }
    let keys_again = Shape { table: KEYS_AGAIN, columns: "key, scope".into(), key: "key, scope".into(), by_blob: true };
    source.read(&keys_again, |row| put(&transaction, "scope_key", &keys_again, row))?;
    let mut known = Vec::new();
    let shape = Shape { table: "conversation", columns: "id, resident".into(), key: "id".into(), by_blob: true };
    source.read(&shape, |row| {
        if let [Value::Blob(id), Value::Blob(resident)] = row.as_slice()
            && let (Ok(document), Ok(resident)) = (id.as_slice().try_into(), resident.as_slice().try_into())
        {
            known.push(Known { document, resident });
        }
        Ok(())
    })?;
    transaction.commit()?;
    Ok(known)
}

/// Puts a row in the new table, unless it is there or is not one that the table takes.
fn put(db: &Connection, table: &str, shape: &Shape, row: Vec<Value>) -> rusqlite::Result<()> {
    let places = vec!["?"; row.len()].join(", ");
    let sql = format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({places})", shape.columns);
    sql::run(db, &sql, params_from_iter(row)).map(drop)
}

/// A table as far as copying needs to know it.
struct Shape {
    table: &'static str,
    columns: String,
    /// The columns of its key, the first one first.
    key: String,
    /// Whether the first column of the key is a random id.
    by_blob: bool,
}

impl Shape {
    fn of(db: &Connection, table: &'static str) -> rusqlite::Result<Self> {
        let query = "SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY pk";
        let columns: Vec<(String, String, u32)> =
            sql::all(db, query, [table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let names = |keys_only: bool| {
            let names = columns.iter().filter(|(_, _, pk)| !keys_only || *pk > 0).map(|(name, ..)| name.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let by_blob = columns.iter().any(|(_, kind, pk)| *pk == 1 && kind == "BLOB");
        Ok(Self { table, columns: names(false), key: names(true), by_blob })
    }

    /// Statements that together read every row. A table by random ids is read in 256 pieces, so that one unreadable page
    /// costs no more than its piece, and a piece from both ends, so that it costs no more than itself.
    fn pieces(&self) -> Vec<[String; 2]> {
        let first = self.key.split(',').next().unwrap_or_default();
        let ranges: Vec<String> =
            if self.by_blob { (0..=255_u8).map(|byte| range(first, byte)).collect() } else { vec!["true".to_owned()] };
        let statement = |range: &str, direction: &str| {
            let order =
                self.key.split(", ").map(|column| format!("{column} {direction}")).collect::<Vec<_>>().join(", ");
            format!("SELECT {} FROM {} WHERE {range} ORDER BY {order}", self.columns, self.table)
        };
        ranges.iter().map(|range| [statement(range, "ASC"), statement(range, "DESC")]).collect()
    }
}

fn range(column: &str, byte: u8) -> String {
    match byte.checked_add(1) {
        Some(next) => format!("{column} >= x'{byte:02x}' AND {column} < x'{next:02x}'"),
        None => format!("{column} >= x'{byte:02x}'"),
    }
}

struct Source<'a> {
    path: &'a Path,
    key: &'a DatabaseKey,
    db: Option<Connection>,
}

impl Source<'_> {
    fn read(
        &mut self,
        shape: &Shape,
        mut take: impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
    ) -> Result<(), OpenError> {
        for [forwards, backwards] in shape.pieces() {
            if !self.read_piece(&forwards, &mut take)? {
                self.read_piece(&backwards, &mut take)?;
            }
        }
        Ok(())
    }

    /// Whether the piece was read to its end. What `take` says is an error; what cannot be read is not.
    fn read_piece(
        &mut self,
        sql: &str,
        take: &mut impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
    ) -> Result<bool, OpenError> {
        let db = match self.db.take() {
            Some(db) => db,
            None => read_only(self.path, self.key)?,
        };
        // A connection that met an unreadable page is not trusted further: only after a whole piece is it kept.
        let whole = match db.prepare(sql) {
            Ok(mut statement) => read_rows(&mut statement, take)?,
            Err(_) => false,
        };
        self.db = whole.then_some(db);
        Ok(whole)
    }
}

fn read_rows(
    statement: &mut rusqlite::Statement<'_>,
    take: &mut impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
) -> Result<bool, OpenError> {
    let columns = statement.column_count();
    let Ok(mut rows) = statement.query([]) else { return Ok(false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => match (0..columns).map(|column| row.get(column)).collect::<rusqlite::Result<Vec<Value>>>()
            {
                Ok(row) => take(row)?,
                Err(_) => return Ok(false),
            },
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}
