//! The screens of Wijkweb, run in the web view: mounts everything on the page.
//!
//! Where to find what: `app.rs` decides which screen may be seen at all (first start, locked, open, handed over), `routes.rs` is the
//! one table from address to screen, `screens/` holds the screens, `parts/` what they are made of, `backend.rs` how they read and
//! save, `words.rs` how they speak, `visit.rs` what is hidden at a resident's table, `sync.rs`
//! how the exchange with the team stands, `network.rs` whether the device is on Wi-Fi.

mod app;
mod backend;
mod given;
mod idle;
mod look;
mod memo;
mod network;
mod parts;
mod reach;
mod routes;
mod screens;
mod session;
mod spider_web;
mod sync;
mod visit;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    backend::use_backend(backend::tauri::Tauri);
    leptos::mount::mount_to_body(app::App);
}
