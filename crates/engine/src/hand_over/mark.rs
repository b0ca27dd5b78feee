//! A mark in the data folder: the device is with a resident, or was when the app stopped. It names nobody.

use std::{fs, io, path::Path};

const FILE: &str = "handed-over";

/// Whether the professional has to unlock with a secret of their own before anything else opens.
pub(crate) fn is_set(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

/// Sets the mark, fsynced, before the device changes hands.
pub(crate) fn set(folder: &Path) -> io::Result<()> {
    fs::File::create(folder.join(FILE))?.sync_all()?;
    fs::File::open(folder)?.sync_all()
}

/// Takes the mark away.
pub(crate) fn clear(folder: &Path) -> io::Result<()> {
    match fs::remove_file(folder.join(FILE)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
