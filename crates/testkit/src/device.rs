//! A device without a window: the real engine on a folder of its own, in a world that is told what time it is.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
    },
};

use api::{
    Failure, Request, Saved,
    dossier::{EraseConversation, EraseResident},
    session::{Secret, SessionView, SetUp, Unlock},
};
use domain::{ConversationId, Moment, ResidentId, directory::Person};
use engine::{Cost, Engine, Handle, Host, KeyStore};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use tempfile::TempDir;

use crate::chance::SharedChance;

/// A passphrase that is good enough.
pub const PASSPHRASE: &str = "drie vissers eten op dinsdag soep";

/// 23 November 2026, 14:05 in a place without time zones.
const START_MS: i64 = 1_795_442_700_000;

/// A day in milliseconds.
const DAY_MS: i64 = 86_400_000;

/// What guessing costs in tests: next to nothing.
const CHEAP: Cost = Cost { kdf: store::KdfCost::TINY, file_work_factor: 2 };

/// After how many entries a snapshot pays, unless a test says otherwise: what the app itself says.
const COMPACTS_AFTER: u64 = 50;

/// Where files lie in memory, on systems that have such a place.
const IN_MEMORY: &str = "/dev/shm";

/// A folder that goes when it is dropped; in memory where there is a place for that, because tests write much and keep nothing.
#[must_use]
pub fn folder() -> TempDir {
    tempfile::tempdir_in(IN_MEMORY).or_else(|_| tempfile::tempdir()).expect("a temporary folder can be made")
}

/// A device: folder, world and engine.
pub struct Device {
    /// The engine; `call` is the short way to it.
    pub engine: Engine,
    /// The world around it.
    pub world: Arc<World>,
    folder: PathBuf,
    /// Removes the folder in the end, if it is the device's own.
    _own: Option<TempDir>,
}

/// A world that is told everything.
pub struct World {
    /// The clock that nobody sets.
    steady_ms: AtomicU64,
    /// How far the clock on the wall is from that one.
    wall_ms: AtomicI64,
    chance: SharedChance,
    has_key_store: AtomicBool,
    compacts_after: AtomicU64,
    kept: Kept,
    files: PathBuf,
}

/// A key store in memory.
#[derive(Default)]
struct Kept(Mutex<HashMap<String, Vec<u8>>>);

