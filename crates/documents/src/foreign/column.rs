//! One column of automerge's tables: how many rows it stands for, counted without making them.
//!
//! A column is a row of runs: how often, and what. One run of a few bytes can stand for any number of rows, which is why
//! they are counted first.

use std::collections::BTreeSet;

use crate::{
    DocumentError::{self, Damaged, TooLarge},
    foreign::{
        allowance::{Allowance, OPERATIONS_MAX},
        cursor::Cursor,
    },
};

/// What a column holds: the low three bits of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// How many rows of the columns behind it belong together.
    Group,
    /// Places in the list of actors.
    Actor,
    /// Numbers.
    Integer,
    /// Numbers, as what each is more than the one before.
    Delta,
    Boolean,
    Text,
    /// Type and length of values.
    ValueLength,
    /// The bytes of values.
    Value,
}

impl Holds {
    pub(super) fn of(spec: u64) -> Self {
        match spec & 7 {
            0 => Self::Group,
            1 => Self::Actor,
            2 => Self::Integer,
            3 => Self::Delta,
            4 => Self::Boolean,
            5 => Self::Text,
            6 => Self::ValueLength,
            _ => Self::Value,
        }
    }
}

/// What a walk through a column found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// Rows.
    pub(super) rows: u64,
    /// Of a group: the rows behind it. Of value lengths: the bytes of the values. Of values: their bytes.
    pub(super) total: u64,
    /// The smallest number; of deltas, the smallest sum.
    least: i64,
    /// The largest number; of deltas, the largest sum.
    pub(super) largest: i64,
    /// Of numbers: the rows of even ones. The actions that make something are even.
    pub(super) even: u64,
    /// Of actors: which.
    pub(super) actors: BTreeSet<u64>,
}

impl Counted {
    /// Whether every number can be that of an operation, a change or an actor: from 0 to below `end`.
    pub(super) fn lies_below(&self, end: u64) -> bool {
        self.least >= 0 && (self.rows == 0 || self.largest.cast_unsigned() < end)
    }

    fn rows(&mut self, count: u64) -> Result<(), DocumentError> {
        self.rows = self.rows.checked_add(count).filter(|rows| *rows <= OPERATIONS_MAX).ok_or(TooLarge)?;
        Ok(())
    }

    fn number(&mut self, number: i64) {
        self.least = self.least.min(number);
        self.largest = self.largest.max(number);
    }
}

/// Walks a column.
pub(super) fn count(holds: Holds, bytes: &[u8], allowance: &mut Allowance) -> Result<Counted, DocumentError> {
    let mut counted = Counted::default();
    match holds {
        Holds::Value => counted.total = bytes.len() as u64,
        Holds::Boolean => {
            let mut cursor = Cursor(bytes);
            while !cursor.is_empty() {
                counted.rows(cursor.unsigned()?)?;
            }
        }
        Holds::Text => runs(bytes, &mut counted, |cursor, _, count| {
            let text = cursor.prefixed()?;
            allowance.texts(count, text.len() as u64)
        })?,
        Holds::Delta => {
            let mut sum = 0_i64;
            runs(bytes, &mut counted, |cursor, counted, count| {
                let step = cursor.signed()?;
                let along = step.checked_mul(count.cast_signed()).ok_or(Damaged)?;
                // Within a run the sums only rise or only fall: its first and last are its outermost.
                counted.number(sum.checked_add(step).ok_or(Damaged)?);
                sum = sum.checked_add(along).ok_or(Damaged)?;
                counted.number(sum);
                Ok(())
            })?;
        }
        Holds::Actor => runs(bytes, &mut counted, |cursor, counted, _| {
            let actor = cursor.unsigned()?;
            counted.number(i64::try_from(actor).map_err(|_| Damaged)?);
            counted.actors.insert(actor);
            Ok(())
        })?,
        Holds::Group | Holds::Integer | Holds::ValueLength => runs(bytes, &mut counted, |cursor, counted, count| {
            let number = cursor.unsigned()?;
            counted.number(i64::try_from(number).map_err(|_| Damaged)?);
            counted.even += if number % 2 == 0 { count } else { 0 };
            let each = if holds == Holds::ValueLength { number >> 4 } else { number };
            counted.total = counted.total.saturating_add(each.saturating_mul(count));
            Ok(())
        })?,
    }
    Ok(counted)
}

/// Goes through runs: a number above nought is that often the value behind it, one below as many different values, and
/// nought as many rows without a value as the number behind it says.
fn runs<'a>(
    bytes: &'a [u8],
    counted: &mut Counted,
    mut value: impl FnMut(&mut Cursor<'a>, &mut Counted, u64) -> Result<(), DocumentError>,
) -> Result<(), DocumentError> {
    let mut cursor = Cursor(bytes);
    while !cursor.is_empty() {
        let run = cursor.signed()?;
        let rows = if run == 0 { cursor.unsigned()? } else { run.unsigned_abs() };
        counted.rows(rows)?;
        if run > 0 {
            value(&mut cursor, counted, rows)?;
        } else if run < 0 {
            (0..rows).try_for_each(|_| value(&mut cursor, counted, 1))?;
        }
    }
    Ok(())
}
