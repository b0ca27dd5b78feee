//! A table of automerge's: a list of columns, then their bytes. Walked column by column, so that none is kept inflated.

use std::{borrow::Cow, collections::BTreeSet};

use crate::{
    DocumentError::{self, Damaged},
    foreign::{
        allowance::{Allowance, OPERATIONS_MAX},
        column::{Counted, Holds, count},
        cursor::Cursor,
    },
};

/// Most columns in a table; automerge knows of sixteen.
const COLUMNS_MAX: u64 = 32;
/// The bit that says that a column is deflated.
const DEFLATED: u64 = 8;
/// The column of an operation that says what it does.
const ACTION: u64 = 4 << 4 | 2;
/// The largest action that documents here have. From nought: make a map, set, make a list, delete, make a text. What lies above are
/// counters and marks, which automerge can take in and then not load again when they stand in a wrong order.
const ACTION_MAX: i64 = 4;
/// The column of a change that says who made it, and the one that says when, a number without bounds.
const MAKER: u64 = 1;
const TIME: u64 = 2 << 4 | 3;

/// What a table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// The changes of a document.
    Changes,
    /// The operations of a document.
    Operations,
    /// The operations of one change, which are deflated with the change or not at all.
    OneChange,
}

/// A column as it is listed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed {
    spec: u64,
    len: u64,
}

/// What a walk through a table found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Rows.
    pub(super) rows: u64,
    /// Of changes: the places of those who made them in the list of actors.
    pub(super) makers: BTreeSet<u64>,
}

/// Reads the list of columns, which stand in the order of their numbers, each once.
pub(super) fn listed(cursor: &mut Cursor<'_>) -> Result<Vec<Listed>, DocumentError> {
    let columns = cursor.unsigned()?;
    if columns > COLUMNS_MAX {
        return Err(Damaged);
    }
    let mut listed: Vec<Listed> = Vec::new();
    for _ in 0..columns {
        let column = Listed { spec: cursor.unsigned()?, len: cursor.unsigned()? };
        let behind = listed.last().is_none_or(|before| before.spec & !DEFLATED < column.spec & !DEFLATED);
        if !behind || column.spec > u64::from(u32::MAX) {
            return Err(Damaged);
        }
        listed.push(column);
    }
    Ok(listed)
}

/// Walks the columns' bytes. Numbers of actors must be below `actors`; all columns must have as many rows as the others,
/// or none at all.
pub(super) fn walk(
    of: Of,
    listed: &[Listed],
    cursor: &mut Cursor<'_>,
    actors: u64,
    allowance: &mut Allowance,
) -> Result<Walked, DocumentError> {
    let mut walked = Walked::default();
    let mut group = Owed::default(); // rows of the columns that belong together
    let mut values = Owed::default(); // bytes of the values of a column
    for column in listed {
        let (spec, family) = (column.spec & !DEFLATED, column.spec >> 4);
        let holds = Holds::of(spec);
        let bytes = plain(of, *column, cursor, allowance)?;
        let counted = count(holds, &bytes, allowance)?;
        check_numbers(of, spec, &counted, actors)?;
        if spec == ACTION && of != Of::Changes {
            allowance.containers(counted.even)?;
        }
        if spec == MAKER && of == Of::Changes {
            walked.makers.clone_from(&counted.actors);
        }
        match holds {
            Holds::Value => {
                values.pay(family, counted.total)?;
                continue;
            }
            Holds::ValueLength => values.owe(family, counted.total)?,
            Holds::Group => group.owe(family, counted.total)?,
            _ if group.family == Some(family) => {
                group.pay(family, counted.rows)?;
                continue;
            }
            _ => {}
        }
        if counted.rows > 0 && walked.rows > 0 && walked.rows != counted.rows {
            return Err(Damaged);
        }
        walked.rows = walked.rows.max(counted.rows);
    }
    if group.is_open() || values.is_open() { Err(Damaged) } else { Ok(walked) }
}

/// What one column says that those behind it, of the same family, hold.
#[derive(Debug, Default)]
struct Owed {
    family: Option<u64>,
    count: u64,
    paid: bool,
}

impl Owed {
    fn is_open(&self) -> bool {
        self.count > 0 && !self.paid
    }

    fn owe(&mut self, family: u64, count: u64) -> Result<(), DocumentError> {
        if self.is_open() {
            return Err(Damaged);
        }
        *self = Self { family: Some(family), count, paid: false };
        Ok(())
    }

    fn pay(&mut self, family: u64, count: u64) -> Result<(), DocumentError> {
        self.paid = true;
        if self.family == Some(family) && self.count == count { Ok(()) } else { Err(Damaged) }
    }
}

/// The column's bytes, inflated if they are deflated.
fn plain<'a>(
    of: Of,
    column: Listed,
    cursor: &mut Cursor<'a>,
    allowance: &mut Allowance,
) -> Result<Cow<'a, [u8]>, DocumentError> {
    let bytes = cursor.take(column.len)?;
    match (column.spec & DEFLATED != 0, of) {
        (false, _) => Ok(bytes.into()),
        (true, Of::OneChange) => Err(Damaged),
        (true, Of::Changes | Of::Operations) => Ok(allowance.inflate(bytes)?.into()),
    }
}

/// Refuses numbers that no sound table has. Some of them automerge would make room for before it looks.
fn check_numbers(of: Of, spec: u64, counted: &Counted, actors: u64) -> Result<(), DocumentError> {
    let fits = match Holds::of(spec) {
        Holds::Actor => counted.lies_below(actors),
        Holds::Integer if spec == ACTION && of != Of::Changes => counted.largest <= ACTION_MAX,
        Holds::Delta if spec == TIME && of == Of::Changes => true,
        Holds::Integer | Holds::Delta => counted.lies_below(OPERATIONS_MAX + 1),
        Holds::Group | Holds::Boolean | Holds::Text | Holds::ValueLength | Holds::Value => true,
    };
    if fits { Ok(()) } else { Err(Damaged) }
}
