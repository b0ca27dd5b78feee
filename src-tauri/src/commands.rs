//! The commands that screens can call: every line of the list in `api` becomes one.
//!
//! A new command is a line there and `allow-<name>` in both files of `capabilities/`; here changes nothing but the `use` of a new module.

use api::{
    CHANGED, Failure, Request, conversation::*, dossier::*, erasure::*, for_each_command, hand_over::*, instruments::*,
    plan::*, records::*, residents::*, session::*, settings::*, shared::*, sharing::*, sheet::*, sync::*, team::*,
    today::*,
};
use courier::Bell;
use engine::{Engine, Handle};
use tauri::{AppHandle, Builder, Emitter, Manager, Wry, async_runtime::Mutex, generate_handler};

/// The one engine, which does one thing at a time.
pub(crate) struct Shared(pub(crate) Mutex<Engine>);

/// Does what a screen asks, away from the window's own thread so that nothing blocks it, and tells every screen what was saved.
async fn call<R: Request>(app: AppHandle, request: R) -> Result<R::Response, Failure>
where
    Engine: Handle<R>,
{
    let done = tauri::async_runtime::spawn_blocking(move || {
        let shared = app.state::<Shared>();
        let mut engine = shared.0.blocking_lock();
        let response = engine.call(request);
        tell(&app, &mut engine);
        if engine.take_ring() {
            app.state::<Bell>().ring();
        }
        response
    });
    done.await.unwrap_or_else(|_| Err(Failure::Unexpected { code: "shell/thread".to_owned() }))
}

/// Tells every screen what was saved.
pub(crate) fn tell(app: &AppHandle, engine: &mut Engine) {
    for changed in engine.take_changed() {
        // A window that is closing cannot hear it any more, and needs not.
        let _ = app.emit(CHANGED, changed);
    }
}

macro_rules! commands {
    ($($name:ident: $request:ident => $response:ty, $gate:ident;)*) => {
        $(
            #[tauri::command]
            async fn $name(app: AppHandle, request: $request) -> Result<<$request as Request>::Response, Failure> {
                call(app, request).await
            }
        )*

        /// Adds the list of commands to the app.
        pub(crate) fn add(builder: Builder<Wry>) -> Builder<Wry> {
            builder.invoke_handler(generate_handler![$($name),*])
        }
    };
}

for_each_command!(commands);
