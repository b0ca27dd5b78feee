//! Where this device keeps what people wrote.

use std::env;
use std::path::{Path, PathBuf};

use tauri::{App, Manager};

/// Names a folder that replaces the usual one: for tests, and for looking around without touching one's own data.
const OVERRIDE: &str = "WIJKWEB_DATA";

/// The one folder that the app writes to.
///
/// On Linux it is `~/.local/share/nl.wijkweb.app`; every system has its own place for it. It is made by who
/// writes to it first, not here: a folder that cannot be made is a message on the screen, not a failed start.
pub(crate) struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder of the override, else the system's place for this app. Fails where the system has none.
    pub(crate) fn find(app: &App) -> tauri::Result<Self> {
        match overridden() {
            Some(path) => Ok(Self(path)),
            None => app.path().app_data_dir().map(Self),
        }
    }

    /// The folder as a path.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

/// The folder that the environment names instead of the usual one.
pub(crate) fn overridden() -> Option<PathBuf> {
    env::var_os(OVERRIDE).filter(|path| !path.is_empty()).map(PathBuf::from)
}
