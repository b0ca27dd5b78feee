//! The shell of Wijkweb: a window, a list of commands, nothing else.
//!
//! What the app can do lives in the crate `engine`; what it looks like lives in `app`. This crate only
//! joins the two: it opens the window, hands each call of the screens to the engine and tells the screens
//! when the system pauses or resumes the app.

mod commands;
mod data_folder;
mod exchange;
mod host;
#[cfg(desktop)]
mod key_store;
mod lifecycle;
#[cfg(mobile)]
mod mobile;
mod plugins;
#[cfg(target_os = "linux")]
mod renderer;
mod voice;

use std::{process::ExitCode, sync::Arc};

use engine::{Cost, Engine};
use tauri::{App, Builder, Manager, async_runtime::Mutex, generate_context};

use commands::Shared;
use data_folder::DataFolder;
use host::Device;

/// Opens the window and stays until the person closes it. On a phone `mobile.rs` calls this.
///
/// Fails, with one line on the error stream, where there is no display or no web view.
pub fn run() -> ExitCode {
    #[cfg(target_os = "linux")]
    renderer::settle();
    match assemble() {
        Ok(app) => {
            app.run(lifecycle::follow);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Wijkweb cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Puts the app together without opening the window yet, so that all state is there before a screen asks.
fn assemble() -> tauri::Result<App> {
    let builder = plugins::add(Builder::default());
    let app = commands::add(builder).build(generate_context!())?;
    let folder = DataFolder::find(&app)?;
    let host = Arc::new(Device::new(app.handle().clone()));
    let engine = Engine::new(folder.path().to_owned(), host, Cost::default());
    app.manage(Shared(Mutex::new(engine)));
    exchange::start(app.handle());
    Ok(app)
}
