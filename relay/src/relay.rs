//! The relay as one thing: opened from a folder, asked over HTTP, closed after what it acknowledged is finished.

use std::{path::PathBuf, sync::Arc};

use tokio::sync::{Semaphore, watch};

use crate::{
    clock::{Chance, Clock},
    door::{mailboxes::Mailboxes, rates::Rates, tokens::Tokens},
    http::metrics::Metrics,
    hub::Hub,
    ingest::{self, Counts, Queue, WriterSettings},
    limit::{BODIES_MAX, QUOTA_MIB_DEFAULT, RATE_DEFAULT},
    store::{OpenError, Readers, folder::Folder, open},
};

/// How a relay is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder with the relay's file; made if it is not there.
    pub data: PathBuf,
    /// The name under which devices know the relay, at most 253 bytes: what they call, without `https://`.
    pub name: String,
    /// What has to be shown to begin a space; anybody may if there is none.
    pub registration_token: Option<String>,
    /// What one space may take, in MiB.
    pub quota_mib: u64,
    /// Requests a second of one device.
    pub rate: u32,
}

impl Settings {
    /// With the usual limits and an open door.
    #[must_use]
    pub const fn new(data: PathBuf, name: String) -> Self {
        Self { data, name, registration_token: None, quota_mib: QUOTA_MIB_DEFAULT, rate: RATE_DEFAULT }
    }
}

/// A running relay.
pub struct Relay {
    pub(crate) settings: Settings,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) queue: Queue,
    pub(crate) readers: Arc<Readers>,
    pub(crate) tokens: Tokens,
    pub(crate) rates: Rates,
    pub(crate) mailboxes: Mailboxes,
    pub(crate) metrics: Metrics,
    pub(crate) counts: Arc<Counts>,
    pub(crate) bodies: Arc<Semaphore>,
    /// True once it stops: whoever waits for something is answered.
    pub(crate) stopping: watch::Sender<bool>,
    _folder: Folder,
}

impl Relay {
    /// Opens the folder and replays what is in it.
    ///
    /// # Errors
    ///
    /// [`OpenError`].
    pub fn open(settings: Settings, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Result<Self, OpenError> {
        let folder = Folder::take(&settings.data)?;
        let mut db = open::writer(&settings.data)?;
        let hub = Arc::new(ingest::load(&mut db)?);
        let counts = Arc::new(Counts::default());
        let writer = WriterSettings {
            hub: Arc::clone(&hub),
            chance: Arc::clone(&chance),
            quota_bytes: settings.quota_mib.saturating_mul(1 << 20),
            counts: Arc::clone(&counts),
        };
        let queue = ingest::start(db, writer)?;
        Ok(Self {
            readers: Arc::new(Readers::new(settings.data.clone())),
            rates: Rates::new(settings.rate),
            settings,
            clock,
            chance,
            hub,
            queue,
            tokens: Tokens::default(),
            mailboxes: Mailboxes::default(),
            metrics: Metrics::default(),
            counts,
            bodies: Arc::new(Semaphore::new(BODIES_MAX)),
            stopping: watch::Sender::new(false),
            _folder: folder,
        })
    }

    /// Begins to stop: long polls and event streams end.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Finishes what the writer has, and closes the file. Blocks.
    pub fn close(&self) {
        self.stop();
        self.queue.close();
    }
}
