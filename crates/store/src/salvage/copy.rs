//! Copies rows from a damaged file, around the pages that cannot be read.

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, params_from_iter, types::Value};

use crate::{
    key_file::DatabaseKey,
    open::OpenError,
    salvage::{read_only, shape::Shape},
    sql,
};

/// What the documents do not give back, in an order in which nothing waits for something later.
const TABLES: [&str; 31] = [
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
    "space",
    "home",
    "record",
    "held_key",
    "chain",
    "writer",
    "sealed",
    "fetched",
    "seen_to",
    "shared",
    "vouched",
    "flagged",
    "aside",
    "wish",
    "growth",
    "cover",
    "left_out",
    "had",
];

/// Tables of which an index has a second copy, on pages of its own.
const AGAIN: [(&str, &str); 4] = [
    ("scope_key", "scope_key_again"),
    ("device", "device_again"),
    ("space", "space_again"),
    ("held_key", "held_key_again"),
];

/// What is known beside the rows that were copied.
#[derive(Default)]
pub(super) struct Known {
    pub conversations: Vec<KnownConversation>,
    pub keys: KnownKeys,
}

/// A conversation's line in the read tables: enough to know its document again where that row was lost.
pub(super) struct KnownConversation {
    pub document: [u8; 16],
    pub resident: [u8; 16],
}

/// The keys that there were for syncing, by the ids that stand in an index of their own.
#[derive(Default)]
pub(super) struct KnownKeys {
    pub spaces: BTreeSet<Vec<u8>>,
    pub held: BTreeSet<(Vec<u8>, Vec<u8>)>,
}

/// Copies every row that can be read, and returns what is known beside.
pub(super) fn copy(from: &Path, key: &DatabaseKey, to: &mut Connection) -> Result<Known, OpenError> {
    to.pragma_update(None, "foreign_keys", false)?;
    let transaction = to.transaction()?;
    let mut source = Source { path: from, key, db: None };
    let mut known = Known::default();
    for table in TABLES {
        let Some(shape) = Shape::of(&transaction, table)? else { continue };
        source.read(&shape, |row| put(&transaction, table, &shape, row))?;
        for (_, index) in AGAIN.into_iter().filter(|(of, _)| *of == table) {
            let again = Shape::by_id(&format!("{table} INDEXED BY {index}"), &columns(&transaction, index)?);
            source.read(&again, |row| put(&transaction, table, &again, row))?;
        }
    }
    source.read(&Shape::by_id("conversation", "id, resident"), |row| {
        if let [Value::Blob(id), Value::Blob(resident)] = row.as_slice()
            && let (Ok(document), Ok(resident)) = (id.as_slice().try_into(), resident.as_slice().try_into())
        {
            known.conversations.push(KnownConversation { document, resident });
        }
        Ok(())
    })?;
    if Shape::of(&transaction, "space")?.is_some() {
        known.keys = keys(&mut source)?;
    }
    transaction.commit()?;
    Ok(known)
}

/// The columns of an index, as the schema has them that is copied.
fn columns(db: &Connection, index: &str) -> rusqlite::Result<String> {
    let query = "SELECT name FROM pragma_index_info(?1) ORDER BY seqno";
    Ok(sql::all::<String, Vec<_>>(db, query, [index], |row| row.get(0))?.join(", "))
}

/// Which keys there were, also where they themselves cannot be read.
fn keys(source: &mut Source<'_>) -> Result<KnownKeys, OpenError> {
    let mut known = KnownKeys::default();
    source.read(&Shape::by_id("space INDEXED BY sqlite_autoindex_space_1", "id"), |row| {
        if let [Value::Blob(id)] = row.as_slice() {
            known.spaces.insert(id.clone());
        }
        Ok(())
    })?;
    source.read(&Shape::by_id("held_key INDEXED BY sqlite_autoindex_held_key_1", "space, id"), |row| {
        if let [Value::Blob(space), Value::Blob(id)] = row.as_slice() {
            known.held.insert((space.clone(), id.clone()));
        }
        Ok(())
    })?;
    Ok(known)
}

/// Puts a row in the new table, unless it is there or is not one that the table takes.
fn put(db: &Connection, table: &str, shape: &Shape, row: Vec<Value>) -> rusqlite::Result<()> {
    let places = vec!["?"; row.len()].join(", ");
    let sql = format!("INSERT OR IGNORE INTO {table} ({}) VALUES ({places})", shape.columns);
    sql::run(db, &sql, params_from_iter(row)).map(drop)
}

struct Source<'a> {
    path: &'a Path,
    key: &'a DatabaseKey,
    db: Option<Connection>,
}

impl Source<'_> {
    /// Reads every row that can be read.
    fn read(
        &mut self,
        shape: &Shape,
        mut take: impl FnMut(Vec<Value>) -> rusqlite::Result<()>,
    ) -> Result<(), OpenError> {
        for [forwards, backwards] in shape.statements() {
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
