//! The relay's file: one SQLite database in which every row belongs to a space.
//!
//! One thread writes, whoever reads has a connection of its own. A store of another kind would take the place of this module; the
//! rest of the crate sees the functions of [`table`] and [`line`] only.

pub(crate) mod backup;
pub(crate) mod folder;
pub(crate) mod line;
pub(crate) mod migration;
pub(crate) mod open;
mod readers;
mod sql;
pub(crate) mod table;

pub use backup::{BackupError, backup, restore};
pub use open::OpenError;
pub(crate) use readers::Readers;
