//! Every row of each space of one store into another that is empty: how a backup comes out of PostgreSQL and into it.

use super::sql::{self, Db, Result, Value, values};
use super::table::space::{self, SpaceRow};

/// A table: how its rows of one space are read and written, and of which kind its columns are, `b` bytes or `n` a number.
struct Table {
    read: &'static str,
    write: &'static str,
    kinds: &'static str,
    /// A table that may be large is read in parts: rows after the value in this column.
    parts_by: Option<(usize, Start)>,
}

enum Start {
    Number,
    Bytes,
}

/// What a value is while it is between two stores.
enum Kept {
    Bytes(Vec<u8>),
    Number(u64),
}

impl<'a> From<&'a Kept> for Value<'a> {
    fn from(kept: &'a Kept) -> Self {
        match kept {
            Kept::Bytes(bytes) => Value::Bytes(bytes),
            Kept::Number(number) => Value::Number(*number),
        }
    }
}

/// Rows before the rows that refer to them. The space's own row comes before all of these.
const TABLES: [Table; 9] = [
    Table {
        read: "SELECT space, n, cursor, hash, bytes FROM membership_record WHERE space = ?1 ORDER BY n",
        write: "INSERT INTO membership_record (space, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        kinds: "bnnbb",
        parts_by: None,
    },
    Table {
        read: "SELECT space, scope, chain FROM scope WHERE space = ?1",
        write: "INSERT INTO scope (space, scope, chain) VALUES (?1, ?2, ?3)",
        kinds: "bbb",
        parts_by: None,
    },
    Table {
        read: "SELECT space, scope, n, cursor, hash, bytes FROM sharing_record WHERE space = ?1 AND cursor > ?2 \
               ORDER BY cursor LIMIT 1000",
        write: "INSERT INTO sharing_record (space, scope, n, cursor, hash, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        kinds: "bbnnbb",
        parts_by: Some((3, Start::Number)),
    },
    Table {
        read: "SELECT space, scope, record FROM tombstone WHERE space = ?1",
        write: "INSERT INTO tombstone (space, scope, record) VALUES (?1, ?2, ?3)",
        kinds: "bbb",
        parts_by: None,
    },
    Table {
        read: "SELECT space, cursor, scope, document, hash, chain, bytes, superseded, snapshot, device, counter FROM entry \
               WHERE space = ?1 AND cursor > ?2 ORDER BY cursor LIMIT 100",
        write: "INSERT INTO entry \
                (space, cursor, scope, document, hash, chain, bytes, superseded, snapshot, device, counter) \
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        kinds: "bnbbbbbnbbn",
        parts_by: Some((1, Start::Number)),
    },
    Table {
        read: "SELECT space, scope, device, counter, entry FROM number WHERE space = ?1",
        write: "INSERT INTO number (space, scope, device, counter, entry) VALUES (?1, ?2, ?3, ?4, ?5)",
        kinds: "bbbnb",
        parts_by: None,
    },
    Table {
        read: "SELECT space, scope, snapshot, stands FROM verdict WHERE space = ?1",
        write: "INSERT INTO verdict (space, scope, snapshot, stands) VALUES (?1, ?2, ?3, ?4)",
        kinds: "bbbn",
        parts_by: None,
    },
    Table {
        read: "SELECT space, hash, bytes FROM box WHERE space = ?1 AND hash > ?2 ORDER BY hash LIMIT 50",
        write: "INSERT INTO box (space, hash, bytes) VALUES (?1, ?2, ?3)",
        kinds: "bbb",
        parts_by: Some((1, Start::Bytes)),
    },
    Table {
        read: "SELECT space, log, subject, hash FROM box_use WHERE space = ?1",
        write: "INSERT INTO box_use (space, log, subject, hash) VALUES (?1, ?2, ?3, ?4)",
        kinds: "bbbb",
        parts_by: None,
    },
];

/// Copies every space.
pub(super) fn everything(from: &dyn Db, to: &dyn Db) -> Result<()> {
    for row in space::all(from)? {
        // The key of the door stays where it is: who has a backup shall not come in with it.
        space::insert(to, &SpaceRow { door: None, ..row })?;
        for table in &TABLES {
            let mut after = table.parts_by.as_ref().map(|(column, start)| match start {
                Start::Number => (*column, Kept::Number(0)),
                Start::Bytes => (*column, Kept::Bytes(Vec::new())),
            });
            loop {
                let rows = match &after {
                    Some((_, after)) => part(from, table, values![row.space.0, *after])?,
                    None => part(from, table, values![row.space.0])?,
                };
                for row in &rows {
                    let values: Vec<Value<'_>> = row.iter().map(Value::from).collect();
                    to.run(table.write, &values)?;
                }
                let last = rows.into_iter().next_back().unwrap_or_default();
                let Some((column, _)) = after else { break };
                let Some(last) = last.into_iter().nth(column) else { break };
                after = Some((column, last));
            }
        }
    }
    Ok(())
}

fn part(from: &dyn Db, table: &Table, values: &[Value<'_>]) -> Result<Vec<Vec<Kept>>> {
    sql::all(from, table.read, values, |row| {
        let columns = table.kinds.chars().enumerate().map(|(column, kind)| match kind {
            'n' => row.number(column).map(Kept::Number),
            _ => row.bytes(column).map(|bytes| Kept::Bytes(bytes.to_vec())),
        });
        columns.collect()
    })
}
