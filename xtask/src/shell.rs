//! Builds the shell: the program that opens the window.

use std::fs::{self, File};
use std::path::PathBuf;

use crate::command::{ALL, cargo, run, say};
use crate::failure::{Outcome, While};
use crate::front_end::{self, Build};
use crate::paths;

/// Builds screens and shell. Gives the program.
pub(crate) fn build(how: Build) -> Outcome<PathBuf> {
    let _alone = alone()?;
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

/// Waits until no other xtask builds, and keeps others waiting as long as the answer lives: quick and small screens lie in the same
/// folder, and a release must not take in the quick ones.
fn alone() -> Outcome<File> {
    let path = paths::kept().join("building");
    fs::create_dir_all(paths::kept()).while_doing("making the folder of xtask")?;
    let file = File::create(path).while_doing("making the lock for building")?;
    if file.try_lock().is_err() {
        say("another xtask is building; waiting for it");
        file.lock().while_doing("waiting for another xtask")?;
    }
    Ok(file)
}
