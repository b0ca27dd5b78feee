//! Where this device's own numbers in a scope stand, and which entries it made.

use protocol::{entry::Entry, id::EntryHash};

use crate::space::Sealed;

/// Where this device's own numbers in a scope stand.
#[derive(Default)]
pub(crate) struct Own {
    pub(crate) last: Option<(u64, EntryHash)>,
    pub(crate) abandoned: Vec<EntryHash>,
    pub(crate) waiting: Vec<Sealed>,
    /// Sent back once, with numbers after those that wait: a restored relay lost what had been taken before them.
    pub(crate) after: Vec<EntryHash>,
}

impl Own {
    /// An entry waits, and names those that were sent back before it was made. One that was sent back later, as its document was
    /// erased, is named by none that waits.
    pub(crate) fn wait(&mut self, sealed: Sealed) {
        let named = abandoned(&sealed);
        self.abandoned.extend(self.after.drain(..).filter(|entry| !named.contains(entry)));
        self.waiting.push(sealed);
    }

    /// An entry was sent back, the last of those that are here.
    pub(crate) fn send_back(&mut self, entry: EntryHash) {
        if self.waiting.is_empty() { self.abandoned.push(entry) } else { self.after.push(entry) }
    }

    /// All that wait are sent back; those between them were before. They stand in the order of their numbers then: whoever judges the
    /// next entry counts back from it. Gives those that waited.
    pub(crate) fn all_go_back(&mut self) -> Vec<Sealed> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut between = std::mem::take(&mut self.abandoned).into_iter();
        let mut number = self.last.map_or(0, |(last, _)| last);
        for sealed in &waiting {
            let free = usize::try_from(sealed.counter.saturating_sub(number).saturating_sub(1)).unwrap_or(usize::MAX);
            let known = |entry: &EntryHash| between.as_slice().contains(entry) || self.abandoned.contains(entry);
            let named: Vec<EntryHash> = abandoned(sealed).into_iter().filter(|entry| !known(entry)).collect();
            self.abandoned.extend(between.by_ref().take(free.saturating_sub(named.len())));
            self.abandoned.extend(named);
            self.abandoned.push(sealed.entry);
            number = sealed.counter;
        }
        self.abandoned.extend(between);
        self.settle();
        waiting
    }

    /// Some do not wait any more.
    pub(crate) fn settle(&mut self) {
        if self.waiting.is_empty() {
            self.abandoned.append(&mut self.after);
        }
    }

    /// Whether this device made an entry that it believes not to be taken: a relay can have it all the same, when its answer was
    /// lost. It waits, or was sent back before those that wait, between them, or after them.
    pub(crate) fn made(&self, entry: EntryHash) -> bool {
        let named = |sealed: &Sealed| abandoned(sealed).contains(&entry);
        let sent_back = self.abandoned.contains(&entry) || self.after.contains(&entry);
        sent_back || self.waiting.iter().any(|sealed| sealed.entry == entry || named(sealed))
    }
}

/// Those that an entry names as sent back before it.
pub(crate) fn abandoned(sealed: &Sealed) -> Vec<EntryHash> {
    Entry::decode(&sealed.bytes).map(|entry| entry.header.claims.abandoned).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use protocol::id::{DocumentId, ScopeId};

    use super::*;
    use crate::space::Fate;

    #[test]
    fn what_was_erased_between_two_that_wait_is_this_devices_own() {
        let [first, erased, last] = [1, 2, 3].map(|byte| EntryHash([byte; 32]));
        let (scope, document) = (ScopeId([1; 16]), DocumentId([2; 16]));
        let waits = |counter, entry| Sealed { scope, document, counter, entry, bytes: Vec::new(), fate: Fate::Waiting };
        let mut own = Own::default();
        own.wait(waits(1, first));
        own.send_back(erased);
        own.wait(waits(3, last));
        assert!(own.made(erased), "the relay may have taken all three, and its answer was lost");
        assert!(own.after.is_empty(), "the next number follows the last that waits");
    }

    #[test]
    fn what_goes_back_stands_in_the_order_of_the_numbers() {
        let [first, erased, last, after] = [1, 2, 3, 4].map(|byte| EntryHash([byte; 32]));
        let (scope, document) = (ScopeId([1; 16]), DocumentId([2; 16]));
        let waits = |counter, entry| Sealed { scope, document, counter, entry, bytes: Vec::new(), fate: Fate::Waiting };
        let mut own = Own { last: Some((6, EntryHash([9; 32]))), ..Own::default() };
        own.wait(waits(7, first));
        own.send_back(erased);
        own.wait(waits(9, last));
        own.send_back(after);
        assert_eq!(own.all_go_back().len(), 2, "those that waited");
        assert_eq!(own.abandoned, [first, erased, last, after], "7, 8, 9 and 10: the next is 11");
    }

    #[test]
    fn what_was_sent_back_after_those_that_wait_is_this_devices_own() {
        let [waits, after, other] = [1, 2, 3].map(|byte| EntryHash([byte; 32]));
        let (scope, document) = (ScopeId([1; 16]), DocumentId([2; 16]));
        let mut own = Own::default();
        own.wait(Sealed { scope, document, counter: 1, entry: waits, bytes: Vec::new(), fate: Fate::Waiting });
        own.send_back(after);
        assert!(own.made(waits), "it waits");
        assert!(own.made(after), "the relay may have taken it before its document was erased here");
        assert!(!own.made(other), "somebody else made it with the keys of this device");
        own.waiting.clear();
        own.settle();
        assert!(own.made(after), "also once nothing waits");
    }
}
