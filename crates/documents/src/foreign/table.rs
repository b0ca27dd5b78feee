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
/// The largest action that documents here have: make a map, set, make a list, delete, make a text. What lies above are
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
    let mut group: Option<(u64, u64)> = None; // the family of columns that belong together, and how many rows they have
    let mut values: Option<(u64, u64)> = None; // the family whose values follow, and how many bytes they have
    for column in listed {
        let (spec, family) = (column.spec & !DEFLATED, column.spec >> 4);
        let holds = Holds::of(spec);
        let bytes = plain(of, *column, cursor, allowance)?;
        let counted = count(holds, &bytes, allowance)?;
        check_numbers(of, spec, &counted, actors)?;
        if spec == MAKER && of == Of::Changes {
            walked.makers.clone_from(&counted.actors);
        }
        match holds {
            Holds::Value if values.take() == Some((family, counted.total)) => continue,
            Holds::Value => return Err(Damaged),
            Holds::ValueLength => settle(&mut values, Some((family, counted.total)))?,
            Holds::Group => group = Some((family, counted.total)),
            _ => {}
        }
        if holds != Holds::Group && group.is_some_and(|(grouped, _)| grouped == family) {
            if group != Some((family, counted.rows)) {
                return Err(Damaged);
            }
        } else if counted.rows > 0 {
            if walked.rows > 0 && walked.rows != counted.rows {
                return Err(Damaged);
            }
            walked.rows = counted.rows;
        }
    }
    settle(&mut values, None)?;
    Ok(walked)
}

/// Puts in whose values follow; those of the one before must have come by now, if they have any bytes.
fn settle(values: &mut Option<(u64, u64)>, next: Option<(u64, u64)>) -> Result<(), DocumentError> {
    if values.is_some_and(|(_, bytes)| bytes > 0) {
        return Err(Damaged);
    }
    *values = next;
    Ok(())
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
