//! The device in the hands of a resident, and back.

use content::{Args, Words};
use domain::{Form, Language};

use super::{Stop, Walk};
use crate::window::WindowError;

impl<S: Stop> Walk<'_, S> {
    /// An fills in the rest herself, in Dutch whatever the language of the professional; it ends on the lock.
    pub(super) async fn hand_over(&mut self) -> Result<(), WindowError> {
        let hers = Words::new(Language::Nl);
        let talks = self.talks_of("An").await?;
        let Some(talk) = talks.first() else { return Ok(()) };
        self.visit(&format!("{talk}/hand-over"), "hand-over-prepare").await?;
        self.tap("button", "hand-over-give").await?;
        self.window.see("button", &hers.say("resident-decline")).await?;
        self.stop("hand-over-question").await?;
        self.window.tap("button", "7").await?;
        self.stop("hand-over-answered").await?;
        let end = hers.say_with("resident-your-web", &Args::new().form(Form::Je));
        while !self.window.has("heading", &end).await? {
            self.window.tap("button", &hers.say("common-next")).await?;
            self.window.settle().await?;
        }
        self.stop("hand-over-end").await?;
        self.window.tap("button", &hers.say("resident-give-back")).await?;
        self.see("heading", "lock-came-back").await?;
        self.stop("lock-came-back").await
    }
}
