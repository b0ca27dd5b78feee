//! Where the relays of these tests keep what they get: in a PostgreSQL of their own, a database for each folder that is asked for.

use std::{
    cell::OnceCell,
    ffi::OsString,
    path::{Path, PathBuf},
};

use relay::{Place, backup};
use rusqlite::Connection;

use crate::cluster::Cluster;

thread_local! {
    /// One a test, which runs in a thread of its own; stopped when that ends.
    static CLUSTER: OnceCell<Cluster> = const { OnceCell::new() };
}

fn with<T>(what: impl FnOnce(&Cluster) -> T) -> T {
    CLUSTER.with(|cluster| what(cluster.get_or_init(Cluster::start)))
}

fn address(data: &Path) -> String {
    let name = format!("d{}", &blake3::hash(data.as_os_str().as_encoded_bytes()).to_hex()[..16]);
    with(|cluster| cluster.database(&name))
}

pub fn place(data: &Path) -> Place {
    Place::Postgres(address(data))
}

/// The same for the program.
pub fn flags(data: &Path) -> [OsString; 2] {
    ["--database".into(), address(data).into()]
}

/// The folder with every file in which something of it can be, the server's log too.
pub fn folder(_: &Path) -> PathBuf {
    with(|cluster| cluster.folder().to_owned())
}

/// Every table, to look into: out of a backup.
pub fn database(data: &Path) -> Connection {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("backup");
    backup(&place(data), &file).expect("a backup");
    Connection::open(file).expect("the file")
}
