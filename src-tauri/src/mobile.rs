//! Where a phone's system starts the app.
#![allow(unsafe_code, reason = "Tauri's macro gives the function the unmangled name under which the system finds it")]

/// Runs the app. Nothing is left to tell anybody when it ends.
#[tauri::mobile_entry_point]
fn start() {
    let _ = crate::run();
}
