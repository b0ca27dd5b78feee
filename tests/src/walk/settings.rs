//! The settings, the page about safety, and the lock.

use super::{Stop, Walk};
use crate::window::WindowError;

/// Each with the name of its stop.
const PAGES: [(&str, &str); 7] = [
    ("/safety", "safety"),
    ("/settings/security", "settings-security"),
    ("/settings/instruments", "settings-instruments"),
    ("/settings/backup", "settings-backup"),
    ("/settings/access-log", "settings-access-log"),
    ("/settings/about", "settings-about"),
    ("/settings", "settings"),
];

impl<S: Stop> Walk<'_, S> {
    pub(super) async fn settings(&mut self) -> Result<(), WindowError> {
        for (path, screen) in PAGES {
            self.visit(path, screen).await?;
        }
        self.tap("button", "settings-lock").await?;
        self.see("heading", "lock-title").await?;
        self.stop("lock").await?;
        self.unlock().await
    }
}
