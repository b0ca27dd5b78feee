//! A relay that lies: an honest one behind it, and one lie in front.

use std::collections::BTreeSet;

use data_encoding::HEXLOWER;
use protocol::{
    encode::Blob,
    entry::Entry,
    id::{BoxHash, DeviceId, ScopeId, SpaceId},
    wire::{LogItem, LogPage, LogRequest, Message, Uploaded},
};
use sync::{Answer, Call, Method};

use crate::{
    relay::NAME,
    simulated_relay::{Backup, Carry, SimulatedRelay},
};

/// A version that nobody knows today.
pub const LATER: u8 = 2;

/// One lie. A lie about the log is told to the device at `to` only, where it names one.
#[derive(Clone)]
pub enum Lie {
    /// The truth.
    Nothing,
    /// The n-th entry of every page, from 0, is left out, and the chain is what it would be with it.
    WithholdEntry(usize),
    /// From this cursor on there is nothing.
    Freeze {
        /// To whom.
        to: usize,
        /// Up to which cursor the truth is told.
        cursor: u64,
    },
    /// Entries stand on a page in the opposite order.
    Reorder,
    /// Whatever is asked, the page is the first one that this device ever got.
    Replay {
        /// To whom.
        to: usize,
    },
    /// Each entry has the bytes of the next one.
    Swap,
    /// One byte of every entry is another.
    Flip,
    /// Records are said to be of another scope.
    OtherScope,
    /// One device talks to another copy of the relay: this one, which goes its own way.
    Fork {
        /// Whom.
        to: usize,
    },
    /// An item of its own stands at the end of every page that is not empty.
    Add(LogItem),
    /// Every box is this one.
    OtherBox(Vec<u8>),
    /// A box is given to nobody.
    NoBox,
    /// Everything is taken, and nothing is kept.
    Swallow,
    /// A device that was taken out gets everything all the same.
    ServeEverybody,
    /// No lie: what an app of a later version sends, as an older one sees it. The first byte says the version.
    Later {
        /// Who has the older app.
        to: usize,
        /// Which entries are of that version: those of this device.
        entries: Option<DeviceId>,
        /// After which cursor records are.
        records: Option<u64>,
    },
}

/// The relay.
pub struct Liar {
    honest: SimulatedRelay,
    /// Another copy of it, for who is told another history.
    other: Option<SimulatedRelay>,
    /// The lie that is told now.
    pub lie: Lie,
    first_pages: Vec<(usize, Vec<u8>)>,
    /// Whom a lie was told.
    pub lied_to: BTreeSet<usize>,
}

impl Liar {
    /// That says the truth so far.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let honest = SimulatedRelay::new(NAME, seed);
        Self { honest, other: None, lie: Lie::Nothing, first_pages: Vec::new(), lied_to: BTreeSet::new() }
    }

    fn page(&mut self, who: usize, call: &Call, bytes: Vec<u8>) -> Vec<u8> {
        if !self.first_pages.iter().any(|(known, _)| *known == who) {
            self.first_pages.push((who, bytes.clone()));
        }
        let Ok(truth) = LogPage::from_bytes(&bytes) else { return bytes };
        let mut page = truth.clone();
        match &self.lie {
            Lie::WithholdEntry(n) => {
                let entries = page.items.iter().enumerate().filter(|(_, (_, item))| matches!(item, LogItem::Entry(_)));
                if let Some((at, _)) = entries.map(|(at, item)| (at, item.0)).nth(*n) {
                    page.items.remove(at);
                }
            }
            Lie::Freeze { to, cursor } if *to == who => {
                page.items.retain(|(at, _)| at <= cursor);
                page.head = page.head.min(*cursor);
                page.through = page.through.min(*cursor);
                page.chains.clear();
            }
            Lie::Reorder => each_entry(&mut page, |entries| entries.reverse()),
            Lie::Swap => each_entry(&mut page, |entries| {
                if !entries.is_empty() {
                    entries.rotate_left(1);
                }
            }),
            Lie::Flip => each_entry(&mut page, |entries| {
                for entry in entries {
                    if let Some(last) = entry.0.last_mut() {
                        *last ^= 1;
                    }
                }
            }),
            Lie::Replay { to } if *to == who => {
                self.lied_to.insert(who);
                let first = self.first_pages.iter().find(|(known, _)| *known == who);
                return first.map(|(_, first)| first.clone()).unwrap_or(bytes);
            }
            Lie::OtherScope => {
                for (_, item) in &mut page.items {
                    if let LogItem::Sharing(scope, _) = item {
                        *scope = ScopeId([7; 16]);
                    }
                }
            }
            Lie::Later { to, entries, records } if *to == who => later(&mut page, *entries, *records),
            Lie::Add(item) if !asks_for_a_scope(call) => {
                let at = page.head.saturating_add(1);
                page.items.push((at, item.clone()));
                (page.head, page.through) = (at, at);
            }
            _ => {}
        }
        if page != truth {
            self.lied_to.insert(who);
        }
        page.to_bytes()
    }

    /// The device's call as one of a device that is still in: answered from the log itself, whoever asks.
    fn serve(&mut self, call: &Call) -> Option<Answer> {
        let (space, rest) = call.path.strip_prefix("/v1/spaces/")?.split_once('/')?;
        let space = SpaceId(HEXLOWER.decode(space.as_bytes()).ok()?.try_into().ok()?);
        let book = self.honest.books.get(&space)?;
        let (what, query) = rest.split_once('?').unwrap_or((rest, ""));
        if what == "log" {
            let bytes = HEXLOWER.decode(query.strip_prefix("request=")?.as_bytes()).ok()?;
            let request = LogRequest::from_bytes(&bytes).ok()?;
            return Some(Answer::Good(book.whole_page(&request).to_bytes()));
        }
        let hash = BoxHash(HEXLOWER.decode(what.strip_prefix("boxes/")?.as_bytes()).ok()?.try_into().ok()?);
        Some(book.boxes.get(&hash).map_or(Answer::Status(404), |bytes| Answer::Good(bytes.clone())))
    }
}

