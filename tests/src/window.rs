//! The real window, driven as a person would: look for a button by its name, tap it, type, look at the result.
//!
//! Each [`Window`] runs the built app, with its data in a [`Home`] of its own, through tauri-driver and
//! WebKitWebDriver. `cargo xtask e2e` builds the app, starts a display and says where the three are:
//!
//! | variable | what it names |
//! |---|---|
//! | `WIJKWEB_APP` | the built shell |
//! | `WIJKWEB_TAURI_DRIVER` | tauri-driver, from npm |
//! | `WIJKWEB_NATIVE_DRIVER` | WebKitWebDriver |
//! | `WIJKWEB_AXE` | axe.min.js |
//!
//! ```no_run
//! use tests::window::{Home, PHONE, Window};
//!
//! # async fn story() -> Result<(), tests::window::WindowError> {
//! let home = Home::new()?;
//! let window = Window::open(&home, PHONE).await?;
//! window.see("heading", "Wijkweb").await?;
//! window.write("Naam", "An").await?;
//! window.tap("button", "Bewaar").await?;
//! window.kill().await?; // as a pulled plug
//! let window = Window::open(&home, PHONE).await?;
//! window.see("heading", "An").await?;
//! # window.close().await }
//! ```

mod act;
mod axe;
mod driver;
mod effort;
mod error;
mod home;
mod look;

use serde_json::Value;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::session::scriptret::ScriptRet;

use driver::Driver;
use effort::Counter;
pub use effort::Effort;
pub use error::WindowError;
pub use home::Home;
pub use thirtyfour::{Key, WebElement};

/// The size of a window's inside, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A phone, held upright.
pub const PHONE: Size = Size { width: 390, height: 844 };

/// The narrowest screen that must work.
pub const NARROW: Size = Size { width: 320, height: 640 };

/// A laptop.
pub const DESKTOP: Size = Size { width: 1280, height: 900 };

/// More pages than ever follow each other while one question waits for its answer.
const PAGES_MAX: u32 = 20;

/// The app in a real window. Close it with [`Window::close`] or [`Window::kill`]; dropping it kills it too.
pub struct Window {
    session: WebDriver,
    driver: Driver,
    counter: Counter,
}

impl Window {
    /// Starts the app on the data in `home` and waits until its first screen is there.
    ///
    /// One home has one window at a time: the app itself refuses a second one.
    pub async fn open(home: &Home, size: Size) -> Result<Self, WindowError> {
        let driver = Driver::start(home).await?;
        let session = driver.session().await?;
        let window = Self { session, driver, counter: Counter::default() };
        window.resize(size).await?;
        window.see("heading", "").await?;
        Ok(window)
    }

    /// Gives the window's inside another size, as turning a phone or dragging a corner does.
    pub async fn resize(&self, size: Size) -> Result<(), WindowError> {
        self.session.set_window_rect(0, 0, size.width, size.height).await?;
        Ok(())
    }

    /// The session itself, for what this module has no word for.
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Asks the page something that it may answer later. A page that goes away meanwhile is not asked again: the one that comes is.
    pub(crate) async fn ask_page(&self, script: &str, arguments: Vec<Value>) -> Result<ScriptRet, WindowError> {
        for _ in 1..PAGES_MAX {
            match self.session.execute_async(script, arguments.clone()).await {
                Err(error) if matches!(error.as_inner(), WebDriverErrorInner::NoSuchFrame(_)) => {}
                answer => return Ok(answer?),
            }
        }
        Ok(self.session.execute_async(script, arguments).await?)
    }

    /// What the person has had to do since the window was opened.
    pub fn effort(&self) -> Effort {
        self.counter.read()
    }

    /// Kills the app with SIGKILL, as a pulled plug or an empty battery does, and waits until it is gone.
    pub async fn kill(mut self) -> Result<(), WindowError> {
        self.driver.kill_app().await?;
        // The session has nobody left to talk to; its end is not news.
        let _ = self.session.leak();
        self.driver.stop().await;
        Ok(())
    }

    /// Closes the window as a person does, and waits until the app has ended.
    pub async fn close(mut self) -> Result<(), WindowError> {
        self.session.quit().await?;
        self.driver.stop().await;
        Ok(())
    }
}
