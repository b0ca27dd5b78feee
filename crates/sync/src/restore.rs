//! A relay that was restored from a backup: what it lacks is brought, an owner says that it goes on, and everybody follows its log.
//!
//! Until an owner has signed where to go on, nothing that the relay shows is kept here: somebody who was removed after the backup
//! may be the first to come, with another history.

mod follow;
mod keys;
mod logs;
mod order;
mod wait;
mod wrap;

use std::collections::{BTreeSet, VecDeque};

use protocol::{
    encode::Blob,
    id::{EntryHash, LogId, RecordHash, ScopeId},
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, HAVE_MAX},
    membership::{MembershipChange, MembershipContent, MembershipRecord},
    permission::Standing,
    signed::Signed,
    wire::{Appended, Have, Item, LogItem, LogPage, Missing, Restored},
};

use crate::{Desk, Effect, Space, Stop, Trouble, Wish};
use follow::There;
use logs::{Follows, Logs};
pub(crate) use wrap::Lost;

/// What this device keeps of a space as it was signed. Nothing where it cannot be read now.
pub trait Home {
    /// Every record, those of the membership log first, each log in its order.
    fn records(&self) -> Option<Vec<(Option<ScopeId>, Vec<u8>)>>;

    /// The entries of this device that a relay has acknowledged, whether their bytes are still here or not, and those of others as
    /// far as they are kept: those of a device in a scope in their order.
    fn entries(&self) -> Option<Vec<EntryHash>>;

    /// One of them; nothing where it went since.
    fn entry(&self, entry: EntryHash) -> Option<Vec<u8>>;
}

/// A device that keeps nothing.
impl Home for () {
    fn records(&self) -> Option<Vec<(Option<ScopeId>, Vec<u8>)>> {
        Some(Vec::new())
    }

    fn entries(&self) -> Option<Vec<EntryHash>> {
        Some(Vec::new())
    }

    fn entry(&self, _: EntryHash) -> Option<Vec<u8>> {
        None
    }
}

/// Where this device stands with a restored relay.
pub(crate) struct Restore {
    log: LogId,
    /// The records that the relay has.
    shown: Logs,
    /// Those that are here.
    home: Logs,
    cursor: u64,
    head: u64,
    /// The log is read from its beginning once more.
    is_read_again: bool,
    /// A record was shown without what stands before it, as to a helper's device.
    is_told_alone: bool,
    /// Whether the log, as it was read last, has this device as one of an owner or a member.
    is_team: Option<bool>,
    stage: Stage,
    /// Entries that the relay does not take, whoever brings them.
    given_up: BTreeSet<EntryHash>,
    brought: u64,
    of: u64,
}

/// What comes next.
enum Stage {
    /// Read its log to the end.
    Read,
    /// Look what it may lack.
    Compare,
    /// Ask it in parts.
    Ask { parts: VecDeque<Have>, lacks: Missing },
    /// Bring that; `taken` once something was.
    Bring { records: VecDeque<(Option<ScopeId>, Vec<u8>)>, entries: VecDeque<EntryHash>, taken: bool },
    /// Everything that can be brought is there.
    Brought,
}

/// What to do now.
pub(crate) enum Step {
    /// Read on after this cursor.
    Read(u64),
    /// Ask this.
    Have(Have),
    /// Bring this. The entries are those of the message.
    Bring(protocol::wire::Restore, Vec<EntryHash>),
    /// Append this.
    Resume(Box<MembershipRecord>),
    /// Keep this, and load the space anew.
    Follow(Vec<Effect>),
}

impl Restore {
    /// For the log of this id, of which nothing was looked at yet.
    pub(crate) fn new(log: LogId) -> Self {
        Self {
            log,
            shown: Logs::default(),
            home: Logs::default(),
            cursor: 0,
            head: 0,
            is_read_again: false,
            is_told_alone: false,
            is_team: None,
            stage: Stage::Read,
            given_up: BTreeSet::new(),
            brought: 0,
            of: 0,
        }
    }

    /// Which log.
    pub(crate) const fn log(&self) -> LogId {
        self.log
    }

    /// How much was brought, of how much that the relay lacks.
    pub(crate) const fn progress(&self) -> (u64, u64) {
        (self.brought, self.of)
    }

    /// Whether there is nothing more to bring, and the log as it stands there has this device as an owner's: also where that is the first
    /// it hears of it.
    pub(crate) fn is_owner_there(&self, space: &Space) -> bool {
        let members = || self.shown.members(space.id).ok();
        let is_owner = || members().is_some_and(|log| log.standing(space.device()) == Ok(Standing::Owner));
        matches!(self.stage, Stage::Brought) && is_owner()
    }

