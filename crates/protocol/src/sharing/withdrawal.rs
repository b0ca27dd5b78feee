//! What a withdrawal pins: the last entries of whoever may do less from there on.
//!
//! Without it, who was once allowed to write could go on to write into the time before, with the help of a dishonest relay.

use std::collections::{BTreeMap, BTreeSet};

use super::{Access, Made, Sharing};
use crate::{
    entry::header::Claims,
    id::{BasisId, DeviceId, EntryHash},
    membership::{Membership, Place, record::Pin},
    refused::Refused,
};

/// A record that withdraws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Withdrawal {
    pub(super) at: Made,
    pub(super) by: DeviceId,
    pub(super) pins: BTreeMap<DeviceId, (u64, EntryHash)>,
}

impl Sharing {
    /// The devices that may read or write less here once these bases are withdrawn, removed ones too: the
    /// withdrawal pins the last entry of each that wrote one.
    #[must_use]
    pub fn losing(&self, bases: &[BasisId], membership: &Membership) -> BTreeSet<DeviceId> {
        let mut after = self.clone();
        let place = u64::try_from(self.places.len()).unwrap_or(u64::MAX);
        for basis in bases {
            after.withdrawn.entry(*basis).or_insert(place);
        }
        let now = (Place::MAX, Place::MAX);
        let less = |device: &DeviceId| {
            self.device_access_at(*device, membership, now) != after.device_access_at(*device, membership, now)
        };
        self.every_device(membership).filter(less).collect()
    }

    /// The devices that may do less since the newest withdrawal, each with what that has pinned of it here. The relay takes a
    /// withdrawal only if that is all that it has of them.
    pub fn lessened<'a>(&'a self, membership: &'a Membership) -> impl Iterator<Item = (DeviceId, Pin)> + 'a {
        let less = move |withdrawal: &'a Withdrawal| {
            self.every_device(membership).filter_map(move |device| {
                let (before, after) = self.around(withdrawal, device, membership);
                (before != after).then(|| (device, self.pinned(withdrawal, device)))
            })
        };
        self.withdrawals.last().into_iter().flat_map(less)
    }

    /// Whether an entry that cites this place of the log is not kept out by a withdrawal that came after.
    pub(super) fn check_withdrawals(
        &self,
        claims: &Claims,
        entry: EntryHash,
        membership: &Membership,
        cited: Place,
    ) -> Result<(), Refused> {
        let mut since = self.withdrawals.iter().rev().take_while(|withdrawal| withdrawal.at.sharing > cited);
        let within = since.all(|withdrawal| {
            let (before, after) = self.around(withdrawal, claims.device, membership);
            let loses = before.includes(claims.document) && !after.includes(claims.document);
            !loses || self.pinned(withdrawal, claims.device).holds(claims.counter, entry)
        });
        if within { Ok(()) } else { Err(Refused::BeyondPin) }
    }

    fn pinned(&self, withdrawal: &Withdrawal, device: DeviceId) -> Pin {
        Pin { scope: self.scope, entry: withdrawal.pins.get(&device).copied(), sharing: None }
    }

    /// What a device could read right before a withdrawal, and right after it.
    pub(super) fn around(
        &self,
        withdrawal: &Withdrawal,
        device: DeviceId,
        membership: &Membership,
    ) -> (Access, Access) {
        let Made { membership: members, sharing } = withdrawal.at;
        let at = |place| self.device_access_at(device, membership, (members, place));
        (at(sharing.saturating_sub(1)), at(sharing))
    }

    /// Every device that was ever in the space or let in here.
    pub(super) fn every_device<'a>(&'a self, membership: &'a Membership) -> impl Iterator<Item = DeviceId> + 'a {
        membership.every_device().chain(self.residents.keys().copied())
    }
}
