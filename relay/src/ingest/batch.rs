//! One commit: requests of several devices, all of them or none.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::PoisonError,
};

use protocol::{
    id::{BoxHash, DeviceId, EntryHash, SpaceId},
    wire::{Appended, Item},
};

use super::{Asked, Counts, Done, Fault, Job, Work, WriterSettings, catch_up, mailbox};
use crate::{
    heart::{access::Caller, records::Way, space::Space},
    store::{
        sql::{self, Db, Transaction, Writer},
        table::{boxes, number, space},
    },
};

/// What becomes of one request: an answer, a fault of the request, or an error of the disk, which ends the whole commit.
pub(super) type Outcome = sql::Result<Result<Done, Fault>>;

/// A commit that is being made. Spaces are worked on as copies, one for all requests of a commit, so that memory is never ahead of
/// the disk.
pub(super) struct Batch<'a> {
    db: Box<dyn Transaction + 'a>,
    pub(super) settings: &'a WriterSettings,
    pub(super) spaces: BTreeMap<SpaceId, Space>,
    /// Their revisions before this commit.
    begun: BTreeMap<SpaceId, u64>,
    /// The last numbers that were looked up or given in this commit.
    pub(super) lasts: BTreeMap<number::Writer, Option<(u64, EntryHash)>>,
    /// Whether a scope was erased.
    pub(super) erased: bool,
}

/// Does what these requests ask, and answers them. Tells whether a scope was erased.
pub(super) fn commit(writer: &mut dyn Writer, settings: &WriterSettings, mut jobs: Vec<Job>) -> bool {
    // Mailboxes last and by their ids, for two processes that have several of the same; else in the order in which they came.
    jobs.sort_by_key(|job| job.asked.mailbox());
    let (asked, answers): (Vec<_>, Vec<_>) = jobs.into_iter().map(|job| (job.asked, job.answer)).unzip();
    let done = try_commit(writer, settings, asked);
    match &done {
        Ok((done, _)) => count(&settings.counts, done),
        Err(error) => {
            Counts::add(&settings.counts.failed_commits, 1);
            tracing::error!(code = error.code(), "a commit failed; nothing of it was acknowledged");
        }
    }
    let (done, erased) = done.unwrap_or_default();
    let mut done = done.into_iter();
    for answer in answers {
        // Who no longer waits sends again and is told that it is a duplicate.
        let _ = answer.send(done.next().unwrap_or(Err(Fault::Store)));
    }
    erased
}

/// Looks through every space that is in memory for what was superseded long enough ago. Tells whether anything was deleted.
pub(super) fn look_through(writer: &mut dyn Writer, settings: &WriterSettings) -> bool {
    let today = settings.clock.today();
    let mut deleted = false;
    for id in settings.hub.ids().into_iter().filter(|id| settings.looked.is_to_be(*id, today)) {
        match look_at(writer, settings, id) {
            Ok(some) => deleted |= some,
            Err(error) => tracing::error!(code = error.code(), "what was superseded could not be deleted"),
        }
    }
    deleted
}

fn look_at(writer: &mut dyn Writer, settings: &WriterSettings, id: SpaceId) -> sql::Result<bool> {
    let mut batch = Batch::begin(writer, settings)?;
    batch.hold(id)?;
    batch.delete_old()?;
    batch.finish()
}

type Answers = Vec<Result<Done, Fault>>;

fn try_commit(writer: &mut dyn Writer, settings: &WriterSettings, asked: Vec<Asked>) -> sql::Result<(Answers, bool)> {
    let mut batch = Batch::begin(writer, settings)?;
    // In one order everywhere, so that two processes never wait for each other in a ring.
    let spaces = asked.iter().filter_map(|asked| match asked {
        Asked::InSpace(id, ..) => Some(*id),
        Asked::Letter(_) => None,
    });
    for id in spaces.collect::<BTreeSet<_>>() {
        batch.hold(id)?;
    }
    batch.delete_old()?;
    let done = asked.into_iter().map(|asked| batch.run(asked)).collect::<sql::Result<Vec<_>>>()?;
    Ok((done, batch.finish()?))
}

impl<'a> Batch<'a> {
    fn begin(writer: &'a mut dyn Writer, settings: &'a WriterSettings) -> sql::Result<Self> {
        let (spaces, begun, lasts) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Ok(Self { db: writer.begin()?, settings, spaces, begun, lasts, erased: false })
    }

    /// Commits, and shows everybody what is on disk now. Tells whether something was erased.
    fn finish(self) -> sql::Result<bool> {
        let Self { db, settings, spaces, begun, erased, .. } = self;
        let has_changed = |space: &Space| begun.get(&space.id) != Some(&space.revision);
        for changed in spaces.values().filter(|space| has_changed(space)) {
            space::update(&*db, changed.id, changed.head, changed.bytes)?;
        }
        db.commit()?;
        for space in spaces.into_values() {
            if let Some(pokes) = settings.pokes.as_ref().filter(|_| has_changed(&space)) {
                pokes.tell(space.id, space.head);
            }
            settings.hub.publish(space);
        }
        Ok(erased)
    }
}

