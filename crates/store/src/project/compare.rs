//! Whether the read tables are what the documents give: everything is made anew beside them, compared, and thrown away.

use std::{
    cell::Cell,
    collections::{HashMap, hash_map::RandomState},
    hash::{BuildHasher, Hash, Hasher},
};

use rusqlite::{Connection, TransactionBehavior, types::ValueRef};

use super::{READ_TABLES, columns};
use crate::{
    error::Error,
    sql,
    store::{Store, Tx},
};

/// How the read tables differ from what was projected anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Differing {
    /// Rows that the documents give and the tables lack.
    pub lacking: u64,
    /// Rows that the tables have and no document gives.
    pub unfounded: u64,
    /// The search index does not have exactly the words of its table.
    pub index: bool,
}

impl Store {
    /// Empties the read tables, lets `project` fill them from the documents, compares with what stood there, and takes
    /// everything back: in one transaction that is never committed. Nothing is changed, whatever this returns. Needs about as
    /// much room on the disk as the read tables take.
    pub fn compare_read_tables(
        &mut self,
        project: impl FnOnce(&Tx<'_>) -> Result<(), Error>,
    ) -> Result<Differing, Error> {
        let db = self.connection().transaction_with_behavior(TransactionBehavior::Immediate)?;
        let index = match sql::run(&db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", []) {
            Ok(_) => false,
            Err(error) => match error.into() {
                Error::Damaged => true,
                error => return Err(error),
            },
        };
        let mut counted = Counted::default();
        counted.add(&db, -1)?;
        // Dropped without a commit, which rolls it back.
        let tx = Tx { db, erased: Cell::new(false) };
        tx.clear_read_tables()?;
        project(&tx)?;
        counted.add(&tx.db, 1)?;
        Ok(Differing { index, ..counted.differing() })
    }

    /// How many pages of the file do not fit their checksum. Reads the whole file: about 4 ms a MiB.
    pub fn damaged_pages(&mut self) -> Result<u64, Error> {
        // The check reads the file alone, so what the log holds must be in it first.
        self.rest()?;
        let mut check = self.connection().prepare("PRAGMA cipher_integrity_check")?;
        let mut faults = check.query([])?;
        let mut pages = 0_u64;
        while faults.next()?.is_some() {
            pages = pages.saturating_add(1);
        }
        Ok(pages)
    }
}

/// How often each row was seen after, minus how often before. Rows are told apart by a keyed hash: small, and never shown.
#[derive(Default)]
struct Counted {
    keys: RandomState,
    rows: HashMap<u64, i64>,
}

impl Counted {
    fn add(&mut self, db: &Connection, step: i64) -> Result<(), Error> {
        for table in READ_TABLES {
            let mut statement = db.prepare(&format!("SELECT {} FROM {table}", columns(table)))?;
            let width = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let mut hasher = self.keys.build_hasher();
                table.hash(&mut hasher);
                for column in 0..width {
                    add_value(row.get_ref(column)?, &mut hasher);
                }
                let seen = self.rows.entry(hasher.finish()).or_default();
                *seen = seen.saturating_add(step);
            }
        }
        Ok(())
    }

    fn differing(&self) -> Differing {
        let sum = |sign: i64| {
            let rows = self.rows.values().map(|seen| u64::try_from(seen.saturating_mul(sign)).unwrap_or(0));
            rows.fold(0, u64::saturating_add)
        };
        Differing { lacking: sum(1), unfounded: sum(-1), index: false }
    }
}

fn add_value(value: ValueRef<'_>, hasher: &mut impl Hasher) {
    match value {
        ValueRef::Null => 0_u8.hash(hasher),
        ValueRef::Integer(number) => (1_u8, number).hash(hasher),
        ValueRef::Real(number) => (2_u8, number.to_bits()).hash(hasher),
        ValueRef::Text(text) => (3_u8, text).hash(hasher),
        ValueRef::Blob(bytes) => (4_u8, bytes).hash(hasher),
    }
}
