//! Every screen outside a talk: today, the residents, a dossier and what belongs to it.

use super::{Stop, Walk};
use crate::window::WindowError;

/// Links to dossiers in the list of residents.
const DOSSIERS: &str = "main a[href^='/residents/']";

impl<S: Stop> Walk<'_, S> {
    pub(super) async fn everyday(&mut self) -> Result<(), WindowError> {
        self.stop("today-first-day").await?;
        self.visit("/residents", "residents-nobody").await?;
        self.window.go("/").await?;
        self.tap("button", "today-load-sample").await?;
        self.see("link", "today-new-talk").await?;
        self.stop("today").await?;
        self.visit("/residents", "residents").await?;
        self.visit("/residents?talk", "residents-for-a-talk").await?;
        self.visit("/residents/new", "add-resident").await?;
        self.visit("/search", "search").await?;
        self.write("search-words", "koken").await?;
        self.see("list", "search-found-list").await?;
        self.stop("search-found").await?;
        for (name, screen) in [("An", "dossier"), ("Joop", "dossier-joop"), ("Emmy", "dossier-emmy")] {
            let dossier = self.dossier_of(name).await?;
            self.visit(&dossier, screen).await?;
        }
        let an = self.dossier_of("An").await?;
        self.visit(&format!("{an}/plan"), "plan").await?;
        self.visit(&format!("{an}/bases"), "bases").await?;
        self.visit(&format!("{an}/erase"), "erase").await?;
        self.visit(&format!("/start{}", an.trim_start_matches("/residents")), "start").await?;
        self.visit("/nowhere", "not-here").await
    }

    /// The address of somebody's dossier, from the list.
    pub(super) async fn dossier_of(&self, name: &str) -> Result<String, WindowError> {
        self.window.go("/residents").await?;
        self.window.link(DOSSIERS, name).await
    }

    /// The addresses of somebody's talks, such as `/talk/…`, the latest first.
    pub(super) async fn talks_of(&self, name: &str) -> Result<Vec<String>, WindowError> {
        let dossier = self.dossier_of(name).await?;
        self.window.go(&dossier).await?;
        let links = self.window.links("#dossier-talks a[href^='/talk/'][href$='/copy']", "").await?;
        Ok(links.iter().map(|link| link.trim_end_matches("/copy").to_owned()).collect())
    }
}
