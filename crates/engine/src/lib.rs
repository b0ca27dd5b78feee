//! The use cases of Wijkweb: what a person can do, one verb a file.
//!
//! An [`Engine`] is given a folder and a [`Host`] (time, randomness, key store, voice). A screen sends it requests; each
//! request passes one gate ([`api::Gate`]), does one thing in one transaction, and answers with a view or with a
//! [`Failure`] that changed nothing.
//!
//! ```text
//! call(request) ── gate ── verb ──┬── shelf: open automerge documents, edited in memory
//!                                 └── store: change bytes + outbox + read tables + search, one commit, fsync
//! ```

mod action;
mod conversations;
mod dossiers;
mod entry;
mod erasure;
mod exchange;
mod failures;
mod hand_over;
mod host;
mod instruments;
mod open;
mod pairing;
mod plans;
mod preferences;
mod records;
mod residents;
mod sample;
mod session;
mod settings;
mod shared;
mod sharing;
mod sheet;
mod shelf;
mod team;
mod today;
mod unsent;

use std::{path::PathBuf, sync::Arc};

use api::{Changed, Failure, Gate, Request, settings::Preferences, sync::Network};

/// The words of the screens, for who speaks to people without one.
pub use content::{Args, Words};
pub use domain::{Language, Moment, TeamId};
pub use exchange::{Line, Outgoing};
pub use host::{Host, KeyStore, Speaker};
pub use sync::{Answer, Call, Method};

/// What guessing costs. [`Cost::default`] is for people; tests pay less.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// A guess at the passphrase or PIN of this device.
    pub kdf: store::KdfCost,
    /// A guess at the passphrase of an exported file: base-2 logarithm of scrypt's rounds.
    pub file_work_factor: u8,
}

impl Default for Cost {
    fn default() -> Self {
        Self { kdf: store::KdfCost::default(), file_work_factor: records::archive::WORK_FACTOR }
    }
}

use session::Session;
use store::Attempts;

/// Wijkweb on one folder. One at a time: the folder is locked while it is open.
pub struct Engine {
    host: Arc<dyn Host>,
    folder: PathBuf,
    cost: Cost,
    attempts: Attempts,
    preferences: Preferences,
    network: Network,
    session: Session,
    changed: Vec<Changed>,
}

/// Does what a request asks. Implemented once a request, in the file of its verb.
pub trait Handle<R: Request> {
    /// Does it, or fails and changes nothing.
    fn handle(&mut self, request: R) -> Result<R::Response, Failure>;
}

impl Engine {
    /// Looks at `folder` and is new, locked or in trouble; opens nothing yet. `cost` is what a guess at the passphrase costs.
    #[must_use]
    pub fn new(folder: PathBuf, host: Arc<dyn Host>, cost: Cost) -> Self {
        let preferences = preferences::read(&folder);
        let session = session::at_start(&folder);
        let attempts = Attempts::read(&folder);
        Self { host, folder, cost, attempts, preferences, network: Network::default(), session, changed: Vec::new() }
    }

    /// Does what `request` asks, if the gate lets it through.
    ///
    /// # Errors
    /// A [`Failure`] in the words of the screen; nothing was changed then.
    pub fn call<R: Request>(&mut self, request: R) -> Result<R::Response, Failure>
    where
        Self: Handle<R>,
    {
        self.pass(R::GATE)?;
        let response = self.handle(request);
        self.tell();
        response
    }

    /// Gathers what was saved, for [`Self::take_changed`].
    fn tell(&mut self) {
        if let Session::Open(open) | Session::HandedOver(open, _) = &mut self.session {
            self.changed.append(&mut open.changed);
        }
    }

    /// What was saved since the last call of this; the shell tells the screens.
    pub fn take_changed(&mut self) -> Vec<Changed> {
        std::mem::take(&mut self.changed)
    }

    fn pass(&self, gate: Gate) -> Result<(), Failure> {
        match (gate, &self.session) {
            (Gate::Anyone, _) | (_, Session::Open(_)) | (Gate::HandedOver, Session::HandedOver(..)) => Ok(()),
            (_, Session::HandedOver(..)) => Err(Failure::HandedOver),
            (_, Session::New) => Err(Failure::NotNow),
            (_, Session::Locked) => Err(Failure::Locked),
            (_, Session::Trouble(failure)) => Err(failure.clone()),
        }
    }

    /// The opened data. Behind [`Gate::Open`] and [`Gate::HandedOver`] it is there.
    fn open(&mut self) -> Result<&mut open::Open, Failure> {
        match &mut self.session {
            Session::Open(open) | Session::HandedOver(open, _) => Ok(open),
            _ => Err(Failure::Locked),
        }
    }
}