    /// What to do now.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayRestored`] where there is nothing to do but to wait for an owner; [`Trouble::RelayChanged`] where the relay
    /// shows another history than this device knows.
    pub(crate) fn next(&mut self, space: &Space, desk: &Desk<'_>) -> Result<Step, Stop> {
        loop {
            match &mut self.stage {
                Stage::Read => return Ok(Step::Read(self.cursor)),
                Stage::Compare => {
                    if self.sees_more(space)? {
                        self.read_again();
                        continue;
                    }
                    self.stage = self.begin_asking(desk.home)?;
                    if let Some(effects) = self.taken_out(space)? {
                        return Ok(Step::Follow(effects));
                    }
                }
                Stage::Ask { parts, lacks } => {
                    if let Some(part) = parts.pop_front() {
                        return Ok(Step::Have(part));
                    }
                    let lacks = std::mem::replace(lacks, Missing { records: Vec::new(), entries: Vec::new() });
                    let (membership, scopes) = self.shown.stand(space.id).map_err(Stop::Trouble)?;
                    if membership.resumed() == Some(self.log) {
                        let there = There { membership, scopes };
                        return self.follow(space, desk, (&there, &lacks)).map(Step::Follow);
                    }
                    self.stage = self.begin_bringing(&lacks, desk.home)?;
                }
                Stage::Bring { records, entries, taken } => {
                    let (message, brought) = part(records, entries, desk.home);
                    if message.records.is_empty() && message.entries.is_empty() {
                        self.stage = if *taken { Stage::Read } else { Stage::Brought };
                    } else {
                        return Ok(Step::Bring(message, brought));
                    }
                }
                Stage::Brought => return self.resume(space, desk).map(Box::new).map(Step::Resume),
            }
        }
    }

    /// Takes a page of the log.
    pub(crate) fn page(&mut self, page: LogPage) {
        for (_, item) in page.items {
            match item {
                LogItem::Membership(bytes) => self.shown.push(None, bytes.0),
                LogItem::Sharing(scope, bytes) => match self.shown.follows(scope, &bytes.0) {
                    Follows::Alone => self.is_told_alone = true,
                    // Somebody has brought meanwhile what lets this device follow the log: it is all there from the beginning.
                    Follows::No if !self.is_read_again => return self.read_again(),
                    Follows::No | Follows::Next => self.shown.push(Some(scope), bytes.0),
                },
                LogItem::Entry(_) | LogItem::Skipped(..) | LogItem::Superseded { .. } => {}
            }
        }
        (self.cursor, self.head) = (page.through, page.head);
        if page.through >= page.head {
            self.stage = Stage::Compare;
        }
    }

    fn read_again(&mut self) {
        (self.shown, self.cursor) = (Logs::default(), 0);
        (self.is_read_again, self.is_told_alone) = (true, false);
        self.look_again();
    }

