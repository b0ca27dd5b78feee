//! Lets the engine exchange with a relay, as long as the app runs.

use courier::{Bell, Courier, Office};
use engine::Engine;
use tauri::{AppHandle, Manager, async_runtime};

use crate::commands::{Shared, tell};

/// The one engine, for the courier.
struct Desk(AppHandle);

impl Office for Desk {
    /// Away from the window's own thread, as everything that a screen asks.
    async fn ask<T: Send + 'static>(&self, what: impl FnOnce(&mut Engine) -> T + Send + 'static) -> Option<T> {
        let app = self.0.clone();
        let done = async_runtime::spawn_blocking(move || {
            let shared = app.state::<Shared>();
            let mut engine = shared.0.blocking_lock();
            let answer = what(&mut engine);
            tell(&app, &mut engine);
            answer
        });
        done.await.ok()
    }
}

/// Starts it. Where the system gives no client for HTTP, everything stays on this device, and the screen says that it waits.
pub(crate) fn start(app: &AppHandle) {
    let bell = Bell::default();
    app.manage(bell.clone());
    let Ok(courier) = Courier::new() else { return };
    let (pairing, letters, rung) = (Desk(app.clone()), courier.clone(), bell.clone());
    async_runtime::spawn(async move { courier::pair(&pairing, &letters, &rung).await });
    let desk = Desk(app.clone());
    async_runtime::spawn(async move { courier::exchange(&desk, &courier, &bell).await });
}
