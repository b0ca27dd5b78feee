//! What the tests of the real window and the tour have in common.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::Command;

use crate::command::say;
use crate::display::Display;
use crate::failure::Outcome;
use crate::front_end::Build;
use crate::paths;
use crate::setup::{self, For};
use crate::shell;

/// Sets up and builds the app, and gives it with a display to show it on.
pub(crate) fn prepare() -> Outcome<Stage> {
    setup::set_up(For::Testing)?;
    let app = shell::build(Build::Quick)?;
    say("starting a display that nobody sees");
    Ok(Stage { app: app.into_os_string(), display: Display::start()? })
}

/// A built app and a display.
pub(crate) struct Stage {
    app: OsString,
    display: Display,
}

impl Stage {
    /// A program on the display, told where the app and its drivers are.
    pub(crate) fn program(&self, name: &OsStr) -> Command {
        let npm = paths::npm();
        let mut command = self.display.program(name);
        command
            .env("WIJKWEB_APP", &self.app)
            .env("WIJKWEB_TAURI_DRIVER", npm.join(Path::new(".bin/tauri-driver")))
            .env("WIJKWEB_NATIVE_DRIVER", "/usr/bin/WebKitWebDriver")
            .env("WIJKWEB_AXE", npm.join("axe-core/axe.min.js"));
        command
    }
}
