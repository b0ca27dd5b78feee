//! The folder of a database: its file names, its lock, and the mark that a database was made in it.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
};

use crate::{key_file::KeyId, open::OpenError};

const DATABASE: &str = "wijkweb.db";
const LOCK: &str = "wijkweb.lock";
const PROBE: &str = "wijkweb.probe";

/// Ending of a database that was salvaged and waits to take its place.
pub(crate) const SALVAGED: &str = ".salvaged";

/// A held lock on a folder: as long as it lives, no other process opens the database there.
#[derive(Debug)]
pub(crate) struct FolderLock {
    folder: PathBuf,
    file: File,
}

impl FolderLock {
    /// Takes the lock, and makes sure that the folder can be written.
    pub(crate) fn take(folder: &Path) -> Result<Self, OpenError> {
        if !fs::metadata(folder)?.is_dir() {
            return Err(OpenError::Io(std::io::ErrorKind::NotADirectory));
        }
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        // SQLite needs to make files beside the database; better to know now than at the first save.
        let probe = folder.join(PROBE);
        File::create(&probe)?;
        fs::remove_file(&probe)?;
        Ok(Self { folder: folder.to_owned(), file })
    }

    /// Path of the database file.
    pub(crate) fn database(&self) -> PathBuf {
        self.folder.join(DATABASE)
    }

    /// Path of a file beside the database with this ending, such as `-wal`.
    pub(crate) fn beside(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{DATABASE}{ending}"))
    }

    /// A file name with this ending that the folder does not have yet.
    pub(crate) fn free_name(&self, ending: &str) -> String {
        let plain = format!("{DATABASE}{ending}");
        let numbered = (2_u32..).map(|n| format!("{plain}-{n}"));
        let mut names = std::iter::once(plain.clone()).chain(numbered);
        names.find(|name| !self.folder.join(name).exists()).unwrap_or(plain)
    }

    /// Gives the database, with its log, the name `kept`, and puts the file with the ending [`SALVAGED`] in its place.
    pub(crate) fn replace_with_salvaged(&self, kept: &str) -> Result<(), OpenError> {
        if self.database().exists() {
            // The log first: without its database it is passed over, and with it under the old name it is found by nobody else.
            if self.has_log() {
                fs::rename(self.beside("-wal"), self.folder.join(format!("{kept}-wal")))?;
            }
            fs::rename(self.database(), self.folder.join(kept))?;
        }
        for ending in ["-wal", "-shm"] {
            remove_if_there(&self.beside(ending))?;
        }
        sync_folder(&self.folder)?;
        fs::rename(self.beside(SALVAGED), self.database())?;
        Ok(sync_folder(&self.folder)?)
    }

    /// Ends what a crash stopped between the two renames of [`FolderLock::replace_with_salvaged`].
    pub(crate) fn finish_salvage(&self) -> Result<(), OpenError> {
        if !self.database().exists() && self.beside(SALVAGED).exists() {
            fs::rename(self.beside(SALVAGED), self.database())?;
            sync_folder(&self.folder)?;
        }
        Ok(())
    }

    /// Whether a write-ahead log was left behind. A store that is closed in order leaves none.
    pub(crate) fn has_log(&self) -> bool {
        fs::metadata(self.beside("-wal")).is_ok_and(|log| log.len() > 0)
    }

    /// Which key the database in this folder was made with; nothing if none was made here yet.
    pub(crate) fn mark(&self) -> Result<Option<KeyId>, OpenError> {
        let mut text = String::new();
        let mut file = &self.file;
        file.rewind()?;
        file.read_to_string(&mut text)?;
        Ok(KeyId::read(text.trim()))
    }

    /// Remembers that a database was made here with this key.
    pub(crate) fn set_mark(&self, id: &KeyId) -> Result<(), OpenError> {
        let mut file = &self.file;
        file.rewind()?;
        file.set_len(0)?;
        writeln!(file, "{id}")?;
        file.sync_all()?;
        sync_folder(&self.folder)?;
        Ok(())
    }
}

impl Drop for FolderLock {
    /// Closing the file gives the lock back too, but not as long as a process that was started meanwhile still has a copy of it.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// Makes the names in a folder last. Systems that cannot open a folder as a file do this by themselves.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Removes a file of our own.
pub(crate) fn remove_if_there(path: &Path) -> std::io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
