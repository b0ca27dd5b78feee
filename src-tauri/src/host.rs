//! The real world for the engine: the system's clock, randomness, folders, printer, key store and voice.

use std::{path::PathBuf, time::Instant};

use engine::{Host, KeyStore, Moment, Speaker};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use tauri::{AppHandle, Manager};

#[cfg(desktop)]
use crate::key_store::SystemKeyStore;
use crate::{data_folder, voice::Voice};

/// The device that the app runs on.
pub(crate) struct Device {
    app: AppHandle,
    zone: TimeZone,
    started: Instant,
    #[cfg(desktop)]
    keys: SystemKeyStore,
    voice: Voice,
}

impl Device {
    /// Looks for key store and voice in the background: a slow one does not hold up the first screen.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            zone: TimeZone::system(),
            started: Instant::now(),
            #[cfg(desktop)]
            keys: SystemKeyStore::look(),
            voice: Voice::look(),
        }
    }
}

impl Host for Device {
    fn now(&self) -> Moment {
        Moment(Timestamp::now().as_millisecond())
    }

    fn steady_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn local(&self, moment: Moment) -> DateTime {
        let timestamp = Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH);
        self.zone.to_datetime(timestamp)
    }

    fn fill_random(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // Ids and keys that can be guessed are worse than no app.
            eprintln!("Wijkweb stops: the system gives no random bytes ({error})");
            std::process::abort();
        }
    }

    fn folder_for_person(&self) -> PathBuf {
        // Another data folder is another app, with files of its own: see `data_folder`.
        if let Some(folder) = data_folder::overridden() {
            return folder.join("files");
        }
        let paths = self.app.path();
        paths.download_dir().or_else(|_| paths.document_dir()).or_else(|_| paths.home_dir()).unwrap_or_default()
    }

    /// A phone has one too, but nothing here speaks to it yet: there the app asks for the passphrase.
    #[cfg(desktop)]
    fn key_store(&self) -> Option<&dyn KeyStore> {
        self.keys.is_there().then_some(&self.keys)
    }

    fn voice(&self) -> Option<&dyn Speaker> {
        self.voice.is_there().then_some(&self.voice)
    }

    fn can_print(&self) -> bool {
        cfg!(desktop)
    }

    fn print(&self) {
        #[cfg(desktop)]
        for window in self.app.webview_windows().values() {
            // Where the system refuses, its own dialog has said so.
            let _ = window.print();
        }
    }
}
