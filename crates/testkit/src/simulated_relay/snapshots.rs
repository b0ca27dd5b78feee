//! What acks do in the simulated relay, and what goes in time, as in the real one.

use protocol::{
    entry::{
        Entry,
        header::{Claims, Cover},
    },
    id::{EntryHash, ScopeId},
};
use relay::heart::snapshots::{self, Heeded};

use super::book::{Book, Line, Superseded};

impl Book {
    /// Does what an ack says that was taken; what is no ack does nothing.
    pub(super) fn heed(&mut self, ack: &Claims) {
        let named = snapshots::named(ack);
        let Some(first) = named.first().copied() else { return };
        let known = self.verdicts.get(&first).copied();
        if known == Some(false) {
            return;
        }
        let cursors: Option<Vec<u64>> = named.iter().map(|hash| self.cursors.get(hash).copied()).collect();
        let Some(cursors) = cursors else { return };
        let parts: Vec<Vec<u8>> =
            cursors.iter().filter_map(|cursor| self.line.get(cursor)).map(|line| line.bytes().to_vec()).collect();
        let before = cursors.into_iter().min().unwrap_or(0);
        match snapshots::heed(&self.space, ack, &parts) {
            Heeded::Supersedes(covers) if known.is_none() && self.stand(ack, &covers) => {
                self.verdicts.insert(first, true);
                self.supersede(ack, (first, before), &covers);
            }
            Heeded::Flags => {
                self.verdicts.insert(first, false);
                self.stand_again(first);
            }
            Heeded::Supersedes(_) | Heeded::Nothing => {}
        }
    }

    fn stand(&self, ack: &Claims, covers: &[Cover]) -> bool {
        covers.iter().all(|cover| {
            let numbers = self.numbers.get(&(ack.scope, cover.device));
            numbers.and_then(|numbers| numbers.get(&cover.counter)) == Some(&cover.entry)
        })
    }

    fn supersede(&mut self, ack: &Claims, (first, before): (EntryHash, u64), covers: &[Cover]) {
        let Self { line, cursors, numbers, space, today, .. } = self;
        let withdrawn = space.scopes.get(&ack.scope).and_then(|scope| scope.sharing.last_withdrawal());
        let records = line.iter().filter(|(_, line)| matches!(line, Line::Sharing(scope, _) if *scope == ack.scope));
        let withdrawn = withdrawn.and_then(|n| records.map(|(cursor, _)| *cursor).nth(usize::try_from(n).ok()?));
        for cover in covers {
            let Some(numbered) = numbers.get(&(ack.scope, cover.device)) else { continue };
            for (counter, entry) in numbered.range(..=cover.counter) {
                let at = cursors.get(entry).filter(|cursor| **cursor < before).and_then(|at| line.get_mut(at));
                let Some(Line::Entry { document, superseded, .. }) = at else { continue };
                if *document == ack.document && superseded.is_none() {
                    let (device, counter) = (cover.device, *counter);
                    *superseded = Some(Superseded { by: first, day: *today, device, counter });
                }
            }
        }
        if let Some(withdrawn) = withdrawn.filter(|withdrawn| *withdrawn < before) {
            for (_, at) in line.range_mut(..withdrawn) {
                if let Line::Entry { scope, document, bytes, superseded: Some(_), .. } = at
                    && (*scope, *document) == (ack.scope, ack.document)
                {
                    bytes.clear();
                }
            }
        }
    }

    fn stand_again(&mut self, snapshot: EntryHash) {
        for line in self.line.values_mut() {
            if let Line::Entry { bytes, superseded, .. } = line
                && !bytes.is_empty()
                && superseded.is_some_and(|superseded| superseded.by == snapshot)
            {
                *superseded = None;
            }
        }
    }

    /// It is this day; what was superseded so many days ago goes.
    pub(super) fn day_comes(&mut self, today: u64, retention_days: u64) {
        self.today = today;
        for line in self.line.values_mut() {
            if let Line::Entry { bytes, superseded: Some(superseded), .. } = line
                && superseded.day.saturating_add(retention_days) <= today
            {
                bytes.clear();
            }
        }
    }

    /// Leaves out every entry of a scope, as if a snapshot had superseded them: a relay that lies does so.
    pub fn pretend_superseded(&mut self, of: ScopeId) {
        for line in self.line.values_mut() {
            if let Line::Entry { scope, bytes, superseded, .. } = line
                && *scope == of
                && let Ok(entry) = Entry::decode(bytes)
            {
                let (device, counter) = (entry.header.claims.device, entry.header.claims.counter);
                *superseded = Some(Superseded { by: entry.hash(), day: self.today, device, counter });
            }
        }
    }

    /// How many entries were superseded, and of how many of them nothing but the hash is left.
    #[must_use]
    pub fn superseded(&self) -> (usize, usize) {
        let superseded = self.line.values().filter_map(|line| match line {
            Line::Entry { bytes, superseded: Some(_), .. } => Some(bytes.is_empty()),
            _ => None,
        });
        superseded.fold((0, 0), |(all, gone), empty| (all + 1, gone + usize::from(empty)))
    }
}
