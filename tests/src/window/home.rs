//! A person's own folders, made for one test and gone after it.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::error::{WindowError, while_doing};

/// Everything that an app keeps between two starts: its data, the place of its window, its caches.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// A home where the app was never started.
    pub fn new() -> Result<Self, WindowError> {
        let folder = TempDir::with_prefix("wijkweb-").map_err(while_doing("making a home for a test"))?;
        Ok(Self { folder })
    }

    /// Where the app keeps what people wrote (`WIJKWEB_DATA`). It does not exist before the first start.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// What the driver and the app said on their error streams.
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("driver.log")
    }

    /// The folder that data and log are in.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}
