//! The screens of others than a professional in one team.

use content::Words;
use domain::Language;
use testkit::{device::PASSPHRASE, others};

use super::{Stop, Walk};
use crate::window::{Home, Window, WindowError};

/// Somebody who sees what a professional in one team does not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Other {
    /// A helper with whom something was shared.
    Helper,
    /// Somebody who was taken out of the team.
    TakenOut,
    /// An owner of two teams.
    Owner,
    /// A resident on a device of their own.
    Resident,
    /// Somebody who has to choose between two answers.
    Chooser,
    /// An owner with a colleague who may be ill, and one who became a helper.
    Colleague,
    /// A helper who was a colleague, with a dossier that nobody else can open.
    Holder,
    /// Somebody whose folder was put back as it was.
    PutBack,
    /// Somebody of whose folder a copy is in use.
    Copied,
}

impl Other {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Helper,
        Self::TakenOut,
        Self::Owner,
        Self::Resident,
        Self::Chooser,
        Self::Colleague,
        Self::Holder,
        Self::PutBack,
        Self::Copied,
    ];

    /// Their home, for [`Self::walk`].
    pub fn home(self, language: Language) -> Result<Home, WindowError> {
        let home = Home::new()?;
        match self {
            Self::Helper => others::a_helper(home.path(), language),
            Self::TakenOut => others::taken_out(home.path(), language),
            Self::Owner => others::an_owner(home.path(), language),
            Self::Resident => others::a_resident(home.path(), language),
            Self::Chooser => others::two_answers(home.path(), language),
            Self::Colleague => others::colleagues(home.path(), language),
            Self::Holder => others::a_holder(home.path(), language),
            Self::PutBack => others::put_back(home.path(), language),
            Self::Copied => others::copied(home.path(), language),
        }
        Ok(home)
    }

    /// Walks past what they see, in a window on [`Self::home`].
    pub async fn walk(self, window: &Window, language: Language, stop: &mut impl Stop) -> Result<(), WindowError> {
        let mut walk = Walk { window, words: Words::new(language), stop };
        walk.unlock_with(PASSPHRASE).await?;
        match self {
            Self::Helper => walk.as_helper().await,
            Self::TakenOut => walk.visit("/team", "team-taken-out").await,
            Self::Owner => walk.as_owner().await,
            Self::Resident => walk.as_resident().await,
            Self::Chooser => walk.as_chooser().await,
            Self::Colleague => walk.as_colleague().await,
            Self::Holder => walk.as_holder().await,
            Self::PutBack => walk.visit("/team", "team-put-back").await,
            Self::Copied => walk.visit("/team", "team-copied").await,
        }
    }
}

impl<S: Stop> Walk<'_, S> {
    async fn as_helper(&mut self) -> Result<(), WindowError> {
        self.see("heading", "shared-title").await?;
        self.stop("shared").await?;
        let plan = self.window.link("main a[href^='/shared/plan/']", "").await?;
        self.visit(&plan, "shared-plan").await?;
        self.window.go("/").await?;
        let talk = self.window.link("main a[href^='/shared/talk/']", "").await?;
        self.visit(&talk, "shared-talk").await?;
        self.visit("/team", "shared-team").await?;
        self.visit("/settings", "shared-settings").await
    }

    async fn as_resident(&mut self) -> Result<(), WindowError> {
        self.visit("/", "own-today").await?;
        let plan = self.window.link("main a[href^='/residents/'][href$='/plan']", "").await?;
        let fill = self.window.link("main a[href^='/talk/'][href$='/fill']", "").await?;
        self.visit(&plan, "own-plan").await?;
        self.visit(plan.trim_end_matches("/plan"), "own-dossier").await?;
        self.visit(&plan.replace("/plan", "/sharing"), "own-sharing").await?;
        self.visit(&fill, "own-fill").await?;
        self.visit("/team", "own-team").await?;
        self.visit("/settings", "own-settings").await
    }

    async fn as_chooser(&mut self) -> Result<(), WindowError> {
        self.visit("/team", "team-two-answers").await?;
        let fill = self.window.link("main a[href^='/talk/'][href$='/fill']", "").await?;
        self.visit(&fill, "fill-two-answers").await?;
        self.visit(&fill.replace("/fill", "/web"), "web-two-answers").await
    }

    async fn as_colleague(&mut self) -> Result<(), WindowError> {
        let people = "main a[href^='/team/people/']";
        self.visit("/team", "team-of-colleagues").await?;
        let (bo, cas) = (self.window.link(people, "Bo").await?, self.window.link(people, "Cas").await?);
        self.visit(&cas, "team-member-holds").await?;
        self.visit(&bo, "team-member-colleague").await?;
        let running = self.window.link("main a[href^='/team/hand-over/']", "").await?;
        self.visit(&running, "running-of").await
    }

    async fn as_holder(&mut self) -> Result<(), WindowError> {
        self.visit("/", "holder-today").await?;
        let kees = self.dossier_of("Kees").await?;
        self.visit(&kees, "holder-dossier").await?;
        self.visit(&format!("{kees}/sharing"), "holder-sharing").await
    }

    async fn as_owner(&mut self) -> Result<(), WindowError> {
        self.visit("/", "teams-today").await?;
        self.visit("/team", "teams").await?;
        self.visit("/settings/security#sheet", "teams-sheet").await?;
        self.visit("/team/erase", "teams-erase-together").await?;
        let joop = self.dossier_of("Joop").await?;
        self.visit(&format!("{joop}/sharing"), "teams-hold").await
    }
}
