//! Starts the app on a desktop; a phone starts it through `wijkweb_lib::run` itself.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    wijkweb_lib::run()
}
