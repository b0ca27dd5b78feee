//! A table as far as copying needs to know it, and the statements that read it piece by piece.

use data_encoding::HEXLOWER;
use rusqlite::{Connection, Result};

use crate::sql;

/// What is read, and in which order.
pub(super) struct Shape {
    /// The table, or an index that has all of it.
    pub from: String,
    pub columns: String,
    /// The columns of its key, the first one first.
    key: Vec<String>,
    pieces: Pieces,
}

/// How the rows are divided, so that one unreadable page costs no more than its piece.
enum Pieces {
    /// Not at all: there are few.
    One,
    /// By the first byte of a random id, the first column of the key.
    ById,
    /// Space by space (these are all there are, in hexadecimal), and there by the first byte of an id where one comes next.
    BySpace { spaces: Vec<String>, then_by_id: bool },
}

impl Shape {
    /// Of a table of the new database; nothing where the schema does not have it yet. The spaces must have been copied before
    /// what is theirs.
    pub(super) fn of(db: &Connection, table: &str) -> Result<Option<Self>> {
        let query = "SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY pk";
        let columns: Vec<(String, String, u32)> =
            sql::all(db, query, [table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        if columns.is_empty() {
            return Ok(None);
        }
        let names = |keys_only: bool| {
            let names = columns.iter().filter(|(_, _, pk)| !keys_only || *pk > 0).map(|(name, ..)| name.clone());
            names.collect::<Vec<_>>()
        };
        let is_blob = |at: u32| columns.iter().any(|(_, kind, pk)| *pk == at && kind == "BLOB");
        let of_a_space = columns.iter().any(|(name, _, pk)| *pk == 1 && name == "space");
        let pieces = if of_a_space {
            let spaces: Vec<[u8; 32]> = sql::all(db, "SELECT id FROM space", [], |row| row.get(0))?;
            let spaces = spaces.iter().map(|id| HEXLOWER.encode(id)).collect();
            Pieces::BySpace { spaces, then_by_id: is_blob(2) }
        } else if is_blob(1) {
            Pieces::ById
        } else {
            Pieces::One
        };
        Ok(Some(Self { from: table.to_owned(), columns: names(false).join(", "), key: names(true), pieces }))
    }

    /// Of an index or a table by these columns alone, the first a random id.
    pub(super) fn by_id(from: &str, columns: &str) -> Self {
        let key = columns.split(", ").map(str::to_owned).collect();
        Self { from: from.to_owned(), columns: columns.to_owned(), key, pieces: Pieces::ById }
    }

    /// Statements that together read every row, each piece from both ends, so that an unreadable page costs no more than itself.
    pub(super) fn statements(&self) -> Vec<[String; 2]> {
        let statement = |range: &str, direction: &str| {
            let order = self.key.iter().map(|column| format!("{column} {direction}")).collect::<Vec<_>>().join(", ");
            format!("SELECT {} FROM {} WHERE {range} ORDER BY {order}", self.columns, self.from)
        };
        self.ranges().iter().map(|range| [statement(range, "ASC"), statement(range, "DESC")]).collect()
    }

    fn ranges(&self) -> Vec<String> {
        match &self.pieces {
            Pieces::One => vec!["true".to_owned()],
            Pieces::ById => self.by_first_byte(0),
            Pieces::BySpace { spaces, then_by_id } => {
                let within = if *then_by_id { self.by_first_byte(1) } else { vec!["true".to_owned()] };
                let ranges = spaces
                    .iter()
                    .flat_map(|space| within.iter().map(move |range| format!("space = x'{space}' AND {range}")));
                ranges.collect()
            }
        }
    }

    /// Every value of the key's column `at` (from 0), in 256 ranges. The empty one is in the first.
    fn by_first_byte(&self, at: usize) -> Vec<String> {
        let column = self.key.get(at).map_or("", String::as_str);
        let range = |byte: u8| match (byte, byte.checked_add(1)) {
            (0, _) => format!("{column} < x'01'"),
            (_, Some(next)) => format!("{column} >= x'{byte:02x}' AND {column} < x'{next:02x}'"),
            (_, None) => format!("{column} >= x'{byte:02x}'"),
        };
        (0..=u8::MAX).map(range).collect()
    }
}
