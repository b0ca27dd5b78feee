//! A page of the log as it fills: what stands, and runs of what was superseded in one item each.

use std::collections::BTreeMap;

use protocol::{
    id::{ChainHash, LogId, ScopeId},
    limit::{BATCH_BYTES_MAX, BATCH_ENTRIES_MAX, LEFT_OUT_MAX},
    wire::{LeftOut, LogItem, LogPage},
};

use super::space::Space;

/// About how many bytes one entry of a run's list takes.
const LEFT_OUT_BYTES: usize = 80;

/// A page.
#[derive(Default)]
pub struct Page {
    items: BTreeMap<u64, LogItem>,
    /// The cursor of the run that each scope ends with, if it ends with one.
    runs: BTreeMap<ScopeId, u64>,
    chains: BTreeMap<ScopeId, ChainHash>,
    bytes: usize,
}

impl Page {
    /// Puts a record, or an entry with its scope and the scope's chain after it. False if there is no room for it.
    pub fn put(&mut self, cursor: u64, item: LogItem, of: Option<(ScopeId, ChainHash)>) -> bool {
        if !self.takes(length(&item)) {
            return false;
        }
        self.items.insert(cursor, item);
        if let Some((scope, chain)) = of {
            self.chains.insert(scope, chain);
            self.runs.remove(&scope);
        }
        true
    }

    /// Leaves an entry out that was superseded; `last` says what the device has to know of it. False if there is no room.
    pub fn leave_out(&mut self, cursor: u64, scope: ScopeId, chain: ChainHash, last: Option<LeftOut>) -> bool {
        let goes_on = self.runs.get(&scope).and_then(|run| self.items.get(run));
        let fits = matches!(goes_on, Some(LogItem::Superseded { last, .. }) if last.len() < LEFT_OUT_MAX);
        if !fits && !self.takes(LEFT_OUT_BYTES) {
            return false;
        }
        let run = self.runs.get(&scope).filter(|_| fits).and_then(|run| self.items.remove(run));
        let mut known = if let Some(LogItem::Superseded { last, .. }) = run { last } else { Vec::new() };
        if let Some(last) = last {
            match known.iter_mut().find(|one| (one.document, one.device) == (last.document, last.device)) {
                Some(one) if one.counter < last.counter => *one = last,
                Some(_) => {}
                None => {
                    known.push(last);
                    self.bytes = self.bytes.saturating_add(LEFT_OUT_BYTES);
                }
            }
        }
        self.items.insert(cursor, LogItem::Superseded { scope, chain, last: known });
        self.runs.insert(scope, cursor);
        self.chains.insert(scope, chain);
        true
    }

    fn takes(&mut self, more: usize) -> bool {
        let together = self.bytes.saturating_add(more);
        let takes = self.items.len() < BATCH_ENTRIES_MAX && together <= BATCH_BYTES_MAX;
        if takes {
            self.bytes = together;
        }
        takes
    }

    /// What is sent, of the space as it stood, through this cursor.
    #[must_use]
    pub fn finish(self, space: &Space, through: u64) -> LogPage {
        self.sent((space.log, space.head), through)
    }

    /// The same for a device for which the line ends at a cursor: not even how much came after it is told.
    #[must_use]
    pub fn finish_at(self, space: &Space, end: u64, through: u64) -> LogPage {
        self.sent((space.log, end), through)
    }

    fn sent(self, (log, head): (LogId, u64), through: u64) -> LogPage {
        let (chains, items) = (self.chains.into_iter().collect(), self.items.into_iter().collect());
        LogPage { log, head, through, chains, items }
    }
}

const fn length(item: &LogItem) -> usize {
    match item {
        LogItem::Membership(bytes) | LogItem::Sharing(_, bytes) | LogItem::Entry(bytes) => bytes.0.len(),
        LogItem::Skipped(..) | LogItem::Superseded { .. } => 0,
    }
}
