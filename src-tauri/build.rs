//! Gives each command a permission of its own and tells Tauri where the screens lie.

use std::error::Error;
use std::fs;

#[path = "../crates/api/src/list.rs"]
#[macro_use]
mod list;

/// The name of every command.
macro_rules! names {
    ($($name:ident: $request:ty => $response:ty, $gate:ident;)*) => {
        &[$(stringify!($name)),*]
    };
}

fn main() -> Result<(), Box<dyn Error>> {
    // Tauri refuses to compile without the folder; xtask fills it.
    fs::create_dir_all("../app/dist")?;
    // A capability allows the commands one by one as `allow-<name>`.
    let manifest = tauri_build::AppManifest::new().commands(for_each_command!(names));
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    tauri_build::try_build(attributes)?;
    Ok(())
}
