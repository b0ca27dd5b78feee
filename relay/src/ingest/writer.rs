//! The thread that writes, and the queue before it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use protocol::{
    id::{DeviceId, SpaceId},
    limit::MAILBOX_SECONDS,
};
use tokio::sync::oneshot;

use super::{
    Asked, Done, Fault, Job, Letter, Work, batch, mailbox,
    queue::{Taker, Waiting},
};
use crate::{
    clock::{Chance, Clock},
    hub::Hub,
    limit::{COMMIT_CHEAP_MICROS, COMMIT_WAIT_MILLIS},
    store::{Pokes, sql::Writer},
};

/// How often it is looked which mailboxes are over, and where nobody writes what was superseded long enough ago. As long as a mailbox
/// lives.
const SWEEP: Duration = Duration::from_secs(MAILBOX_SECONDS);

/// What the writer needs besides its connection.
pub(crate) struct WriterSettings {
    pub(crate) hub: Arc<Hub>,
    pub(crate) chance: Arc<dyn Chance>,
    /// What one space may take, in bytes.
    pub(crate) quota_bytes: u64,
    pub(crate) counts: Arc<Counts>,
    /// How other processes hear of it, if there are any.
    pub(crate) pokes: Option<Pokes>,
    pub(crate) clock: Arc<dyn Clock>,
    /// How many days something superseded is kept.
    pub(crate) retention_days: u64,
    /// When it was last looked what was superseded long enough ago.
    pub(crate) looked: Looked,
    /// Where other processes write too: the spaces whose unnamed boxes were looked for since the start.
    pub(crate) swept: Mutex<BTreeSet<SpaceId>>,
}

/// The day on which each space was last looked through.
#[derive(Default)]
pub(crate) struct Looked(Mutex<BTreeMap<SpaceId, u64>>);

impl Looked {
    /// Whether a space was not looked through today.
    pub(crate) fn is_to_be(&self, space: SpaceId, today: u64) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&space) != Some(&today)
    }

    /// Whether a space was not looked through today; from now on it was.
    pub(crate) fn is_due(&self, space: SpaceId, today: u64) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(space, today) != Some(today)
    }
}

/// What the writer has done since the start.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) commits: AtomicU64,
    pub(crate) failed_commits: AtomicU64,
    pub(crate) entries: AtomicU64,
    pub(crate) duplicates: AtomicU64,
    pub(crate) turned_away: AtomicU64,
    pub(crate) records: AtomicU64,
}

impl Counts {
    pub(crate) fn add(counter: &AtomicU64, more: u64) {
        counter.fetch_add(more, Ordering::Relaxed);
    }
}

/// The way to the writer.
pub(crate) struct Queue {
    waiting: Arc<Waiting>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl Queue {
    /// Has something written, and waits until it is on disk.
    ///
    /// # Errors
    ///
    /// [`Fault`]; nothing of it was taken then. After [`Fault::Store`] sending it again does no harm.
    pub(crate) async fn write(&self, space: SpaceId, device: Option<DeviceId>, work: Work) -> Result<Done, Fault> {
        self.ask(Asked::InSpace(space, device, work)).await
    }

    /// Has a message put into a mailbox, likewise.
    ///
    /// # Errors
    ///
    /// [`Fault`].
    pub(crate) async fn put(&self, letter: Letter) -> Result<Done, Fault> {
        self.ask(Asked::Letter(letter)).await
    }

    async fn ask(&self, asked: Asked) -> Result<Done, Fault> {
        let (answer, answered) = oneshot::channel();
        self.waiting.put(Job { asked, answer })?;
        answered.await.unwrap_or(Err(Fault::Store))
    }

    /// Takes nothing more, finishes what waits, and closes the file. Blocks.
    pub(crate) fn close(&self) {
        self.waiting.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the writer ended with a panic");
        }
    }
}

/// Starts the thread that writes.
pub(crate) fn start(db: Box<dyn Writer>, settings: WriterSettings) -> std::io::Result<Queue> {
    let waiting = Arc::new(Waiting::default());
    let line = Arc::clone(&waiting);
    let run = move || write_all(db, &Taker(&line), &settings);
    let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(run)?;
    Ok(Queue { waiting, thread: Mutex::new(Some(thread)) })
}

fn write_all(mut db: Box<dyn Writer>, Taker(waiting): &Taker<'_>, settings: &WriterSettings) {
    let mut leftovers = batch::look_through(&mut *db, settings) | mailbox::sweep(&mut *db, settings);
    let (mut wanted, mut swept) = (1, Instant::now());
    while let Some(jobs) = waiting.take(wanted, Duration::from_millis(COMMIT_WAIT_MILLIS), SWEEP) {
        if jobs.is_empty() {
            // Also in a space where nobody writes any more what is superseded goes in time.
            leftovers |= batch::look_through(&mut *db, settings);
            wanted = 1;
        } else {
            let (came, begun) = (jobs.len(), Instant::now());
            let items: usize = jobs.iter().map(|job| job.asked.size().0).sum();
            leftovers |= batch::commit(&mut *db, settings, jobs);
            wanted = enough(came.saturating_add(waiting.count()), items, begun.elapsed());
        }
        if swept.elapsed() >= SWEEP {
            leftovers |= mailbox::sweep(&mut *db, settings);
            swept = Instant::now();
        }
        // What was erased still stands in the write-ahead log. If somebody reads from it now, the next commit tries again.
        leftovers = leftovers && !db.empty_log();
    }
}

/// For how many requests the next commit waits a moment where so many devices are at it: most send the next request when the last one
/// is answered.
///
/// Where the last commit cost little for each of its items, a quarter of them: while those are written, the requests of the others
/// are read and their signatures checked on another processor, and whoever is there when the commit begins goes with it. Where it cost
/// more, which is a slow disk, a database elsewhere or a few devices, all of them: then how often it is committed is what counts.
fn enough(devices: usize, items: usize, took: Duration) -> usize {
    let cheap = Duration::from_micros(COMMIT_CHEAP_MICROS).saturating_mul(u32::try_from(items).unwrap_or(u32::MAX));
    if took <= cheap { devices.div_ceil(4) } else { devices }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_that_cost_little_waits_for_some_and_one_that_cost_much_for_all() {
        let cheap = Duration::from_micros(COMMIT_CHEAP_MICROS);
        assert_eq!(enough(16, 16, cheap * 16), 4, "the others are looked at meanwhile");
        assert_eq!(enough(16, 4, cheap * 16), 16, "as long, but for fewer");
        assert_eq!(enough(1, 1, cheap), 1, "one that comes alone waits for nobody");
        assert_eq!(enough(1, 1, cheap * 100), 1, "nor on a slow disk");
    }
}
