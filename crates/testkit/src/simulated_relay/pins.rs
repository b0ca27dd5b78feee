//! Where devices stand in the simulated relay: what removals and withdrawals pin.

use std::collections::BTreeMap;

use protocol::{
    id::{DeviceId, EntryHash, ScopeId},
    membership::record::{Pin, RemovedDevice},
    sharing::Sharing,
};

use super::book::Book;

impl Book {
    /// What a removal of this device pins now.
    pub(super) fn pins(&self, device: DeviceId) -> Vec<Pin> {
        let scopes = self.space.scopes.iter();
        scopes.filter_map(|(scope, known)| known.sharing.pin(device, self.last(*scope, device))).collect()
    }

    /// Whether a removal leaves everything that was taken from these devices.
    pub(super) fn removal_is_complete(&self, removed: &[RemovedDevice]) -> bool {
        removed.iter().all(|RemovedDevice { device, pins }| {
            let pins: BTreeMap<ScopeId, &Pin> = pins.iter().map(|pin| (pin.scope, pin)).collect();
            let known = pins.iter().all(|(scope, pin)| pin.sharing.is_none() || self.space.scopes.contains_key(scope));
            let complete = self.space.scopes.iter().all(|(scope, known)| {
                known.sharing.check_pin(*device, self.last(*scope, *device), pins.get(scope).copied()).is_ok()
            });
            known && complete
        })
    }

    /// Whether the withdrawal that a log ends with leaves everything that was taken from those who may do less since.
    pub(super) fn withdrawal_is_complete(&self, log: &Sharing) -> bool {
        log.lessened(&self.space.membership).all(|(device, pin)| {
            self.last(log.scope(), device).is_none_or(|(counter, entry)| pin.holds(counter, entry))
        })
    }

    fn last(&self, scope: ScopeId, device: DeviceId) -> Option<(u64, EntryHash)> {
        let numbers = self.numbers.get(&(scope, device))?;
        numbers.last_key_value().map(|(counter, entry)| (*counter, *entry))
    }
}
