//! Tauri's own plugins: one window at a time, which opens where it was closed. Desktop only.

use tauri::{Builder, Wry};

/// Adds the plugins that this kind of device needs.
#[cfg(mobile)]
pub(crate) fn add(builder: Builder<Wry>) -> Builder<Wry> {
    builder
}

/// Adds the plugins that this kind of device needs.
#[cfg(desktop)]
pub(crate) fn add(builder: Builder<Wry>) -> Builder<Wry> {
    builder.plugin(desktop::one_at_a_time()).plugin(tauri_plugin_window_state::Builder::new().build())
}

/// What only a desktop knows.
#[cfg(desktop)]
mod desktop {
    use std::hash::{DefaultHasher, Hash, Hasher};

    use tauri::plugin::TauriPlugin;
    use tauri::{AppHandle, Manager, Wry};
    use tauri_plugin_single_instance::Builder;

    use crate::data_folder;

    /// A second start brings the first window forward: two programs must not write to one data folder.
    pub(super) fn one_at_a_time() -> TauriPlugin<Wry> {
        let builder = Builder::new().callback(|app, _arguments, _folder| show(app));
        // Another folder is another app: tests and a look around do not disturb the person's own.
        match data_folder::overridden() {
            None => builder.build(),
            Some(folder) => {
                let mut hasher = DefaultHasher::new();
                folder.hash(&mut hasher);
                builder.dbus_id(format!("nl.wijkweb.app.at{:016x}", hasher.finish())).build()
            }
        }
    }

    fn show(app: &AppHandle) {
        for window in app.webview_windows().values() {
            // Where the system refuses, the first window simply stays where it is.
            let _ = window.unminimize();
            let _ = window.set_focus();
        }
    }
}
