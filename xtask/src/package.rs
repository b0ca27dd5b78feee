//! `cargo xtask package`: the app as a .deb.

mod debian;

use crate::command::say;
use crate::failure::Outcome;
use crate::front_end::Build;
use crate::setup::{self, For};
use crate::shell;

/// Builds for release and packs.
pub(crate) fn run() -> Outcome {
    setup::set_up(For::Running)?;
    let app = shell::build(Build::Small)?;
    say("packing");
    let package = debian::pack(&app)?;
    println!("{}", package.display());
    Ok(())
}
