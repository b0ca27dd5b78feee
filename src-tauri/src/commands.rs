//! The commands that screens can call, one line each.
//!
//! A new command is a line here, its name in `COMMANDS` of `build.rs`, and `allow-<name>` in both files of
//! `capabilities/`.

use tauri::{Builder, Wry, generate_handler};

/// Adds the list of commands to the app.
pub(crate) fn add(builder: Builder<Wry>) -> Builder<Wry> {
    builder.invoke_handler(generate_handler![])
}
