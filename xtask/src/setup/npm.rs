//! The pieces that come from npm: the fonts, wasm-opt, axe and the window's driver.

use std::fs;

use crate::command::{program, run_quietly, say};
use crate::failure::{Outcome, While};
use crate::paths;
use crate::stamp::Stamp;

/// The files that say what to fetch, in `xtask/npm`.
const LISTS: &[&str] = &["package.json", "package-lock.json", ".npmrc"];

/// Fetches exactly what the lock file names, unless it is there.
pub(super) fn fetch() -> Outcome {
    let lists = paths::root().join("xtask/npm");
    let stamp = Stamp::new("npm").on_file(&lists.join("package-lock.json"));
    if stamp.is_current() && paths::npm().is_dir() {
        return Ok(());
    }
    say("fetching the fonts, wasm-opt, axe and the window's driver from npm");
    let folder = paths::kept().join("npm");
    fs::create_dir_all(&folder).while_doing("making the folder for npm")?;
    for list in LISTS {
        fs::copy(lists.join(list), folder.join(list)).while_doing(format!("copying {list}"))?;
    }
    // Not `npm ci`: it wants the drivers of other systems in the lock file, which not every registry has.
    run_quietly(program("npm").args(["install", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    stamp.set()
}
