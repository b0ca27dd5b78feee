//! Builds the shell: the program that opens the window.

use std::path::PathBuf;

use crate::command::{cargo, run, say};
use crate::failure::Outcome;
use crate::front_end::{self, Build};
use crate::paths;

/// Builds screens and shell. Gives the program.
pub(crate) fn build(how: Build) -> Outcome<PathBuf> {
    front_end::build(how)?;
    say("building the shell");
    let mut command = cargo(["build", "--package", "wijkweb"]);
    let folder = match how {
        Build::Quick => "debug",
        Build::Small => {
            command.arg("--release");
            "release"
        }
    };
    run(&mut command)?;
    Ok(paths::target().join(folder).join("wijkweb"))
}
