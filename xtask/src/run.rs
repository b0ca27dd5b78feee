//! `cargo xtask run`: builds the app and opens it.

use crate::command::{program, run as run_program, say};
use crate::display;
use crate::failure::{Failure, Outcome};
use crate::front_end::Build;
use crate::relay;
use crate::setup::{self, For};
use crate::shell;

const NO_DISPLAY: &str = "\
the app is built, but there is no display to open it on (DISPLAY and WAYLAND_DISPLAY are not set).
`cargo xtask tour pictures` opens it on a display of its own and writes a picture of every screen.";

/// Sets up, builds and opens, with a relay beside it; with `--release` it is the app as people get it.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let how = match arguments {
        [] => Build::Quick,
        [flag] if flag == "--release" => Build::Small,
        _ => return Err(Failure::new("`cargo xtask run` knows only `--release`")),
    };
    setup::set_up(For::Running)?;
    let app = shell::build(how)?;
    if !display::is_there() {
        return Err(Failure::new(NO_DISPLAY));
    }
    let _relay = relay::beside()?;
    say("opening the app");
    run_program(&mut program(app))
}
