//! Wijkweb on a command line: the same engine without a window, for administrators, facilitators and tests.
//!
//! ```text
//! arguments ── secret ── session (gate, unlock) ── command (requests of `api`) ── answer ── output
//! ```
//!
//! The engine stands behind a [`counter::Counter`], where a command asks it and, while a command exchanges, the courier of
//! [`post::Post`]. A command is a file in `commands/`: it asks the engine by the same requests as the screens, and gives an [`output::Answer`].
//! What goes wrong is a [`failure::Failed`], in the words of the screens, with an exit code.

mod arguments;
mod commands;
mod counter;
mod failure;
mod host;
mod output;
mod post;
mod secret;
mod session;

use std::{env, process::ExitCode};

use engine::Words;

use crate::failure::{Exit, Failed};

/// Does what was typed for this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments = match arguments::read(env::args_os()) {
        Ok(arguments) => arguments,
        Err(told) => return output::usage(&told),
    };
    let (json, words) = (arguments.common.json, Words::new(arguments.common.language()));
    let done = commands::run(arguments, &words).and_then(|answer| {
        output::print(&answer, json).map_err(|_| Failed::Output)?;
        Ok(answer.exit)
    });
    match done {
        Ok(exit) => exit.into(),
        Err(failed) => {
            output::complain(&failed, &words, json);
            Exit::of(&failed).into()
        }
    }
}
