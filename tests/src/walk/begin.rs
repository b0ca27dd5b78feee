//! The first start: who one is, a passphrase, the recovery code.

use domain::Language;

use super::{Stop, Walk};
use crate::window::WindowError;

/// Who uses the app in every walk and story.
pub const PROFESSIONAL: &str = "Marieke";

/// What opens it.
pub const PASSPHRASE: &str = "lantaarn fiets mosterd wolk";

impl<S: Stop> Walk<'_, S> {
    pub(super) async fn first_start(&mut self) -> Result<(), WindowError> {
        if self.words.language() == Language::En {
            self.window.tap("radio", "English").await?;
        }
        self.see("heading", "welcome-title").await?;
        self.stop("welcome").await?;
        self.tap("button", "welcome-sheet").await?;
        self.see("heading", "welcome-sheet-title").await?;
        self.stop("welcome-sheet").await?;
        self.tap("button", "common-back").await?;
        self.see("heading", "welcome-title").await?;
        self.tap("button", "welcome-begin").await?;
        self.see("heading", "welcome-who").await?;
        self.stop("welcome-who").await?;
        self.write("welcome-name", PROFESSIONAL).await?;
        self.tap("button", "common-next").await?;
        self.see("heading", "welcome-secret").await?;
        self.write("welcome-passphrase", PASSPHRASE).await?;
        self.see("status", "app-passphrase-strong").await?;
        self.stop("welcome-secret").await?;
        self.tap("button", "common-next").await?;
        self.see("heading", "welcome-code").await?;
        self.stop("welcome-code").await?;
        self.tap("button", "welcome-code-kept").await?;
        self.see("heading", "welcome-confirm").await?;
        self.stop("welcome-confirm").await?;
        self.tap("button", "welcome-later").await?;
        self.see("button", "today-load-sample").await
    }

    /// From the lock on.
    pub(super) async fn unlock(&mut self) -> Result<(), WindowError> {
        self.unlock_with(PASSPHRASE).await
    }

    /// From the lock on, with another passphrase than that of the walks.
    pub(super) async fn unlock_with(&mut self, passphrase: &str) -> Result<(), WindowError> {
        self.write("lock-passphrase", passphrase).await?;
        self.tap("button", "lock-open").await?;
        self.window.gone("textbox", &self.words.say("lock-passphrase")).await?;
        self.window.settle().await
    }
}
