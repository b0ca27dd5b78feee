//! What makes a relay's mistakes and lies visible: a chain over the entries of a scope, and a count of every device's entries.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    entry::header::{Claims, Cover},
    id::{ChainHash, DeviceId, EntryHash, ScopeId},
};

impl ChainHash {
    /// Before the first entry of a scope.
    pub const START: Self = Self([0; 32]);

    /// After one more entry: `BLAKE3(chain ‖ entry)`.
    #[must_use]
    pub fn then(self, entry: EntryHash) -> Self {
        Self::of(&[self.0, entry.0].concat())
    }
}

/// How an entry stands to what is known of its device in its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The one that had to come.
    Next,
    /// Known already, or covered by the snapshot that was started from.
    Replay,
    /// Some before it are missing, and were not skipped: withheld, or still to come.
    Gap {
        /// The number that had to come.
        expected: u64,
    },
    /// Another entry than the known one stands at its number or before it: the device's keys are used twice, in a copied or an
    /// older folder.
    Fork,
}

/// The numbers of every device's entries, scope by scope.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writers {
    known: BTreeMap<(DeviceId, ScopeId), BTreeMap<u64, EntryHash>>,
    /// Entries that are there and not for this reader, who does not know of which device they are.
    skipped: BTreeMap<ScopeId, BTreeSet<EntryHash>>,
}

impl Writers {
    /// How an entry stands to those taken before. Nothing changes.
    #[must_use]
    pub fn judge(&self, claims: &Claims, entry: EntryHash) -> Step {
        let known = self.known.get(&(claims.device, claims.scope));
        let at = |counter: u64| known.and_then(|known| known.get(&counter)).copied();
        match at(claims.counter) {
            Some(same) if same == entry => return Step::Replay,
            Some(_) => return Step::Fork,
            None => {}
        }
        let first_abandoned = first_abandoned(claims);
        let differs = |(counter, hash): (u64, EntryHash)| at(counter).is_some_and(|known| known != hash);
        let before = claims.previous.map(|previous| (first_abandoned.saturating_sub(1), previous));
        if before.into_iter().chain(abandoned(claims)).any(differs) {
            return Step::Fork;
        }
        let last = known.and_then(|known| known.last_key_value()).map_or(0, |(last, _)| *last);
        let expected = last.saturating_add(1);
        if claims.counter < expected {
            return Step::Replay;
        }
        // The line of entries is the device's own: where its entry before this one was skipped, so was all in between.
        let follows_skipped = claims.previous.is_some_and(|previous| self.is_skipped(claims.scope, previous));
        // What is known already of the abandoned ones does not matter.
        if first_abandoned <= expected || follows_skipped { Step::Next } else { Step::Gap { expected } }
    }

    /// Judges an entry and remembers it if it is [`Step::Next`].
    pub fn take(&mut self, claims: &Claims, entry: EntryHash) -> Step {
        let step = self.judge(claims, entry);
        if step == Step::Next {
            // Also a skipped one has its number from here on.
            let before = claims.previous.map(|previous| (first_abandoned(claims).saturating_sub(1), previous));
            let known = self.known.entry((claims.device, claims.scope)).or_default();
            known.extend(before);
            known.extend(abandoned(claims));
            known.insert(claims.counter, entry);
        }
        step
    }

    /// Takes note of an entry that is in the scope, in a document that is not for this reader. It comes on the line like any other.
    pub fn skip(&mut self, scope: ScopeId, entry: EntryHash) {
        self.skipped.entry(scope).or_default().insert(entry);
    }

    /// Whether an entry is known under a device in a scope: it stands there, or was abandoned, or was skipped.
    #[must_use]
    pub fn has(&self, device: DeviceId, scope: ScopeId, entry: EntryHash) -> bool {
        let known = self.known.get(&(device, scope));
        known.is_some_and(|known| known.values().any(|known| *known == entry)) || self.is_skipped(scope, entry)
    }

    /// Forgets that an entry was skipped: whose it is has come out.
    pub fn unskip(&mut self, scope: ScopeId, entry: EntryHash) {
        self.skipped.entry(scope).or_default().remove(&entry);
    }

    /// Whether an entry was skipped.
    #[must_use]
    pub fn is_skipped(&self, scope: ScopeId, entry: EntryHash) -> bool {
        self.skipped.get(&scope).is_some_and(|skipped| skipped.contains(&entry))
    }

    /// Forgets a scope: it is read from 0 again, because more of it can be read now.
    pub fn restart(&mut self, scope: ScopeId) {
        self.known.retain(|(_, of), _| *of != scope);
        self.skipped.remove(&scope);
    }

    /// Goes on from what a snapshot covers, where less is known of that writer.
    pub fn start_from(&mut self, scope: ScopeId, cover: &Cover) {
        let known = self.known.entry((cover.device, scope)).or_default();
        if known.last_key_value().is_none_or(|(last, _)| *last < cover.counter) {
            known.insert(cover.counter, cover.entry);
        }
    }

    /// The last entry of a device in every scope where it wrote: what is pinned when the device is removed.
    pub fn last(&self, device: DeviceId) -> impl Iterator<Item = (ScopeId, u64, EntryHash)> + '_ {
        let of_device = self.known.range((device, ScopeId([0; 16]))..=(device, ScopeId([u8::MAX; 16])));
        of_device.filter_map(|((_, scope), known)| known.last_key_value().map(|(last, hash)| (*scope, *last, *hash)))
    }
}

fn first_abandoned(claims: &Claims) -> u64 {
    claims.counter.saturating_sub(u64::try_from(claims.abandoned.len()).unwrap_or(u64::MAX))
}

/// The abandoned entries with their numbers.
fn abandoned(claims: &Claims) -> impl Iterator<Item = (u64, EntryHash)> {
    // In this order: the numbers are not asked for one more than there are entries, which could be beyond the last number.
    claims.abandoned.iter().copied().zip(first_abandoned(claims)..).map(|(entry, counter)| (counter, entry))
}
