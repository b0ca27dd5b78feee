//! What can go wrong while driving the window.

use std::path::PathBuf;

/// Why a step in the window failed, in words for the person who reads the failed test.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// The variable is not set: the test was not started by xtask.
    #[error("{0} is not set: run this through `cargo xtask e2e`")]
    NotTold(&'static str),
    /// A program of the driver could not be started, or a file could not be read or written.
    #[error("{doing}: {source}")]
    Io {
        /// What we were doing.
        doing: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// tauri-driver did not answer in time; its words are in the file.
    #[error("tauri-driver did not answer; see {}", .0.display())]
    NoAnswer(PathBuf),
    /// The app is not running (any more).
    #[error("the app is not running")]
    NoApp,
    /// What we looked for did not come within the time.
    #[error("there is no {role} “{name}”. On screen:\n{screen}")]
    NotThere {
        /// The role, such as `button`.
        role: String,
        /// The accessible name.
        name: String,
        /// Every role and name that is on screen instead.
        screen: String,
    },
    /// What should go away stayed.
    #[error("the {role} “{name}” is still there. On screen:\n{screen}")]
    StillThere {
        /// The role, such as `button`.
        role: String,
        /// The accessible name.
        name: String,
        /// All text that is on screen.
        screen: String,
    },
    /// It is there, but a finger cannot get at it.
    #[error("the {role} “{name}” cannot be touched: {why}")]
    OutOfReach {
        /// The role, such as `button`.
        role: String,
        /// The accessible name.
        name: String,
        /// What is in the way.
        why: String,
    },
    /// The WebDriver protocol failed.
    #[error("the driver of the window: {0}")]
    Driver(#[from] thirtyfour::error::WebDriverError),
    /// A script in the page answered with something unexpected.
    #[error("an answer from the page that makes no sense: {0}")]
    Answer(#[from] serde_json::Error),
}

/// Says what we were doing when the system said no.
pub(super) fn while_doing(doing: &'static str) -> impl FnOnce(std::io::Error) -> WindowError {
    move |source| WindowError::Io { doing, source }
}
