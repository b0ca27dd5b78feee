//! A relay in memory: the heart of the real one decides, maps stand where the real one has tables.
//!
//! It has no quota, no rate limit and no event stream. `tests/tests/journeys/same_answers.rs` holds it against the real
//! router, call by call and byte by byte, but for what comes after a restore.

mod book;
mod entries;
mod front;
mod pages;
mod pins;
mod records;
mod restore;
mod snapshots;

use std::{collections::BTreeMap, ops::Range, time::Duration};

use protocol::{
    encode::Blob,
    id::{DeviceId, LogId, SpaceId},
    wire::{Appended, Item},
};
use relay::{
    door::tokens::DoorKey,
    heart::{
        mailbox::{Mailbox, MailboxId},
        records::Way,
    },
    limit::RETENTION_DAYS_MIN,
};
use sync::{Answer, Call};

use crate::{chance::Chance, liar::Liar};
pub use book::{Book, Line};

/// Whoever brings calls of a device to a relay, and its answers back.
pub trait Carry {
    /// Brings a call of the device at this place in the neighbourhood.
    fn carry(&mut self, who: usize, call: &Call) -> Answer;

    /// The relay behind it.
    fn relay(&mut self) -> &mut SimulatedRelay;

    /// The one who lies, if it is one.
    fn liar(&mut self) -> Option<&mut Liar> {
        None
    }
}

/// A day.
const DAY_SECONDS: u64 = 86_400;

/// A relay in memory.
pub struct SimulatedRelay {
    /// As which devices know it: host and port.
    name: Vec<u8>,
    /// What it keeps, space by space.
    pub books: BTreeMap<SpaceId, Book>,
    /// How each mailbox stands, and its messages.
    mailboxes: BTreeMap<MailboxId, (Mailbox, Vec<Vec<u8>>)>,
    now: Duration,
    chance: Chance,
}

/// What a relay had on its disk at some moment.
#[derive(Clone)]
pub struct Backup(BTreeMap<SpaceId, Book>);

impl SimulatedRelay {
    /// With this name; nonces, keys and log ids follow from `seed`.
    #[must_use]
    pub fn new(name: &str, seed: u64) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            books: BTreeMap::new(),
            mailboxes: BTreeMap::new(),
            now: Duration::ZERO,
            chance: Chance::new(seed),
        }
    }

    /// Answers a call.
    pub fn carry(&mut self, call: &Call) -> Answer {
        // Nothing happens in no time.
        self.now += Duration::from_millis(1);
        match self.answer(call) {
            Ok(bytes) => Answer::Good(bytes),
            Err(status) => Answer::Status(status),
        }
    }

    /// It is stopped and started, and forgets what it may: challenges and tokens open nothing, mailboxes and boxes that no record names
    /// are gone. Tokens and mailboxes of the real one outlive that; here everybody has to come in anew.
    pub fn restart(&mut self) {
        self.mailboxes.clear();
        for book in self.books.values_mut() {
            book.space.door = DoorKey(self.chance.bytes());
            book.drop_unnamed();
        }
    }

    /// Entries that a device of the only space brings past its app.
    pub fn bring(&mut self, device: DeviceId, entries: Vec<Vec<u8>>) -> Vec<Item> {
        let Some(book) = self.books.values_mut().next() else { return Vec::new() };
        let Some((caller, _)) = book.space.caller(device) else { return Vec::new() };
        book.take_entries(caller, &entries.into_iter().map(Blob).collect::<Vec<_>>(), Way::Append)
    }

    /// A record of the membership log that somebody in the only space brings past their app.
    pub fn bring_record(&mut self, record: &[u8]) -> Option<Appended> {
        Some(self.books.values_mut().next()?.take_membership(record, Way::Append))
    }

    /// Time goes by: tokens live for ten minutes.
    pub fn seconds_go_by(&mut self, seconds: u64) {
        self.now += Duration::from_secs(seconds);
    }

    /// Somebody sets its clock, to so many seconds since 1970.
    pub fn clock_is_set(&mut self, seconds: u64) {
        self.now = Duration::from_secs(seconds);
    }

    /// Days go by; what was superseded long enough ago goes.
    pub fn days_go_by(&mut self, days: u64) {
        self.now += Duration::from_secs(days.saturating_mul(DAY_SECONDS));
        let today = self.now.as_secs() / DAY_SECONDS;
        self.books.values_mut().for_each(|book| book.day_comes(today, RETENTION_DAYS_MIN));
    }

    /// A copy of what is on its disk.
    #[must_use]
    pub fn backup(&self) -> Backup {
        Backup(self.books.clone())
    }

    /// Puts a copy back as an honest operator does: every log begins a new life.
    pub fn restore(&mut self, backup: &Backup) {
        self.roll_back(backup);
        for book in self.books.values_mut() {
            book.space.log = LogId(self.chance.bytes());
            book.space.restored = true;
        }
    }

    /// Puts a copy back and says nothing of it.
    pub fn roll_back(&mut self, backup: &Backup) {
        self.books = backup.0.clone();
        self.restart();
    }

    /// Puts a copy back, and goes on with the tokens that are out.
    pub fn forget_entries(&mut self, backup: &Backup) {
        let before = std::mem::replace(&mut self.books, backup.0.clone());
        for (space, book) in &mut self.books {
            if let Some(before) = before.get(space) {
                book.space.door = before.space.door;
            }
        }
    }

    /// Every byte that it holds.
    #[must_use]
    pub fn everything(&self) -> Vec<u8> {
        let mut all = Vec::new();
        for book in self.books.values() {
            all.extend(book.line.values().flat_map(Line::bytes).copied());
            all.extend(book.boxes.values().flatten());
        }
        all
    }

    /// The newest cursor of the only space; 0 where nobody has begun one.
    #[must_use]
    pub fn newest_cursor(&self) -> u64 {
        self.books.values().next().map_or(0, |book| book.space.head)
    }

    /// The entries at these cursors of the only space, as they came.
    #[must_use]
    pub fn entries_between(&self, cursors: Range<u64>) -> Vec<&[u8]> {
        let lines = self.books.values().next().into_iter().flat_map(|book| book.line.range(cursors.clone()));
        lines.filter(|(_, line)| matches!(line, Line::Entry { .. })).map(|(_, line)| line.bytes()).collect()
    }

    /// How often anything changed in it; it rests when this stands still.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.books.values().map(|book| book.space.revision).sum()
    }
}

impl Carry for SimulatedRelay {
    fn carry(&mut self, _: usize, call: &Call) -> Answer {
        Self::carry(self, call)
    }

    fn relay(&mut self) -> &mut SimulatedRelay {
        self
    }
}
