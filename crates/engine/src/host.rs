//! What the engine asks of the place it runs in: time, randomness, a key store, a voice, a printer, a folder for the person.

use std::path::PathBuf;

use domain::{Language, Moment};
use jiff::civil::DateTime;

/// The world around the engine. The shell gives the real one, tests a told one.
pub trait Host: Send + Sync {
    /// Now, by the clock on the wall. Somebody may set it while the app runs, years on or back.
    fn now(&self) -> Moment;

    /// Milliseconds since some moment before the start, by a clock that nobody sets: it only goes on. Whatever waits for a while waits
    /// by this one.
    fn steady_ms(&self) -> u64;

    /// A moment on the clock on the wall where the device is.
    fn local(&self, moment: Moment) -> DateTime;

    /// Fills `bytes` from the system's source of secure random bytes.
    fn fill_random(&self, bytes: &mut [u8]);

    /// The folder in which a file for the person is written because they asked for it, such as *Downloads*.
    fn folder_for_person(&self) -> PathBuf;

    /// The system's key store, where there is one that answers.
    fn key_store(&self) -> Option<&dyn KeyStore> {
        None
    }

    /// The system's offline voice, where there is one.
    fn voice(&self) -> Option<&dyn Speaker> {
        None
    }

    /// Whether [`Host::print`] does something here.
    fn can_print(&self) -> bool {
        false
    }

    /// After how many entries of a document, since its newest snapshot, another one pays at the earliest. An entry takes a new device
    /// about 1 KiB and a signature to check; a snapshot of fifty changes about as much as eight entries, for everybody once.
    fn compacts_after(&self) -> u64 {
        50
    }

    /// Lets the system print the page on screen.
    fn print(&self) {}
}

/// Keeps small secrets under a name, apart from the data folder.
pub trait KeyStore {
    /// The secret of that name, if there is one.
    fn read(&self, name: &str) -> Option<Vec<u8>>;
    /// Keeps a secret; `false` when the store refused.
    fn write(&self, name: &str, secret: &[u8]) -> bool;
    /// Forgets a secret.
    fn forget(&self, name: &str);
}

/// Reads aloud without a network.
pub trait Speaker {
    /// Speaks, and stops what was being said before.
    fn speak(&self, text: &str, language: Language);
    /// Is silent.
    fn stop(&self);
}

/// The host's randomness in the shape in which the key file takes it.
pub(crate) fn random(host: &dyn Host) -> impl FnMut(&mut [u8]) {
    |bytes| host.fill_random(bytes)
}

/// The host's randomness in the shape in which the protocol takes it.
pub(crate) struct Chance<'host>(pub(crate) &'host dyn Host);

impl rand_core::TryRng for Chance<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.0.fill_random(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.0.fill_random(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill_random(bytes);
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Chance<'_> {}

/// Sixteen random bytes for an id.
pub fn random_id(host: &dyn Host) -> [u8; 16] {
    let mut bytes = [0; 16];
    host.fill_random(&mut bytes);
    bytes
}