    /// Whether the log that was read as a helper's device is to be read again as one of the team: what was brought has changed that.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayChanged`] where a device of the team is shown a log in pieces twice.
    fn sees_more(&mut self, space: &Space) -> Result<bool, Stop> {
        let membership = self.shown.members(space.id).map_err(Stop::Trouble)?;
        let is_team = matches!(membership.standing(space.device()), Ok(Standing::Owner | Standing::Member));
        let was_team = self.is_team.replace(is_team);
        let is_in_pieces = is_team && self.is_told_alone;
        if is_in_pieces && self.is_read_again {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let more = is_in_pieces || (is_team && was_team == Some(false));
        self.is_read_again &= more;
        Ok(more)
    }

    /// Takes what the relay lacks of what was asked for.
    pub(crate) fn missing(&mut self, missing: &Missing) {
        if let Stage::Ask { lacks, .. } = &mut self.stage {
            lacks.records.extend(&missing.records);
            lacks.entries.extend(&missing.entries);
        }
    }

    /// Takes what became of what was brought.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayChanged`] where the answer is not to what was asked, or another record stands where one of these stood.
    pub(crate) fn restored(&mut self, entries: &[EntryHash], restored: &Restored) -> Result<(), Trouble> {
        let Stage::Bring { taken, .. } = &mut self.stage else { return Ok(()) };
        if restored.entries.len() != entries.len() {
            return Err(Trouble::RelayChanged);
        }
        for answer in &restored.records {
            self.brought = self.brought.saturating_add(1);
            match answer {
                Appended::Taken => *taken = true,
                Appended::NewerHead { .. } => return Err(Trouble::RelayChanged),
                // Somebody else may bring it.
                _ => {}
            }
        }
        for (entry, item) in entries.iter().zip(&restored.entries) {
            self.brought = self.brought.saturating_add(1);
            match item {
                Item::Taken { .. } => *taken = true,
                _ => {
                    self.given_up.insert(*entry);
                }
            }
        }
        Ok(())
    }

    /// Takes what became of the record with which it goes on: taken or not, the log is looked at again.
    pub(crate) fn look_again(&mut self) {
        self.stage = Stage::Read;
    }

    /// What to ask the relay for: everything that is here.
    fn begin_asking(&mut self, home: &dyn Home) -> Result<Stage, Stop> {
        let (records, entries) = (home.records().ok_or(Stop::Later)?, home.entries().ok_or(Stop::Later)?);
        self.home = Logs::default();
        records.into_iter().for_each(|(scope, bytes)| self.home.push(scope, bytes));
        let records: Vec<RecordHash> = self.home.hashes().collect();
        let mut parts = VecDeque::new();
        parts.extend(records.chunks(HAVE_MAX).map(|part| Have { records: part.to_vec(), entries: Vec::new() }));
        parts.extend(entries.chunks(HAVE_MAX).map(|part| Have { records: Vec::new(), entries: part.to_vec() }));
        Ok(Stage::Ask { parts, lacks: Missing { records: Vec::new(), entries: Vec::new() } })
    }

    /// What follows where the relay's log takes this device out: nothing is brought then, and nothing may be asked. If records of the
    /// membership log are lost that are known here, they go with what cites them, as soon as a known owner has said that it goes on.
    fn taken_out(&self, space: &Space) -> Result<Option<Vec<Effect>>, Stop> {
        let membership = self.shown.members(space.id).map_err(Stop::Trouble)?;
        if space.standing().is_none() || membership.removed(space.device()).is_none() {
            return Ok(None);
        }
        let mut effects = Vec::new();
        let mut lost = self.home.beyond(&self.shown).filter(|beyond| beyond.scope.is_none());
        if let Some(lost) = lost.next() {
            if membership.resumed() != Some(self.log) || !self.is_known_owner(space) {
                return Ok(None);
            }
            let dropped = |scope, from| Effect::Dropped { scope, from: u64::try_from(from).unwrap_or(u64::MAX) };
            let gone = lost.records.iter().map(|bytes| RecordHash::of(bytes)).collect();
            effects.push(dropped(None, lost.common));
            effects.extend(self.home.citing(&gone).map(|(scope, from)| dropped(Some(scope), from)));
        }
        effects.push(Effect::Anew { log: self.log });
        Ok(Some(effects))
    }

    /// What to bring of what the relay lacks. Tombstones are records, so they come before every entry.
    fn begin_bringing(&mut self, lacks: &Missing, home: &dyn Home) -> Result<Stage, Stop> {
        if self.home.beyond(&self.shown).any(|beyond| beyond.is_fork) {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let lacking: BTreeSet<RecordHash> = lacks.records.iter().copied().collect();
        let records = self.home.all().filter(|(_, bytes)| lacking.contains(&RecordHash::of(bytes)));
        let records: VecDeque<_> = records.map(|(scope, bytes)| (scope, bytes.clone())).collect();
        let entries = lacks.entries.iter().copied().filter(|entry| !self.given_up.contains(entry));
        let entries = order::acks_last(entries, home);
        let left = records.len().saturating_add(entries.len());
        self.of = self.brought.saturating_add(u64::try_from(left).unwrap_or(u64::MAX));
        Ok(Stage::Bring { records, entries, taken: false })
    }

    /// The record with which an owner says that it goes on.
    fn resume(&self, space: &Space, desk: &Desk<'_>) -> Result<MembershipRecord, Stop> {
        let (membership, _) = self.shown.stand(space.id).map_err(Stop::Trouble)?;
        if membership.standing(space.device()) != Ok(Standing::Owner) {
            return Err(Stop::Trouble(Trouble::RelayRestored));
        }
        // Not everything that an owner knows is there: signing would make that good.
        if self.home.beyond(&self.shown).next().is_some() {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let wished = |wish: &Wish| matches!(wish, Wish::Resume { log } if *log == self.log);
        if !desk.wishes.iter().any(|(_, wish)| wished(wish)) {
            return Err(Stop::Trouble(Trouble::RelayRestored));
        }
        let change = MembershipChange::Resume { log: self.log, cursor: self.head };
        let content = MembershipContent::next(space.id, membership.head(), space.device(), change);
        Signed::sign(content, space.ring.device()).map_err(|_| Stop::Trouble(Trouble::Refused))
    }
}

/// As much of these as one message takes, records first, with the entries in it.
fn part(
    records: &mut VecDeque<(Option<ScopeId>, Vec<u8>)>,
    entries: &mut VecDeque<EntryHash>,
    home: &dyn Home,
) -> (protocol::wire::Restore, Vec<EntryHash>) {
    let mut message = protocol::wire::Restore { records: Vec::new(), entries: Vec::new() };
    let (mut brought, mut bytes) = (Vec::new(), 0_usize);
    while let Some((scope, record)) = records.pop_front() {
        bytes = bytes.saturating_add(record.len());
        if bytes > BATCH_BYTES_MAX || message.records.len() == BATCH_ENTRIES_MAX {
            records.push_front((scope, record));
            return (message, brought);
        }
        message.records.push((scope, Blob(record)));
    }
    while let Some(hash) = entries.pop_front() {
        let Some(entry) = home.entry(hash) else { continue };
        bytes = bytes.saturating_add(entry.len());
        if bytes > BATCH_BYTES_MAX || message.entries.len() == BATCH_ENTRIES_MAX {
            entries.push_front(hash);
            return (message, brought);
        }
        message.entries.push(Blob(entry));
        brought.push(hash);
    }
    (message, brought)
}
