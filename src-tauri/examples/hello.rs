//! Tauri with one heading and nothing of ours: what `cargo xtask bench start` sets the app beside.

use std::process::ExitCode;

use tauri::{Builder, generate_context};

fn main() -> ExitCode {
    match Builder::default().run(generate_context!("examples/hello/tauri.conf.json")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hello cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}
