//! What the simulated relay lacks after it was restored, and what is brought back to it.

use protocol::{
    id::{DeviceId, RecordHash},
    wire::{Appended, Have, Item, Missing, Restore, Restored},
};
use relay::heart::records::Way;

use super::book::Book;

impl Book {
    /// What of this is not here.
    pub(super) fn missing(&self, have: Have) -> Missing {
        let Have { mut records, mut entries } = have;
        let here = |hash: RecordHash| {
            let sharing = self.space.scopes.values().any(|scope| scope.sharing.place(hash).is_some());
            sharing || self.space.membership.place(hash).is_some()
        };
        records.retain(|hash| !here(*hash));
        entries.retain(|hash| !self.cursors.contains_key(hash));
        Missing { records, entries }
    }

    /// Records, then entries. Nothing where nothing lacks any more.
    pub(super) fn take_back(&mut self, device: DeviceId, brought: &Restore) -> Option<Restored> {
        if !self.space.is_to_be_resumed() {
            return None;
        }
        let mut records = Vec::new();
        for (scope, record) in &brought.records {
            let caller = self.space.caller(device).map(|(caller, _)| caller);
            let taken = match (scope, caller) {
                (_, None) => None,
                (None, Some(_)) => Some(self.take_membership(&record.0, Way::Restore)),
                (Some(scope), Some(caller)) => self.take_sharing(caller, *scope, &record.0, Way::Restore),
            };
            records.push(taken.unwrap_or(Appended::Refused));
        }
        let entries = match self.space.caller(device) {
            Some((caller, _)) => self.take_entries(caller, &brought.entries, Way::Restore),
            None => vec![Item::Refused; brought.entries.len()],
        };
        Some(Restored { records, entries })
    }
}
