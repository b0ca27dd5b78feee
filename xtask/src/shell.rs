//! Builds the shell: the program that opens the window.

use std::path::PathBuf;

use crate::command::{ALL, cargo, run, say};
use crate::failure::Outcome;
use crate::front_end::{self, Build};
use crate::paths;

/// Builds screens and shell. Gives the program.
pub(crate) fn build(how: Build) -> Outcome<PathBuf> {
    front_end::build(how)?;
    say("building the shell");
    let folder = match how {
        Build::Quick => {
            run(cargo(["build"]).args(ALL).args(["--bin", "wijkweb"]))?;
            "debug"
        }
        // What people get has the features that it needs itself, and no others.
        Build::Small => {
            run(&mut cargo(["build", "--release", "--package", "wijkweb"]))?;
            "release"
        }
    };
    Ok(paths::target().join(folder).join("wijkweb"))
}
