//! Being let in: two windows and a relay that both reach, past what the one who comes sees.

use content::Words;
use domain::Language;

use super::{PASSPHRASE, PROFESSIONAL, Stop, Walk, team::TEAM};
use crate::window::{Window, WindowError};

/// Stops nowhere.
struct Passing;

impl Stop for Passing {
    async fn at(&mut self, _: &Window, _: &str) -> Result<(), WindowError> {
        Ok(())
    }
}

/// In two windows of apps that were never started: `owner` makes a team at the relay of this address and lets `other` in. Stops at what
/// `other` shows: the digits to compare, and that it is done.
pub async fn let_in(
    (owner, other): (&Window, &Window),
    relay: &str,
    language: Language,
    stop: &mut impl Stop,
) -> Result<(), WindowError> {
    let mut hers = Walk { window: owner, words: Words::new(language), stop: &mut Passing };
    let mut theirs = Walk { window: other, words: Words::new(language), stop };
    hers.start_at_once().await?;
    theirs.start_at_once().await?;
    let code = hers.code(relay).await?;
    theirs.window.go("/team/join").await?;
    theirs.write("team-join-code", &code).await?;
    theirs.write("team-relay", relay).await?;
    theirs.tap("button", "team-join-do").await?;
    theirs.see("button", "team-check-yes").await?;
    theirs.stop("team-check").await?;
    hers.tap("button", "team-check-yes").await?;
    theirs.tap("button", "team-check-yes").await?;
    theirs.see("heading", "team-at-done").await?;
    theirs.stop("team-at-done").await
}

impl<S: Stop> Walk<'_, S> {
    /// The first start, as quickly as it can be done.
    async fn start_at_once(&mut self) -> Result<(), WindowError> {
        if self.words.language() == Language::En {
            self.window.tap("radio", "English").await?;
        }
        self.tap("button", "welcome-begin").await?;
        self.write("welcome-name", PROFESSIONAL).await?;
        self.tap("button", "common-next").await?;
        self.write("welcome-passphrase", PASSPHRASE).await?;
        self.tap("button", "common-next").await?;
        self.tap("button", "welcome-code-kept").await?;
        self.tap("button", "welcome-later").await?;
        self.see("button", "today-load-sample").await
    }

    /// Makes a team and an invitation, and reads the code that is to be typed.
    async fn code(&mut self, relay: &str) -> Result<String, WindowError> {
        self.window.go("/team/new").await?;
        self.write("team-name", TEAM).await?;
        self.write("team-relay", relay).await?;
        self.tap("button", "team-make-do").await?;
        self.window.see("heading", TEAM).await?;
        self.window.go("/team/invite").await?;
        self.tap("button", "team-invite-make").await?;
        self.see("heading", "team-invite-type").await?;
        self.window.settle().await?;
        self.window.text_of(".code-typed").await
    }
}
