//! Gets what this machine lacks, and nothing that it has.

mod npm;
mod packages;
pub(crate) mod wasm;

use crate::failure::Outcome;

/// What a subcommand is going to do, and so what it needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building the app and opening it.
    Running,
    /// Also driving it on a virtual display.
    Testing,
}

/// Sets up everything that any subcommand needs.
pub(crate) fn all() -> Outcome {
    set_up(For::Testing)?;
    println!("Everything is there.");
    Ok(())
}

/// Sets up what this purpose needs: the system's packages, the wasm standard library, the npm pieces.
pub(crate) fn set_up(purpose: For) -> Outcome {
    packages::install(purpose)?;
    wasm::set_up()?;
    npm::fetch()
}
