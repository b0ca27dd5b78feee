//! What happens when the system pauses or resumes the app.

use courier::Bell;
use tauri::{AppHandle, Emitter, Manager, RunEvent, WindowEvent};

/// The event under which screens hear a [`Moment`].
const EVENT: &str = "lifecycle";

/// A change in whether the person can see and use the app. On the wire it is `"paused"` or `"resumed"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
enum Moment {
    /// Another app is in front, or the screen is off.
    Paused,
    /// The app is in front again.
    Resumed,
}

/// Listens to everything that Tauri reports and passes on the moments that matter to us.
pub(crate) fn follow(app: &AppHandle, event: RunEvent) {
    if let Some(moment) = moment_of(&event) {
        pass_on(app, moment);
    }
}

/// On a desktop a window gains and loses focus; a phone says itself that it pauses.
fn moment_of(event: &RunEvent) -> Option<Moment> {
    let RunEvent::WindowEvent { event, .. } = event else {
        return None;
    };
    match event {
        #[cfg(desktop)]
        WindowEvent::Focused(true) => Some(Moment::Resumed),
        #[cfg(desktop)]
        WindowEvent::Focused(false) => Some(Moment::Paused),
        #[cfg(mobile)]
        WindowEvent::Resumed => Some(Moment::Resumed),
        #[cfg(mobile)]
        WindowEvent::Suspended => Some(Moment::Paused),
        _ => None,
    }
}

/// The one place that reacts: every answer is saved at the touch, so nothing is left to save here. What others wrote may have come.
fn pass_on(app: &AppHandle, moment: Moment) {
    // A window that is closing cannot hear it any more, and needs not.
    let _ = app.emit(EVENT, moment);
    if moment == Moment::Resumed {
        app.state::<Bell>().ring_for_everybody();
    }
}
