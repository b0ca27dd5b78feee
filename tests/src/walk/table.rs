//! At the table: a first talk with somebody new, and every screen of talks that are further on.

use domain::TalkStep;

use super::{Stop, Walk};
use crate::window::WindowError;

impl<S: Stop> Walk<'_, S> {
    /// A talk that begins here and now, up to the empty sheet; and the end of the visit.
    pub(super) async fn first_talk(&mut self) -> Result<(), WindowError> {
        self.window.go("/residents/new").await?;
        self.write("add-resident-name", "Mila").await?;
        self.tap("button", "add-resident-and-talk").await?;
        self.window.see("heading", &self.named("start-with", "Mila")).await?;
        self.stop("start-first").await?;
        let resident = self.window.path().await?.replace("/start/", "/residents/");
        self.tap("button", "start-begin").await?;
        self.see("heading", "begin-title").await?;
        self.stop("begin").await?;
        let talk = self.talk_here().await?;
        self.visit(&format!("{talk}/expect"), "expect").await?;
        self.visit(&format!("{talk}/fill"), "fill-basis-first").await?;
        self.window.go(&format!("{talk}/begin")).await?;
        self.tap("button", "begin-no").await?;
        self.see("heading", "begin-no-fine").await?;
        self.stop("begin-no").await?;
        self.tap("button", "begin-back-to-choice").await?;
        self.tap("button", "begin-yes").await?;
        self.see("heading", "fill-title").await?;
        self.stop("fill-empty").await?;
        self.visit(&format!("{talk}/web"), "web-empty").await?;
        self.visit(&format!("{talk}/close"), "close-empty").await?;
        self.visit(&resident, "dossier-on-a-visit").await?;
        self.end_visit().await
    }

    /// Filling in with An, talking with Joop.
    pub(super) async fn talk(&mut self) -> Result<(), WindowError> {
        let talks = self.talks_of("An").await?;
        if let Some(talk) = talks.first() {
            self.visit(&format!("{talk}/begin"), "begin-stands").await?;
            self.visit(&format!("{talk}/fill"), "fill").await?;
            self.visit(&format!("{talk}/fill/LF"), "aspects-body").await?;
            self.visit(&format!("{talk}/fill/MD"), "aspects-together").await?;
            self.visit(&format!("{talk}/paper"), "paper").await?;
        }
        self.back_to_everyone("An").await?;
        let talks = self.talks_of("Joop").await?;
        if let Some(talk) = talks.first() {
            self.webs(talk).await?;
            for step in TalkStep::ALL {
                self.visit(&format!("{talk}/step/{}", step.name()), &format!("talk-{}", step.name().replace('_', "-")))
                    .await?;
            }
            self.visit(&format!("{talk}/plan"), "talk-plan").await?;
            self.visit(&format!("{talk}/close"), "close").await?;
            self.visit(&format!("{talk}/copy"), "copy").await?;
        }
        Ok(())
    }

    /// What goes to paper, of the same talk; and the end of that visit.
    pub(super) async fn prints(&mut self) -> Result<(), WindowError> {
        let talk = self.talk_here().await?.replace("/talk/", "");
        self.visit(&format!("/print/copy/{talk}"), "print-copy").await?;
        self.visit(&format!("/print/step/{talk}"), "print-step").await?;
        for instrument in content::shipped_instruments().iter().take(1) {
            self.visit(&format!("/print/blank/{}", instrument.key), "print-blank").await?;
        }
        self.window.go(&format!("/talk/{talk}/close")).await?;
        self.back_to_everyone("Joop").await
    }

    /// The web in all the ways one can look at it.
    async fn webs(&mut self, talk: &str) -> Result<(), WindowError> {
        self.visit(&format!("{talk}/web"), "web").await?;
        self.tap("button", "talk-show-figures").await?;
        self.stop("web-with-figures").await?;
        self.tap("button", "web-as-table").await?;
        self.window.see("table", "").await?;
        self.stop("web-as-table").await?;
        self.tap("button", "web-as-table").await?;
        // "Web van … eroverheen", for whatever day it was.
        let chip = self.words.say_with("web-compare-one", &content::Args::new().with("when", ""));
        let before_the_day = chip.split("  ").next().unwrap_or_default().to_owned();
        if self.window.has("button", &before_the_day).await? {
            self.window.tap("button", &before_the_day).await?;
            self.stop("web-compared").await?;
        }
        self.tap("button", "web-flat").await?;
        self.see("dialog", "web-flat").await?;
        self.stop("web-flat").await?;
        self.window.press(crate::window::Key::Escape).await?;
        self.window.gone("dialog", &self.words.say("web-flat")).await
    }

    /// The address of the talk in the window, such as `/talk/…`.
    async fn talk_here(&self) -> Result<String, WindowError> {
        let path = self.window.path().await?;
        Ok(path.split('/').take(3).collect::<Vec<_>>().join("/"))
    }

    /// Leaves a talk with its arrow, to the dossier, and ends the visit.
    pub(super) async fn back_to_everyone(&self, name: &str) -> Result<(), WindowError> {
        let talk = self.talk_here().await?;
        self.window.go(&format!("{talk}/fill")).await?;
        let dossier = self.window.link("a.page-back", "").await?;
        self.window.go(&dossier).await?;
        self.window.see("heading", name).await?;
        self.end_visit().await
    }

    async fn end_visit(&self) -> Result<(), WindowError> {
        self.tap("button", "app-visit-end").await?;
        self.see("navigation", "app-nav").await?;
        self.window.settle().await
    }
}
