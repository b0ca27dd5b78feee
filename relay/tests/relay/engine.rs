//! Where the relays of these tests keep what they get: in a folder. The same tests run on PostgreSQL in `tests/postgres`.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use relay::Place;
use rusqlite::Connection;

pub fn place(data: &Path) -> Place {
    Place::Folder(data.to_owned())
}

/// The same for the program.
pub fn flags(data: &Path) -> [OsString; 2] {
    ["--data".into(), data.into()]
}

/// The folder with every file in which something of it can be.
pub fn folder(data: &Path) -> PathBuf {
    data.to_owned()
}

/// Every table, to look into.
pub fn database(data: &Path) -> Connection {
    Connection::open(data.join("relay.db")).expect("the file")
}
