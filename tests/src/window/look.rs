//! Looking: what is on screen, found by role and name as a screen reader finds it.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::session::scriptret::ScriptRet;

use super::error::WindowError;
use super::{Window, error};

/// Finds by role and name, in the page.
const FIND: &str = include_str!("find.js");

/// Looks until a field holds a text, or the time is over.
const HOLDS: &str = "const [text, limit, done] = arguments;
const until = performance.now() + limit;
const look = () => {
  const fields = [...document.querySelectorAll('input, textarea')];
  if (fields.some((field) => field.value === text)) return done(true);
  if (performance.now() > until) return done(false);
  setTimeout(look, 50);
};
look();";

/// How long something may take to appear or to go. Saving with Argon2 on a busy machine takes seconds.
const LIMIT_MS: u32 = 20_000;

impl Window {
    /// Waits until something with this role and name is visible, and gives it.
    ///
    /// The role is ARIA's (`button`, `link`, `heading`, `textbox`, `slider`, `checkbox`, `radio`, …). The name is the
    /// accessible name; an exact match wins, else one that contains it. An empty name is any name.
    pub async fn see(&self, role: &str, name: &str) -> Result<WebElement, WindowError> {
        let answer = self.ask(role, name, "there").await?;
        if answer.json().is_null() {
            let screen = self.screen().await?;
            return Err(WindowError::NotThere { role: role.to_owned(), name: name.to_owned(), screen });
        }
        Ok(answer.element()?)
    }

    /// Waits until nothing with this role and name is visible.
    pub async fn gone(&self, role: &str, name: &str) -> Result<(), WindowError> {
        let answer = self.ask(role, name, "gone").await?;
        if answer.json() == &Value::Bool(true) {
            return Ok(());
        }
        Err(WindowError::StillThere { role: role.to_owned(), name: name.to_owned(), screen: self.text().await? })
    }

    /// Waits until a field on screen holds this text.
    pub async fn holds(&self, text: &str) -> Result<(), WindowError> {
        let answer = self.ask_page(HOLDS, vec![json!(text), json!(LIMIT_MS)]).await?;
        if answer.json() == &Value::Bool(true) {
            return Ok(());
        }
        Err(WindowError::NotThere { role: "textbox".to_owned(), name: text.to_owned(), screen: self.screen().await? })
    }

    /// The text of the first element that this selector finds, as it is now; empty where there is none.
    pub async fn text_of(&self, selector: &str) -> Result<String, WindowError> {
        let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
        Ok(self.session.execute(script, vec![json!(selector)]).await?.convert()?)
    }

    /// Whether it is visible at this very moment, without waiting.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool, WindowError> {
        Ok(!self.ask(role, name, "now").await?.json().is_null())
    }

    /// All text that is on screen, as a person could select it.
    pub async fn text(&self) -> Result<String, WindowError> {
        let answer = self.session.execute("return document.body.innerText", Vec::new()).await?;
        Ok(answer.convert()?)
    }

    /// Every role and name on screen, one a line: what a failed test shows.
    pub async fn screen(&self) -> Result<String, WindowError> {
        let answer = self.ask("", "", "all").await?;
        Ok(answer.convert()?)
    }

    /// Writes a picture (PNG) of what is on screen.
    pub async fn picture(&self, file: &Path) -> Result<(), WindowError> {
        let picture = self.session.screenshot_as_png().await?;
        std::fs::write(file, picture).map_err(error::while_doing("writing a picture"))
    }

    pub(super) async fn ask(&self, role: &str, name: &str, what: &str) -> Result<ScriptRet, WindowError> {
        let arguments = vec![json!(role), json!(name), json!(what), json!(LIMIT_MS)];
        self.ask_page(FIND, arguments).await
    }
}
