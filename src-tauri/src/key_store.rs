//! The system's own store for small secrets: Secret Service, Keychain, Credential Manager.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use engine::KeyStore;
use keyring::Entry;

/// Under which name the app is known in the store.
const SERVICE: &str = "nl.wijkweb.app";

/// The store, once it has answered.
pub(crate) struct SystemKeyStore {
    answers: Arc<AtomicBool>,
}

impl SystemKeyStore {
    /// Asks whether there is one, in the background: a desktop without one may be slow to say so.
    pub(crate) fn look() -> Self {
        let answers = Arc::new(AtomicBool::new(false));
        let found = answers.clone();
        std::thread::spawn(move || found.store(answers_at_all(), Ordering::Relaxed));
        Self { answers }
    }

    /// Whether it has answered.
    pub(crate) fn is_there(&self) -> bool {
        self.answers.load(Ordering::Relaxed)
    }
}

/// A store that can be asked for something that is not there works.
fn answers_at_all() -> bool {
    matches!(
        Entry::new(SERVICE, "anyone-there").and_then(|entry| entry.get_secret()),
        Ok(_) | Err(keyring::Error::NoEntry)
    )
}

impl KeyStore for SystemKeyStore {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        Entry::new(SERVICE, name).and_then(|entry| entry.get_secret()).ok()
    }

    fn write(&self, name: &str, secret: &[u8]) -> bool {
        Entry::new(SERVICE, name).and_then(|entry| entry.set_secret(secret)).is_ok()
    }

    fn forget(&self, name: &str) {
        // What is not there is forgotten already.
        let _ = Entry::new(SERVICE, name).and_then(|entry| entry.delete_credential());
    }
}
