//! Where devices stand, out of the logs in memory and the numbers on disk: what removals and withdrawals pin.

use std::collections::BTreeMap;

use protocol::{
    id::{DeviceId, ScopeId},
    membership::record::{Pin, RemovedDevice},
    sharing::Sharing,
};

use crate::{
    heart::space::Space,
    store::{
        sql::{Db, Result},
        table::number,
    },
};

/// What a removal of this device pins now.
pub(crate) fn of(db: &dyn Db, space: &Space, device: DeviceId) -> Result<Vec<Pin>> {
    let mut pins = Vec::new();
    for (scope, known) in &space.scopes {
        pins.extend(known.sharing.pin(device, number::last(db, (space.id, *scope, device))?));
    }
    Ok(pins)
}

/// Whether the withdrawal that a log ends with leaves everything that was taken from those who may do less since.
pub(crate) fn of_withdrawal_are_complete(db: &dyn Db, space: &Space, log: &Sharing) -> Result<bool> {
    for (device, pin) in log.lessened(&space.membership) {
        let last = number::last(db, (space.id, log.scope(), device))?;
        if last.is_some_and(|(counter, entry)| !pin.holds(counter, entry)) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a removal leaves everything that was taken from these devices: what is in a log stays valid for everybody.
pub(crate) fn are_complete(db: &dyn Db, space: &Space, removed: &[RemovedDevice]) -> Result<bool> {
    for RemovedDevice { device, pins } in removed {
        let pins: BTreeMap<ScopeId, &Pin> = pins.iter().map(|pin| (pin.scope, pin)).collect();
        if pins.iter().any(|(scope, pin)| pin.sharing.is_some() && !space.scopes.contains_key(scope)) {
            return Ok(false);
        }
        for (scope, known) in &space.scopes {
            let last = number::last(db, (space.id, *scope, *device))?;
            if known.sharing.check_pin(*device, last, pins.get(scope).copied()).is_err() {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
