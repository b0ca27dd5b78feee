//! The relay as one thing: opened from a folder, asked over HTTP, closed after what it acknowledged is finished.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use protocol::id::SpaceId;
use tokio::sync::{Semaphore, watch};

use crate::{
    clock::{Chance, Clock},
    door::rates::Rates,
    heart::space::Space,
    http::metrics::Metrics,
    hub::Hub,
    ingest::{self, Counts, Looked, Queue, WriterSettings},
    limit::{BODIES_MAX, PATIENCE_SECONDS, QUOTA_MIB_DEFAULT, RATE_DEFAULT, RETENTION_DAYS_MIN},
    store::{Heard, OpenError, Place, Store, StoreError, sql::Db},
};

/// How a relay is run.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where everything is kept; made if it is not there.
    pub place: Place,
    /// The name under which devices know the relay, at most 253 bytes: what they call, without `https://`.
    pub name: String,
    /// What has to be shown to begin a space; anybody may if there is none.
    pub registration_token: Option<String>,
    /// What one space may take, in MiB.
    pub quota_mib: u64,
    /// Requests a second of one device.
    pub rate: u32,
    /// How many days something superseded is kept.
    pub retention_days: u64,
    /// How long a connection may take to greet, to send a head or a body, or to begin the next request.
    pub patience: Duration,
}

impl Settings {
    /// With the usual limits and an open door.
    #[must_use]
    pub const fn new(place: Place, name: String) -> Self {
        Self {
            place,
            name,
            registration_token: None,
            quota_mib: QUOTA_MIB_DEFAULT,
            rate: RATE_DEFAULT,
            retention_days: RETENTION_DAYS_MIN,
            patience: Duration::from_secs(PATIENCE_SECONDS),
        }
    }
}

/// A running relay.
pub struct Relay {
    pub(crate) settings: Settings,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) hub: Arc<Hub>,
    pub(crate) queue: Queue,
    pub(crate) store: Arc<Store>,
    pub(crate) rates: Rates,
    pub(crate) metrics: Metrics,
    pub(crate) counts: Arc<Counts>,
    pub(crate) bodies: Arc<Semaphore>,
    /// True once it stops: whoever waits for something is answered.
    pub(crate) stopping: watch::Sender<bool>,
}

impl Relay {
    /// Opens the store and replays what is in it. Blocks.
    ///
    /// # Errors
    ///
    /// [`OpenError`].
    pub fn open(settings: Settings, clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Result<Self, OpenError> {
        let (store, mut db) = Store::open(&settings.place)?;
        // A database that others use too may hold more than fits here: its spaces are read when they are asked for.
        let hub = if store.is_shared() { Hub::default() } else { ingest::load(&mut *db)? };
        let (store, hub) = (Arc::new(store), Arc::new(hub));
        let ear = (Arc::clone(&store), Arc::clone(&hub));
        let pokes = store.pokes(move |heard| hear(&ear.0, &ear.1, heard));
        let counts = Arc::new(Counts::default());
        let writer = WriterSettings {
            hub: Arc::clone(&hub),
            chance: Arc::clone(&chance),
            clock: Arc::clone(&clock),
            retention_days: settings.retention_days,
            looked: Looked::default(),
            quota_bytes: settings.quota_mib.saturating_mul(1 << 20),
            counts: Arc::clone(&counts),
            pokes,
            swept: Mutex::default(),
        };
        let queue = ingest::start(db, writer)?;
        Ok(Self {
            store,
            rates: Rates::new(settings.rate),
            settings,
            clock,
            chance,
            hub,
            queue,
            metrics: Metrics::default(),
            counts,
            bodies: Arc::new(Semaphore::new(BODIES_MAX)),
            stopping: watch::Sender::new(false),
        })
    }

    /// A space as it stands now, also if another process has written to it.
    pub(crate) async fn space(&self, id: SpaceId) -> Result<Option<Arc<Space>>, StoreError> {
        if self.store.is_shared() {
            let (store, hub) = (Arc::clone(&self.store), Arc::clone(&self.hub));
            let looked = tokio::task::spawn_blocking(move || ingest::refresh(&store, &hub, id)).await;
            looked.unwrap_or(Err(StoreError::Row))?;
        }
        Ok(self.hub.space(id))
    }

    /// Reads from the store, where it may block.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&dyn Db) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let store = Arc::clone(&self.store);
        tokio::task::spawn_blocking(move || store.read(read)).await.unwrap_or(Err(StoreError::Row))
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

/// Another process has written something: whoever waits for it here is woken.
fn hear(store: &Store, hub: &Hub, heard: Heard) {
    let behind = match heard {
        // What nobody asked for yet is not read.
        Heard::Space(id, head) => hub.space(id).filter(|known| known.head < head).map(|_| id).into_iter().collect(),
        Heard::Anything => hub.ids(),
    };
    for id in behind {
        if let Err(error) = ingest::refresh(store, hub, id) {
            tracing::error!(code = error.code(), "what another process wrote cannot be read");
        }
    }
}
