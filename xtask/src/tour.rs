//! `cargo xtask tour DIR`: a picture of every screen of the real app, on the sample neighbourhood.

use std::path::absolute;

use crate::command::{ALL, cargo, run as run_program, say};
use crate::failure::{Failure, Outcome, While};
use crate::paths;
use crate::window_tests::prepare;

/// Writes the pictures to the folder that the person names.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    let Some((folder, rest)) = arguments.split_first() else {
        return Err(Failure::new("say where the pictures go: `cargo xtask tour DIR`"));
    };
    let folder = absolute(folder).while_doing("finding the folder for the pictures")?;
    let stage = prepare()?;
    say("walking through the app");
    run_program(cargo(["build"]).args(ALL).args(["--bin", "tour"]))?;
    let mut command = stage.program(paths::target().join("debug/tour").as_os_str());
    // The app turns compositing off where there is no graphics card; a picture of the web view then never comes.
    run_program(command.arg(&folder).args(rest).env("WEBKIT_DISABLE_COMPOSITING_MODE", "0"))?;
    println!("The pictures are in {}.", folder.display());
    Ok(())
}
