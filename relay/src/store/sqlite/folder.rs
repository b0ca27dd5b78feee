//! The relay's folder: made if it is not there, for one process at a time.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::{Path, PathBuf},
};

/// The database in the folder.
pub(crate) fn database(folder: &Path) -> PathBuf {
    folder.join("relay.db")
}

/// While it lives, no other relay uses the folder.
#[derive(Debug)]
pub struct Folder(#[expect(dead_code, reason = "the lock goes when the file is closed")] File);

impl Folder {
    /// Makes the folder, readable by its owner only, and locks it.
    ///
    /// # Errors
    ///
    /// [`io::ErrorKind::WouldBlock`] if another relay has it; any other error of the disk.
    pub(crate) fn take(folder: &Path) -> io::Result<Self> {
        make(folder)?;
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(folder.join("relay.lock"))?;
        lock.try_lock().map_err(|error| match error {
            fs::TryLockError::WouldBlock => io::ErrorKind::WouldBlock.into(),
            fs::TryLockError::Error(error) => error,
        })?;
        Ok(Self(lock))
    }
}

fn make(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes sure that new and renamed files in the folder survive a pulled plug.
pub(crate) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