impl Batch<'_> {
    pub(super) fn db(&self) -> &dyn Db {
        &*self.db
    }

    /// Takes a space into this commit, if there is one. Where other processes write too, its row is locked until the end, and what
    /// they have written since is read before anything is decided.
    pub(super) fn hold(&mut self, id: SpaceId) -> sql::Result<()> {
        let known = self.settings.hub.space(id);
        let mut space = match known {
            Some(known) if !self.db.is_shared() => (*known).clone(),
            None if !self.db.is_shared() => return Ok(()),
            known => {
                let Some(row) = space::lock(self.db(), id)? else { return Ok(()) };
                if known.as_ref().is_some_and(|known| known.log != row.log || known.head > row.head) {
                    // The database was put back to an earlier time behind our back.
                    self.settings.hub.forget(id);
                }
                catch_up::from_disk(self.db(), row, known.as_deref())?
            }
        };
        self.begun.insert(id, space.revision);
        if self.db.is_shared() && self.settings.swept.lock().unwrap_or_else(PoisonError::into_inner).insert(id) {
            catch_up::sweep(self.db(), &mut space)?;
        }
        self.spaces.insert(id, space);
        Ok(())
    }

    fn run(&mut self, asked: Asked) -> Outcome {
        match asked {
            Asked::InSpace(id, device, work) => self.run_in(id, device, work),
            Asked::Letter(letter) => mailbox::put(self.db(), &letter),
        }
    }

    fn run_in(&mut self, id: SpaceId, device: Option<DeviceId>, work: Work) -> Outcome {
        let known = self.spaces.remove(&id);
        if let (Work::Create(record), None) = (&work, &known) {
            return self.create(id, record);
        }
        let Some(mut space) = known else { return Ok(Err(Fault::NoSpace)) };
        // Looked up again: an earlier request of this very commit may have removed the device.
        let caller = device.and_then(|device| space.caller(device)).map(|(caller, _)| caller);
        // Who was removed while it waited writes nothing.
        let caller = caller.filter(|caller| !matches!(caller, Caller::Removed { .. }));
        let outcome = match (work, caller) {
            (Work::Create(record), _) => Ok(Ok(Done::Appended(Self::create_again(&space, &record)))),
            (_, None) => Ok(Err(Fault::NotAllowed)),
            (Work::Entries(entries), Some(caller)) => self.entries(&mut space, caller, &entries),
            (Work::Membership(record), Some(_)) => self.membership(&mut space, (&record, Way::Append)),
            (Work::Sharing(scope, record), Some(caller)) => {
                self.sharing(&mut space, caller, scope, (&record, Way::Append))
            }
            (Work::Restore(records, entries), Some(_)) => {
                device.map_or(Ok(Err(Fault::NotAllowed)), |device| self.restore(&mut space, device, &records, &entries))
            }
            (Work::KeyBox(hash, bytes), Some(_)) => self.key_box(&mut space, hash, &bytes),
            (Work::DropBox(hash), Some(caller)) => self.drop_box(&mut space, caller, hash),
        };
        // A fault comes before anything was changed; an error throws all of it away.
        self.spaces.insert(id, space);
        outcome
    }

    fn key_box(&self, space: &mut Space, hash: BoxHash, bytes: &[u8]) -> Outcome {
        if boxes::has(self.db(), space.id, hash)? {
            return Ok(Ok(Done::KeyBox));
        }
        if !self.has_room(space, bytes.len(), 0) {
            return Ok(Err(Fault::Full));
        }
        boxes::insert(self.db(), space.id, hash, bytes)?;
        space.grow(bytes.len());
        Ok(Ok(Done::KeyBox))
    }

    /// Whether a space may take so many bytes more. `beyond` is how much over its quota it may go.
    pub(super) const fn has_room(&self, space: &Space, more: usize, beyond: u64) -> bool {
        space.bytes.saturating_add(more as u64) <= self.settings.quota_bytes.saturating_add(beyond)
    }
}

fn count(counts: &Counts, done: &[Result<Done, Fault>]) {
    Counts::add(&counts.commits, 1);
    for done in done.iter().flatten() {
        match done {
            Done::Entries(items) => count_each(counts, &[], items),
            Done::Appended(answer) => count_each(counts, &[*answer], &[]),
            Done::Restored(answers, items) => count_each(counts, answers, items),
            Done::KeyBox | Done::Letter => {}
        }
    }
}

fn count_each(counts: &Counts, records: &[Appended], entries: &[Item]) {
    let records = records.iter().map(|answer| match answer {
        Appended::Taken => &counts.records,
        _ => &counts.turned_away,
    });
    let entries = entries.iter().map(|item| match item {
        Item::Taken { duplicate: false, .. } => &counts.entries,
        Item::Taken { duplicate: true, .. } => &counts.duplicates,
        _ => &counts.turned_away,
    });
    records.chain(entries).for_each(|counter| Counts::add(counter, 1));
}

/// Only owners and members may begin a scope.
pub(super) const fn may_begin(caller: Caller) -> bool {
    matches!(caller, Caller::Team(_))
}
