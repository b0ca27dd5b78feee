//! What makes a relay's mistakes and lies visible: a chain over the entries of a scope, and a count of every device's entries.

use std::collections::BTreeMap;

use crate::{
    entry::header::{Claims, Cover},
    id::{ChainHash, DeviceId, EntryHash, Hash, ScopeId},
};

/// In front of the heads of all scopes.
const DIGEST: &[u8] = b"wijkweb/1 digest of chains\0";

impl ChainHash {
    /// Before the first entry of a scope.
    pub const START: Self = Self([0; 32]);

    /// After one more entry: `BLAKE3(chain ‖ entry)`.
    #[must_use]
    pub fn then(self, entry: EntryHash) -> Self {
        Self::of(&[self.0, entry.0].concat())
    }
}

/// The chains of all scopes of a space in one hash: a label, then every scope's id and chain, in the order of the ids.
#[must_use]
pub fn digest(heads: &BTreeMap<ScopeId, ChainHash>) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(DIGEST);
    for (scope, chain) in heads {
        hasher.update(&scope.0).update(&chain.0);
    }
    Hash(*hasher.finalize().as_bytes())
}

/// How an entry stands to what is known of its device in its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The one that had to come.
    Next,
    /// Known already, or covered by the snapshot that was started from.
    Replay,
    /// Some before it are missing: withheld, or still to come.
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
pub struct Writers(BTreeMap<(DeviceId, ScopeId), BTreeMap<u64, EntryHash>>);

impl Writers {
    /// How an entry stands to those taken before. Nothing changes.
    #[must_use]
    pub fn judge(&self, claims: &Claims, entry: EntryHash) -> Step {
        let known = self.0.get(&(claims.device, claims.scope));
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
        // What is known already of the abandoned ones does not matter.
        if first_abandoned <= expected { Step::Next } else { Step::Gap { expected } }
    }

    /// Judges an entry and remembers it if it is [`Step::Next`].
    pub fn take(&mut self, claims: &Claims, entry: EntryHash) -> Step {
        let step = self.judge(claims, entry);
        if step == Step::Next {
            let known = self.0.entry((claims.device, claims.scope)).or_default();
            known.extend(abandoned(claims));
            known.insert(claims.counter, entry);
        }
        step
    }

    /// Goes on from what a snapshot covers, where less is known of that writer.
    pub fn start_from(&mut self, scope: ScopeId, cover: &Cover) {
        let known = self.0.entry((cover.device, scope)).or_default();
        if known.last_key_value().is_none_or(|(last, _)| *last < cover.counter) {
            known.insert(cover.counter, cover.entry);
        }
    }

    /// The last entry of a device in every scope where it wrote: what is pinned when the device is removed.
    pub fn last(&self, device: DeviceId) -> impl Iterator<Item = (ScopeId, u64, EntryHash)> + '_ {
        let of_device = self.0.range((device, ScopeId([0; 16]))..=(device, ScopeId([u8::MAX; 16])));
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
