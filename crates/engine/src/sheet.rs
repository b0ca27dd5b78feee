//! The recovery sheet: which teams come back with the code that is in force here, and coming back with an old one.

mod back;
mod get;
mod put;

pub(crate) use back::Back;
