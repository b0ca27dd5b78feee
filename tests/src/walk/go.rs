//! Going straight to an address, waiting until a screen is complete, and looking at it in light or dark.

use serde_json::{Value, json};

use crate::window::{Window, WindowError};

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark words on light paper.
    Light,
    /// Light words on dark paper.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// As the styles call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// As a link on the screen would: the router hears it.
const FOLLOW: &str = r#"
const link = document.createElement("a");
link.href = arguments[0];
document.body.append(link);
link.click();
link.remove();
"#;

/// A screen is complete when its heading has words, nothing is being read any more, and nothing moves.
const SETTLE: &str = r#"
const [path, limit_ms, done] = arguments;
const limit = performance.now() + limit_ms;
const isComplete = () =>
  (path === null || location.pathname === path)
  && [...document.querySelectorAll("main h1")].some((title) => title.innerText.trim())
  && !document.querySelector("p.busy")
  && document.fonts.status === "loaded"
  && [...document.images].every((image) => image.complete)
  && document.getAnimations().every((moves) => moves.playState !== "running" || moves.effect.getComputedTiming().endTime === Infinity);
let quiet = 0;
const look = () => {
  quiet = isComplete() ? quiet + 1 : 0;
  if (quiet > 3) return done(true);
  if (performance.now() > limit) return done(`at ${location.pathname}`);
  requestAnimationFrame(look);
};
look();
"#;

/// The address of the first link of these, by the words of its row.
const LINK: &str = r#"
const [selector, words] = arguments;
const links = [...document.querySelectorAll(selector)];
const named = (link) => !words || (link.querySelector(".row-title") ?? link).textContent.trim() === words;
return links.filter(named).map((link) => link.getAttribute("href"));
"#;

/// As long as looking for one thing on screen may take.
const LIMIT_MS: u32 = 20_000;

impl Window {
    /// Goes to an address of the app as a link there would, and waits until its screen is complete.
    pub async fn go(&self, path: &str) -> Result<(), WindowError> {
        self.session().execute(FOLLOW, vec![json!(path)]).await?;
        let pathname = path.split(['?', '#']).next().unwrap_or(path);
        self.arrive(json!(pathname), path).await
    }

    /// Waits until the screen is complete and at rest.
    pub async fn settle(&self) -> Result<(), WindowError> {
        self.arrive(Value::Null, "").await
    }

    /// Where the app is, such as `/settings`.
    pub async fn path(&self) -> Result<String, WindowError> {
        Ok(self.session().execute("return location.pathname", Vec::new()).await?.convert()?)
    }

    /// The addresses of the links that fit this CSS selector and bear these words; any words when there are none given.
    pub async fn links(&self, selector: &str, words: &str) -> Result<Vec<String>, WindowError> {
        Ok(self.session().execute(LINK, vec![json!(selector), json!(words)]).await?.convert()?)
    }

    /// The address of the first of those links; it must be there.
    pub async fn link(&self, selector: &str, words: &str) -> Result<String, WindowError> {
        match self.links(selector, words).await?.into_iter().next() {
            Some(link) => Ok(link),
            None => Err(self.not_there("link", &format!("{selector} {words}")).await?),
        }
    }

    /// Shows the app in light or dark, until its own preferences speak again.
    pub async fn shine(&self, theme: Theme) -> Result<(), WindowError> {
        let set = "document.documentElement.dataset.theme = arguments[0]";
        self.session().execute(set, vec![json!(theme.name())]).await?;
        self.settle().await
    }

    /// Shows the app in letters of this size (`normal` to `largest`), until its own preferences speak again.
    pub async fn enlarge(&self, letters: &str) -> Result<(), WindowError> {
        let set = "document.documentElement.dataset.textSize = arguments[0]";
        self.session().execute(set, vec![json!(letters)]).await?;
        self.settle().await
    }

    async fn arrive(&self, pathname: Value, path: &str) -> Result<(), WindowError> {
        let arguments = vec![pathname, json!(LIMIT_MS)];
        let answer = self.ask_page(SETTLE, arguments).await?;
        if answer.json() == &Value::Bool(true) {
            return Ok(());
        }
        let where_now = answer.json().as_str().unwrap_or_default().to_owned();
        Err(self.not_there("complete screen", &format!("{path} ({where_now})")).await?)
    }

    async fn not_there(&self, role: &str, name: &str) -> Result<WindowError, WindowError> {
        let screen = self.screen().await?;
        Ok(WindowError::NotThere { role: role.to_owned(), name: name.to_owned(), screen })
    }
}