impl Device {
    /// A device that was never set up. Random bytes follow from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::in_own(folder(), seed)
    }

    /// A device whose data lies, or will lie, in a folder of its own.
    #[must_use]
    pub fn in_own(own: TempDir, seed: u64) -> Self {
        let device = Self::at(own.path(), seed);
        Self { _own: Some(own), ..device }
    }

    /// A device whose data lies, or will lie, in `folder`, which stays when the device goes. Random bytes follow from `seed`.
    #[must_use]
    pub fn at(folder: &Path, seed: u64) -> Self {
        let world = Arc::new(World {
            steady_ms: AtomicU64::new(0),
            wall_ms: AtomicI64::new(START_MS),
            chance: SharedChance::new(seed),
            has_key_store: AtomicBool::new(false),
            compacts_after: AtomicU64::new(COMPACTS_AFTER),
            kept: Kept::default(),
            files: folder.join("files"),
        });
        let engine = Engine::new(folder.join("data"), world.clone(), CHEAP);
        Self { engine, world, folder: folder.to_owned(), _own: None }
    }

    /// A device that is set up and open, with the recovery code in one line.
    #[must_use]
    pub fn set_up(seed: u64) -> (Self, String) {
        let mut device = Self::new(seed);
        let person = Person { name: "Marieke".into(), role: "wijkverpleegkundige".into() };
        let code = device.call(SetUp { person, passphrase: PASSPHRASE.into() }).expect("a new device can be set up");
        (device, code.groups.join("-"))
    }

    /// Asks the engine.
    ///
    /// # Errors
    /// What the engine says.
    pub fn call<R: Request>(&mut self, request: R) -> Result<R::Response, Failure>
    where
        Engine: Handle<R>,
    {
        self.engine.call(request)
    }

    /// Unlocks with the passphrase.
    ///
    /// # Errors
    /// What the engine says.
    pub fn unlock(&mut self) -> Result<SessionView, Failure> {
        self.call(Unlock { secret: Secret::Passphrase(PASSPHRASE.into()) })
    }

    /// Erases a resident, whose name is typed, and the passphrase.
    ///
    /// # Errors
    /// What the engine says.
    pub fn erase(&mut self, resident: ResidentId, name: &str) -> Result<Saved, Failure> {
        self.call(EraseResident { resident, confirm: name.into(), passphrase: PASSPHRASE.into() })
    }

    /// Erases a conversation, and the passphrase is typed.
    ///
    /// # Errors
    /// What the engine says.
    pub fn erase_talk(&mut self, conversation: ConversationId) -> Result<Saved, Failure> {
        self.call(EraseConversation { conversation, passphrase: PASSPHRASE.into() })
    }

    /// The app stops as if the plug was pulled, and starts again; it is locked then.
    pub fn restart(&mut self) {
        // The old engine goes first: its lock on the folder with it.
        let nowhere = self.folder.join("nowhere");
        self.engine = Engine::new(nowhere, self.world.clone(), CHEAP);
        self.engine = Engine::new(self.data(), self.world.clone(), CHEAP);
    }

    /// Stops the app while `meanwhile` looks at or changes its folder, then starts it again.
    pub fn while_stopped(&mut self, meanwhile: impl FnOnce(&Path)) {
        self.engine = Engine::new(self.folder.join("nowhere"), self.world.clone(), CHEAP);
        meanwhile(&self.data());
        self.engine = Engine::new(self.data(), self.world.clone(), CHEAP);
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Lets days go by.
    pub fn days_go_by(&self, days: i64) {
        self.world.go_by(days.saturating_mul(DAY_MS));
    }

    /// A snapshot of a document pays after so many entries.
    pub fn compacts_after(&self, entries: u64) {
        self.world.compacts_after.store(entries, Ordering::Relaxed);
    }

    /// Lets seconds go by.
    pub fn seconds_go_by(&self, seconds: i64) {
        self.world.go_by(seconds.saturating_mul(1000));
    }

    /// Somebody, or the network, sets the clock on the wall, years on or back. How much time goes by does not change.
    pub fn clock_is_set(&self, to: Moment) {
        let steady_ms = i64::try_from(self.world.steady_ms.load(Ordering::Relaxed)).unwrap_or(i64::MAX);
        self.world.wall_ms.store(to.0.saturating_sub(steady_ms), Ordering::Relaxed);
    }

    /// Gives the system a key store, or takes it away with everything in it staying where it was.
    pub fn key_store(&self, there: bool) {
        self.world.has_key_store.store(there, Ordering::Relaxed);
    }
}

impl World {
    fn go_by(&self, ms: i64) {
        self.steady_ms.fetch_add(u64::try_from(ms).unwrap_or_default(), Ordering::Relaxed);
    }
}

impl Host for World {
    fn now(&self) -> Moment {
        // Nothing happens in no time: two actions never share a moment.
        let steady_ms = self.steady_ms.fetch_add(1, Ordering::Relaxed);
        Moment(self.wall_ms.load(Ordering::Relaxed)).plus_ms(i64::try_from(steady_ms).unwrap_or(i64::MAX))
    }

    fn steady_ms(&self) -> u64 {
        self.steady_ms.load(Ordering::Relaxed)
    }

    fn local(&self, moment: Moment) -> DateTime {
        TimeZone::UTC.to_datetime(Timestamp::from_millisecond(moment.0).unwrap_or(Timestamp::UNIX_EPOCH))
    }

    fn fill_random(&self, bytes: &mut [u8]) {
        self.chance.draw_into(bytes);
    }

    fn compacts_after(&self) -> u64 {
        self.compacts_after.load(Ordering::Relaxed)
    }

    fn folder_for_person(&self) -> PathBuf {
        self.files.clone()
    }

    fn key_store(&self) -> Option<&dyn KeyStore> {
        self.has_key_store.load(Ordering::Relaxed).then_some(&self.kept)
    }
}

impl KeyStore for Kept {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    fn write(&self, name: &str, secret: &[u8]) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), secret.to_vec());
        true
    }

    fn forget(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}
