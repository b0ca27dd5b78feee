//! A walk through the real app, past every screen, with a stop at each: for pictures, and for whoever looks whether everyone can
//! use them.
//!
//! ```no_run
//! use domain::Language;
//! use tests::{walk::{Stop, walk}, window::{Home, PHONE, Window, WindowError}};
//!
//! struct Names;
//!
//! impl Stop for Names {
//!     async fn at(&mut self, _: &Window, screen: &str) -> Result<(), WindowError> {
//!         println!("{screen}");
//!         Ok(())
//!     }
//! }
//!
//! # async fn all() -> Result<(), WindowError> {
//! let home = Home::new()?;
//! let window = Window::open(&home, PHONE).await?;
//! walk(&window, Language::Nl, &mut Names).await?;
//! # window.close().await }
//! ```

mod begin;
mod everyday;
mod go;
mod hand_over;
mod others;
mod pairing;
mod settings;
mod table;
mod team;

use content::{Args, Words};
use domain::Language;

use crate::window::{Window, WindowError};
pub use begin::{PASSPHRASE, PROFESSIONAL};
pub use go::Theme;
pub use others::Other;
pub use pairing::let_in;

/// What happens at each screen.
#[allow(async_fn_in_trait, reason = "a walk is one task; nothing of it goes to another thread")]
pub trait Stop {
    /// The screen with this name (`today`, `talk-change`, …) is in the window, complete and at rest.
    async fn at(&mut self, window: &Window, screen: &str) -> Result<(), WindowError>;
}

/// Walks past every screen of an app that was never started, in this language; it ends on the lock.
pub async fn walk(window: &Window, language: Language, stop: &mut impl Stop) -> Result<(), WindowError> {
    let mut walk = Walk { window, words: Words::new(language), stop };
    walk.first_start().await?;
    walk.everyday().await?;
    walk.settings().await?;
    walk.first_talk().await?;
    walk.talk().await?;
    walk.prints().await?;
    walk.team().await?;
    walk.hand_over().await
}

/// Somebody on their way.
struct Walk<'a, S: Stop> {
    window: &'a Window,
    words: Words,
    stop: &'a mut S,
}

impl<S: Stop> Walk<'_, S> {
    /// Stops at the screen that is in the window.
    async fn stop(&mut self, screen: &str) -> Result<(), WindowError> {
        self.window.settle().await?;
        self.stop.at(self.window, screen).await
    }

    /// Goes to an address and stops there.
    async fn visit(&mut self, path: &str, screen: &str) -> Result<(), WindowError> {
        self.window.go(path).await?;
        self.stop(screen).await
    }

    async fn tap(&self, role: &str, key: &str) -> Result<(), WindowError> {
        self.window.tap(role, &self.words.say(key)).await
    }

    async fn see(&self, role: &str, key: &str) -> Result<(), WindowError> {
        self.window.see(role, &self.words.say(key)).await.map(drop)
    }

    async fn write(&self, key: &str, text: &str) -> Result<(), WindowError> {
        self.window.write(&self.words.say(key), text).await
    }

    fn named(&self, key: &str, name: &str) -> String {
        self.words.say_with(key, &Args::new().with("name", name))
    }
}
