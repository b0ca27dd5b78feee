//! The thread that writes, and the queue before it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, TrySendError, sync_channel},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use protocol::{
    id::{DeviceId, SpaceId},
    limit::MAILBOX_SECONDS,
};
use tokio::sync::oneshot;

use super::{Asked, Done, Fault, Job, Letter, Work, batch, mailbox};
use crate::{
    clock::{Chance, Clock},
    hub::Hub,
    limit::{COMMIT_BYTES_MAX, COMMIT_ITEMS_MAX, COMMIT_WAIT_MILLIS, QUEUE_MAX},
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

/// Where requests wait for the writer.
pub(crate) struct Queue {
    jobs: Mutex<Option<SyncSender<Job>>>,
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
        {
            let jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
            let jobs = jobs.as_ref().ok_or(Fault::Stopping)?;
            jobs.try_send(Job { asked, answer }).map_err(|error| match error {
                TrySendError::Full(_) => Fault::Busy,
                TrySendError::Disconnected(_) => Fault::Stopping,
            })?;
        }
        answered.await.unwrap_or(Err(Fault::Store))
    }

    /// Takes nothing more, finishes what waits, and closes the file. Blocks.
    pub(crate) fn close(&self) {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).take();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("the writer ended with a panic");
        }
    }
}

/// Starts the thread that writes.
pub(crate) fn start(db: Box<dyn Writer>, settings: WriterSettings) -> std::io::Result<Queue> {
    let (jobs, queue) = sync_channel(QUEUE_MAX);
    let run = move || write_all(db, &queue, &settings);
    let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(run)?;
    Ok(Queue { jobs: Mutex::new(Some(jobs)), thread: Mutex::new(Some(thread)) })
}

fn write_all(mut db: Box<dyn Writer>, queue: &Receiver<Job>, settings: &WriterSettings) {
    let (mut came, mut leftovers) = (1, false);
    leftovers |= batch::look_through(&mut *db, settings) | mailbox::sweep(&mut *db, settings);
    let mut swept = Instant::now();
    loop {
        match queue.recv_timeout(SWEEP) {
            Ok(first) => {
                let jobs = collect(first, queue, came);
                came = jobs.len();
                leftovers |= batch::commit(&mut *db, settings, jobs);
            }
            // Also in a space where nobody writes any more what is superseded goes in time.
            Err(RecvTimeoutError::Timeout) => leftovers |= batch::look_through(&mut *db, settings),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if swept.elapsed() >= SWEEP {
            leftovers |= mailbox::sweep(&mut *db, settings);
            swept = Instant::now();
        }
        // What was erased still stands in the write-ahead log. If somebody reads from it now, the next commit tries again.
        leftovers = leftovers && !db.empty_log();
    }
}

/// What goes into one commit. Where several came the last time, it pays to wait a moment until as many are there again: most
/// devices send the next request when the last one is answered. A request that comes alone is not kept waiting for others.
fn collect(first: Job, queue: &Receiver<Job>, expected: usize) -> Vec<Job> {
    let until = Instant::now() + Duration::from_millis(COMMIT_WAIT_MILLIS);
    let (mut items, mut bytes) = first.asked.size();
    let mut jobs = vec![first];
    while items < COMMIT_ITEMS_MAX && bytes < COMMIT_BYTES_MAX {
        let next = match queue.try_recv() {
            Ok(job) => Some(job),
            Err(TryRecvError::Empty) if jobs.len() < expected => {
                queue.recv_timeout(until.saturating_duration_since(Instant::now())).ok()
            }
            Err(_) => None,
        };
        let Some(job) = next else { break };
        let (more, longer) = job.asked.size();
        items = items.saturating_add(more);
        bytes = bytes.saturating_add(longer);
        jobs.push(job);
    }
    jobs
}
