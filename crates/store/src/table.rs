//! The tables, one file each: the row, how it is written, how it is read.

pub(crate) mod access;
pub(crate) mod answer;
pub(crate) mod basis;
pub(crate) mod change;
pub(crate) mod contact;
pub(crate) mod conversation;
pub(crate) mod device;
pub(crate) mod document;
pub(crate) mod expectation;
pub(crate) mod imported_instrument;
pub(crate) mod outbox;
pub(crate) mod person;
pub(crate) mod plan_part;
pub(crate) mod remark;
pub(crate) mod resident;
pub(crate) mod resume;
pub(crate) mod said;
pub(crate) mod scope_key;
pub(crate) mod setting;
pub(crate) mod snapshot;
pub(crate) mod step;
pub(crate) mod talk_step;
pub(crate) mod theme;
pub(crate) mod to_print;
pub(crate) mod tombstone;
pub(crate) mod written;
