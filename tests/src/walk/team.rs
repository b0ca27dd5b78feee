//! A team that is made without a relay in reach: who is in it, letting somebody in, the recovery sheet, sharing a dossier, handing over.

use content::Args;

use super::{PASSPHRASE, Stop, Walk};
use crate::window::WindowError;

/// The team of every walk.
pub(super) const TEAM: &str = "Wijkteam Wilgenbocht";

/// Nobody listens there: the walk sees what a device without reception shows.
const NO_RELAY: &str = "http://127.0.0.1:9";

/// Links to the people in the team.
const PEOPLE: &str = "main a[href^='/team/people/']";

impl<S: Stop> Walk<'_, S> {
    pub(super) async fn team(&mut self) -> Result<(), WindowError> {
        self.visit("/team", "team-none").await?;
        self.visit("/team/join", "team-join").await?;
        self.back().await?;
        self.visit("/team/new", "team-make").await?;
        self.write("team-name", TEAM).await?;
        self.write("team-relay", NO_RELAY).await?;
        self.tap("button", "team-make-do").await?;
        self.window.see("heading", TEAM).await?;
        self.stop("team").await?;
        let me = self.window.link(PEOPLE, "").await?;
        self.visit(&me, "team-member").await?;
        self.invite().await?;
        let an = self.dossier_of("An").await?;
        self.visit(&an, "dossier-in-a-team").await?;
        self.visit(&format!("{an}/sharing"), "sharing").await?;
        self.share(&an).await?;
        self.visit(&format!("{an}/invite"), "sharing-own").await?;
        self.visit("/team/hand-over", "running").await?;
        self.sheet().await?;
        self.visit("/settings", "settings-in-a-team").await
    }

    /// Coming back with a sheet, as far as a slip of the pen.
    async fn back(&mut self) -> Result<(), WindowError> {
        self.visit("/team/back", "team-back").await?;
        self.write("back-code", "K7QF").await?;
        self.write("back-line", "K7QF").await?;
        self.tap("button", "back-do").await?;
        self.see("main", "failure-mistyped-code").await?;
        self.stop("team-back-mistyped").await
    }

    /// The recovery sheet: a team that is not on it, and a new code with which it is.
    async fn sheet(&mut self) -> Result<(), WindowError> {
        self.visit("/settings/security", "settings-security-in-a-team").await?;
        self.write("security-code-passphrase", PASSPHRASE).await?;
        self.tap("button", "security-code-make").await?;
        self.see("list", "app-code").await?;
        let on_it = self.words.say_with("sheet-paper-qr", &Args::new().with("team", TEAM));
        self.window.see("img", &on_it).await?;
        self.stop("settings-recovery-sheet").await
    }

    /// The invitation as far as it comes without a relay.
    async fn invite(&mut self) -> Result<(), WindowError> {
        self.visit("/team/invite", "team-invite").await?;
        self.tap("button", "team-invite-make").await?;
        self.window.gone("button", &self.words.say("team-invite-make")).await?;
        self.stop("team-inviting").await?;
        let shows_code = self.window.has("button", &self.words.say("team-invite-stop")).await?;
        self.tap("button", if shows_code { "team-invite-stop" } else { "team-again" }).await?;
        self.see("button", "team-invite-make").await
    }

    /// Sharing all of a dossier with the team, up to the yes.
    async fn share(&mut self, dossier: &str) -> Result<(), WindowError> {
        self.visit(&format!("{dossier}/share"), "share").await?;
        if self.window.has("radio", &self.words.say("share-all")).await? {
            self.tap("radio", "share-all").await?;
            self.tap("radio", "share-to-people").await?;
            self.stop("share-all").await?;
        }
        Ok(())
    }
}
