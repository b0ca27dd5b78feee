//! A display that nobody sees, for tests and pictures.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::command::{program, stop};
use crate::failure::{Failure, Outcome, While};

/// A running Xvfb. It ends together with this value.
pub(crate) struct Display {
    server: Child,
    number: String,
}

impl Display {
    /// Starts a display, large enough for any window that we test, on a number that is free.
    pub(crate) fn start() -> Outcome<Self> {
        let mut server = program("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .while_doing("starting Xvfb")?;
        let mut number = String::new();
        if let Some(answer) = server.stdout.take() {
            BufReader::new(answer).read_line(&mut number).while_doing("waiting for Xvfb")?;
        }
        let number = number.trim().to_owned();
        if number.is_empty() {
            stop(&mut server);
            return Err(Failure::new("Xvfb, the display for tests, did not start"));
        }
        Ok(Self { server, number })
    }

    /// A program that shows its windows here, with a message bus of its own.
    pub(crate) fn program(&self, name: &OsStr) -> Command {
        let mut command = program("dbus-run-session");
        command
            .arg("--")
            .arg(name)
            .env("DISPLAY", format!(":{}", self.number))
            .env("GDK_BACKEND", "x11")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            // The app decides by itself, as it does for people.
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
        command
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        stop(&mut self.server);
    }
}

/// Whether this machine has a display that a person may look at.
pub(crate) fn is_there() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(|name| env::var_os(name).is_some_and(|value| !value.is_empty()))
}
