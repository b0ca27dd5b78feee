//! The screens of others than a professional: a helper with whom something was shared, and somebody who was taken out of the team.

use content::Words;
use domain::Language;
use testkit::{device::PASSPHRASE, others};

use super::{Stop, Walk};
use crate::window::{Home, Window, WindowError};

/// The home of a helper, for [`walk_as_helper`].
pub fn helpers_home(language: Language) -> Result<Home, WindowError> {
    let home = Home::new()?;
    others::a_helper(home.path(), language);
    Ok(home)
}

/// The home of somebody who was taken out, for [`walk_taken_out`].
pub fn taken_out_home(language: Language) -> Result<Home, WindowError> {
    let home = Home::new()?;
    others::taken_out(home.path(), language);
    Ok(home)
}

/// Walks past what a helper sees, in a window on [`helpers_home`].
pub async fn walk_as_helper(window: &Window, language: Language, stop: &mut impl Stop) -> Result<(), WindowError> {
    let mut walk = Walk { window, words: Words::new(language), stop };
    walk.unlock_with(PASSPHRASE).await?;
    walk.see("heading", "shared-title").await?;
    walk.stop("shared").await?;
    let plan = walk.window.link("main a[href^='/shared/plan/']", "").await?;
    walk.visit(&plan, "shared-plan").await?;
    walk.window.go("/").await?;
    let talk = walk.window.link("main a[href^='/shared/talk/']", "").await?;
    walk.visit(&talk, "shared-talk").await?;
    walk.visit("/team", "shared-team").await?;
    walk.visit("/settings", "shared-settings").await
}

/// Walks past what somebody sees who was taken out, in a window on [`taken_out_home`].
pub async fn walk_taken_out(window: &Window, language: Language, stop: &mut impl Stop) -> Result<(), WindowError> {
    let mut walk = Walk { window, words: Words::new(language), stop };
    walk.unlock_with(PASSPHRASE).await?;
    walk.visit("/team", "team-taken-out").await
}