fn asks_for_a_scope(call: &Call) -> bool {
    let digits = call.path.split_once("request=").map(|(_, digits)| digits.as_bytes());
    let request = digits.and_then(|digits| HEXLOWER.decode(digits).ok()).map(|bytes| LogRequest::from_bytes(&bytes));
    request.is_some_and(|request| request.is_ok_and(|request| request.scope.is_some()))
}

/// Makes the entries of this device, and the records after this cursor, of a later version.
fn later(page: &mut LogPage, entries: Option<DeviceId>, records: Option<u64>) {
    for (at, item) in &mut page.items {
        let (bytes, is_later) = match item {
            LogItem::Entry(bytes) => {
                let by = Entry::decode(&bytes.0).ok().map(|entry| entry.header.claims.device);
                (bytes, by.is_some() && by == entries)
            }
            LogItem::Membership(bytes) | LogItem::Sharing(_, bytes) => {
                (bytes, records.is_some_and(|after| *at > after))
            }
            LogItem::Skipped(..) | LogItem::Superseded { .. } => continue,
        };
        if let Some(version) = bytes.0.first_mut().filter(|_| is_later) {
            *version = LATER;
        }
    }
}

/// Lets `lie` change the entries of a page among themselves.
fn each_entry(page: &mut LogPage, lie: impl FnOnce(&mut Vec<Blob>)) {
    let entries = page.items.iter().filter_map(|(_, item)| match item {
        LogItem::Entry(bytes) => Some(bytes.clone()),
        _ => None,
    });
    let mut entries: Vec<Blob> = entries.collect();
    lie(&mut entries);
    let mut lies = entries.into_iter();
    for (_, item) in &mut page.items {
        if let LogItem::Entry(bytes) = item {
            *bytes = lies.next().unwrap_or_else(|| bytes.clone());
        }
    }
}

impl Carry for Liar {
    fn carry(&mut self, who: usize, call: &Call) -> Answer {
        match &self.lie {
            Lie::Fork { to } if *to == who => {
                let backup: Backup = self.honest.backup();
                let other = self.other.get_or_insert_with(|| {
                    let mut other = SimulatedRelay::new(NAME, 99);
                    other.roll_back(&backup);
                    other
                });
                self.lied_to.insert(who);
                return other.carry(call);
            }
            Lie::ServeEverybody
                if call.path.contains("/log?") || matches!(self.honest.carry(call), Answer::Status(403)) =>
            {
                self.lied_to.insert(who);
                return self.serve(call).unwrap_or(Answer::Status(403));
            }
            Lie::OtherBox(other) if call.method == Method::Get && call.path.contains("/boxes/") => {
                self.lied_to.insert(who);
                return Answer::Good(other.clone());
            }
            Lie::NoBox if call.method == Method::Get && call.path.contains("/boxes/") => {
                self.lied_to.insert(who);
                return Answer::Status(404);
            }
            Lie::Swallow if call.path.ends_with("/entries") => {
                let before = self.honest.backup();
                let answer = self.honest.carry(call);
                if let Answer::Good(bytes) = &answer
                    && Uploaded::from_bytes(bytes).is_ok()
                {
                    self.honest.forget_entries(&before);
                    self.lied_to.insert(who);
                }
                return answer;
            }
            _ => {}
        }
        match self.honest.carry(call) {
            Answer::Good(bytes) if call.path.contains("/log?") => Answer::Good(self.page(who, call, bytes)),
            answer => answer,
        }
    }

    fn relay(&mut self) -> &mut SimulatedRelay {
        &mut self.honest
    }

    fn liar(&mut self) -> Option<&mut Liar> {
        Some(self)
    }
}
