//! How far documents have come on the relay's line, while what came is taken in.

use std::collections::BTreeMap;

use domain::{DeviceId, DocumentId};
use store::{EntryRef, Growth, ScopeRef};
use sync::{Holds, Stands, protocol::wire::LeftOut};

/// The last entry of each device in a document.
pub(super) type Covers = BTreeMap<DeviceId, (u64, EntryRef)>;

/// What is known of the documents that something came of.
#[derive(Default)]
pub(super) struct Lines(pub(super) BTreeMap<DocumentId, Line>);

/// A document.
pub(super) struct Line {
    pub(super) growth: Growth,
    /// Where the maker of the snapshot that came last stood before it.
    before: Option<(DeviceId, Option<(u64, EntryRef)>)>,
    /// It is to be kept.
    pub(super) changed: bool,
}

impl Line {
    /// As it was kept; a document that no entry was seen of, as one under this key.
    pub(super) fn new(kept: Option<Growth>, scope: ScopeRef, key: [u8; 16]) -> Self {
        let (covers, left_out) = (BTreeMap::new(), BTreeMap::new());
        let growth = kept.unwrap_or(Growth { scope, since: 0, covered: 0, key, covers, left_out });
        Self { growth, before: None, changed: false }
    }

    /// Notes an entry. One that was noted before, or comes late, changes nothing.
    pub(super) fn note(&mut self, stands: &Stands) {
        let device = DeviceId(stands.device.0);
        let known = self.growth.covers.get(&device).copied();
        if known.is_some_and(|(counter, _)| stands.counter <= counter) {
            return;
        }
        match stands.what {
            // It counts once its snapshot is whole.
            Holds::Part => return,
            Holds::Changes => self.growth.since = self.growth.since.saturating_add(1),
            Holds::LastPart => self.before = Some((device, known)),
            Holds::Ack => {}
        }
        self.growth.covers.insert(device, (stands.counter, EntryRef(stands.entry.0)));
        self.changed = true;
    }

    /// The snapshot whose last part was noted last, under this key, is one to count from.
    pub(super) fn begin_again(&mut self, key: [u8; 16]) {
        self.growth.covered = self.growth.covered.saturating_add(self.growth.since);
        (self.growth.since, self.growth.key) = (0, key);
        self.changed = true;
    }

    /// What a snapshot would have covered whose last part was noted last.
    pub(super) fn covers_before(&self) -> Covers {
        let mut covers = self.growth.covers.clone();
        if let Some((maker, before)) = self.before {
            covers.remove(&maker);
            covers.extend(before.map(|before| (maker, before)));
        }
        covers
    }

    /// Notes what was left out. What this device has sent itself, or read before, is here.
    pub(super) fn leave_out(&mut self, last: &LeftOut) {
        let device = DeviceId(last.device.0);
        if self.growth.covers.get(&device).is_some_and(|(counter, _)| last.counter <= *counter) {
            return;
        }
        self.growth.left_out.insert(device, last.counter);
        self.growth.covers.insert(device, (last.counter, EntryRef(last.entry.0)));
        self.changed = true;
    }

    /// Whether a snapshot has to bring something.
    pub(super) fn lacks(&self) -> bool {
        !self.growth.left_out.is_empty()
    }

    /// A snapshot has brought everything up to these.
    pub(super) fn brought(&mut self, covers: &Covers) {
        let covered =
            |device: &DeviceId, through: u64| covers.get(device).is_some_and(|(counter, _)| through <= *counter);
        self.growth.left_out.retain(|device, through| !covered(device, *through));
        self.changed = true;
    }

    /// Whether a snapshot pays: so many entries came since the last one, and at least half as many as there were before. So all
    /// snapshots of a document together stay within a few times its size.
    pub(super) fn pays(growth: &Growth, entries: u64) -> bool {
        growth.since >= entries && growth.since >= growth.covered / 2
    }
}

#[cfg(test)]
mod tests {
    use sync::protocol::id::{self, EntryHash, KeyId, ScopeId};

    use super::*;

    fn stands(device: u8, counter: u64, what: Holds) -> Stands {
        let entry = EntryHash([u8::try_from(counter % 251).expect("a small number"); 32]);
        let (scope, document, key) = (ScopeId([1; 16]), id::DocumentId([2; 16]), KeyId([3; 16]));
        Stands { scope, document, device: id::DeviceId([device; 16]), counter, entry, key, what }
    }

    fn line() -> Line {
        Line::new(None, ScopeRef([1; 16]), [3; 16])
    }

    fn write(line: &mut Line, device: u8, counters: std::ops::RangeInclusive<u64>) {
        counters.for_each(|counter| line.note(&stands(device, counter, Holds::Changes)));
    }

    #[test]
    fn the_same_entry_counts_once() {
        let mut line = line();
        write(&mut line, 1, 1..=3);
        write(&mut line, 1, 2..=3);
        assert_eq!(line.growth.since, 3, "what comes again is no more");
    }

    #[test]
    fn a_snapshot_pays_later_and_later() {
        let (mut line, mut at) = (line(), Vec::new());
        for counter in 1..=1_000 {
            line.note(&stands(1, counter, Holds::Changes));
            if Line::pays(&line.growth, 50) {
                at.push(counter);
                line.begin_again([3; 16]);
            }
        }
        assert_eq!(at, [50, 100, 150, 225, 337, 505, 757], "each holds at least half as much more than the one before");
    }

    #[test]
    fn what_a_snapshot_covers_ends_before_its_own_parts() {
        let mut line = line();
        write(&mut line, 1, 1..=2);
        write(&mut line, 2, 1..=1);
        line.note(&stands(1, 3, Holds::Part));
        line.note(&stands(1, 4, Holds::LastPart));
        let counters: Vec<u64> = line.covers_before().values().map(|(counter, _)| *counter).collect();
        assert_eq!(counters, [2, 1], "the maker's changes, and the other's");
        assert_eq!(line.growth.covers[&DeviceId([1; 16])].0, 4, "the next one covers these parts too");
    }

    #[test]
    fn what_was_left_out_is_lacking_until_a_snapshot_covers_it() {
        let mut line = line();
        let (document, device) = (id::DocumentId([2; 16]), id::DeviceId([1; 16]));
        line.leave_out(&LeftOut { document, device, counter: 7, entry: EntryHash([7; 32]) });
        line.brought(&[(DeviceId([1; 16]), (6, EntryRef([6; 32])))].into());
        assert!(line.lacks(), "the seventh is not in it");
        line.brought(&[(DeviceId([1; 16]), (7, EntryRef([7; 32])))].into());
        assert!(!line.lacks(), "now it is");
    }
}
