//! Writes the read tables from the documents: only the rows that an edit touches, or everything of a document.
//!
//! Each function takes the whole as it is *after* the edit. With the edit given, the rows it names are made equal to the
//! whole; with `None` (a new document, a merge, a rebuild) every row is. A test shows that both ways end in the same rows.

pub(crate) mod compare;
mod conversation;
mod directory;
mod dossier;
mod plan;

#[cfg(test)]
mod oracle;
#[cfg(test)]
mod tests;

use crate::{
    error::Error,
    sql,
    store::{Reader, Tx},
    table::written,
};

/// Read tables and what must be emptied before them.
const READ_TABLES: [&str; 13] = [
    "answer",
    "remark",
    "said",
    "theme",
    "talk_step",
    "conversation",
    "basis",
    "resident",
    "plan_part",
    "step",
    "person",
    "contact",
    "written",
];

/// What of a read table the documents give: all of it, but for the numbers that only `written` and its index know.
fn columns(table: &str) -> &'static str {
    if table == "written" { "resident, owner, kind, part, text" } else { "*" }
}

impl Tx<'_> {
    /// Empties every read table and the index, before all documents are projected again. What is only on this device (settings,
    /// the access log, the place to resume, …) stays.
    pub fn clear_read_tables(&self) -> Result<(), Error> {
        written::clear(&self.db)?;
        for table in READ_TABLES {
            sql::run(&self.db, &format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Rows in all read tables together.
    pub fn read_rows(&self) -> Result<u64, Error> {
        READ_TABLES.iter().try_fold(0_u64, |rows, table| {
            let more: u64 =
                sql::one(self.db, &format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?.unwrap_or(0);
            Ok(rows.saturating_add(more))
        })
    }
}
