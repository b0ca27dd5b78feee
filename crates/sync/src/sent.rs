//! What became of this device's own entries: taken by the relay, or sent back.

use crate::{
    Effect, Sealed,
    own::{self, Own},
    space::Space,
};

impl Space {
    /// The relay has an entry.
    pub(crate) fn sent(&mut self, sealed: &Sealed) -> Vec<Effect> {
        let own = &mut self.scope_mut(sealed.scope).own;
        let waiting = own.waiting.iter().filter(|waiting| waiting.entry != sealed.entry).cloned().collect();
        let after = std::mem::take(&mut own.after);
        *own = Own { last: Some((sealed.counter, sealed.entry)), abandoned: Vec::new(), waiting, after };
        own.settle();
        self.number(&sealed.bytes)
    }

    /// Whether the relay has everything of this device in the scope that it has acknowledged: what it misses was never sent.
    pub(crate) fn stands_below(&self, sealed: &Sealed, expected: u64) -> bool {
        let last = self.scopes.get(&sealed.scope).and_then(|scope| scope.own.last);
        last.map_or(0, |(counter, _)| counter) < expected
    }

    /// The relay does not take an entry; its number stays used.
    pub(crate) fn sent_back(&mut self, sealed: &Sealed) -> Effect {
        let own = &mut self.scope_mut(sealed.scope).own;
        own.waiting.retain(|waiting| waiting.entry != sealed.entry);
        // Those that it names as sent back before it: after a restore of the relay they lie between two that wait.
        let named =
            own::abandoned(sealed).into_iter().filter(|entry| !own.abandoned.contains(entry)).collect::<Vec<_>>();
        own.abandoned.extend(named);
        own.abandoned.push(sealed.entry);
        own.settle();
        Effect::Abandoned { entry: sealed.entry }
    }
}
