//! Farewells: a device that reads less of a scope than before hands in what it had not sent of the rest, erases its copy of that, and
//! says so.
//!
//! Nobody can make sure that a copy is gone. The list of who has said so, and of who has not, is what can be known.

use std::collections::BTreeSet;

use super::{Access, Made, Sharing};
use crate::{
    device::DeviceCard,
    id::{BoxHash, DeviceId, PersonId},
    membership::{Membership, Place},
    permission::{Role, Standing},
};

/// A device has said that its copy is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Farewell {
    /// Which.
    pub device: DeviceId,
    /// What it had not sent, sealed to the keepers; until one of them has it deleted.
    pub boxes: Vec<BoxHash>,
    /// To whom that is sealed: the heirs as its maker knew them.
    pub heirs: BTreeSet<PersonId>,
    pub(super) at: Made,
}

impl Sharing {
    /// Who has said farewell, the first first. Who reads more again, and loses it again, says it once more.
    pub fn farewells(&self) -> impl Iterator<Item = &Farewell> {
        self.farewells.iter()
    }

    /// The devices that could read more here than they do now, and have not said that their copy of that is gone. Devices that were
    /// removed are none of them: they cannot say it.
    #[must_use]
    pub fn open_farewells(&self, membership: &Membership) -> BTreeSet<DeviceId> {
        self.every_device(membership).filter(|device| self.owes_farewell(*device, membership)).collect()
    }

    /// Whether this device is one of those.
    #[must_use]
    pub fn owes_farewell(&self, device: DeviceId, membership: &Membership) -> bool {
        self.owes_farewell_at(device, membership, (Place::MAX, Place::MAX))
    }

    /// To whom a device that leaves hands in what it had not sent: the keepers who may read it, or, where none of them may any more,
    /// everybody who may read all of it.
    #[must_use]
    pub fn heirs(&self, membership: &Membership) -> BTreeSet<PersonId> {
        self.heirs_at(membership, Place::MAX)
    }

    /// The same when the membership log stood at this place.
    pub(super) fn heirs_at(&self, membership: &Membership, members: Place) -> BTreeSet<PersonId> {
        let reads = |person: &PersonId| self.access_at(*person, membership, (members, Place::MAX)) == Access::Whole;
        let keepers: BTreeSet<PersonId> = self.keepers().into_iter().filter(reads).collect();
        if keepers.is_empty() {
            membership.people_at(members).map(|(person, _)| person).filter(reads).collect()
        } else {
            keepers
        }
    }

    /// Whether a person takes in what came with a farewell: it was sealed to them, and they may read all of the scope still.
    #[must_use]
    pub fn takes_in(&self, person: PersonId, farewell: &Farewell, membership: &Membership) -> bool {
        farewell.heirs.contains(&person) && self.access(person, membership) == Access::Whole
    }

    /// Whether a scope is left to a person who became a helper: nobody in the space may read all of it, and they would, were they of the
    /// team still. Their devices keep what they have, and owe the farewell only once somebody reads it again.
    #[must_use]
    pub fn is_left_to(&self, person: PersonId, membership: &Membership) -> bool {
        let mut standing = self.standing();
        let is_helper = membership.role(person) == Some(Role::Helper);
        is_helper
            && !self.erased
            && standing.any(|(_, audience)| audience.access(person, Role::Member) == Access::Whole)
            && self.heirs(membership).is_empty()
    }

    /// Whether a person may have deleted what came with a farewell: one who takes it in, and, as long as the scope is entrusted to any of
    /// them, one to whom it is.
    #[must_use]
    pub fn settles(&self, person: PersonId, farewell: &Farewell, membership: &Membership) -> bool {
        let takes_in = |person: &PersonId| self.takes_in(*person, farewell, membership);
        let entrusted = |person: &PersonId| self.is_entrusted(*person, membership);
        let mut heirs = farewell.heirs.iter().filter(|heir| takes_in(heir));
        takes_in(&person) && (entrusted(&person) || !heirs.any(entrusted))
    }

    /// Whether a device could follow the log when it had come to the record `last`, and the membership log to the one before `removed`,
    /// which removed the device: of owners and members each can, of a helper that which reads something or owes a farewell.
    #[must_use]
    pub fn was_followed(&self, device: DeviceId, membership: &Membership, (removed, last): (Place, Place)) -> bool {
        let Some(before) = removed.checked_sub(1) else { return false };
        match membership.device_at(device, before) {
            Ok((_, Standing::Owner | Standing::Member)) => true,
            Ok((_, Standing::Helper)) => {
                self.device_access_at(device, membership, (before, last)) != Access::Nothing
                    || self.owes_farewell_at(device, membership, (before, last))
            }
            _ => false,
        }
    }

    /// A resident's device that is out, and has not said farewell.
    #[must_use]
    pub fn leaving_resident(&self, device: DeviceId, membership: &Membership) -> Option<&DeviceCard> {
        self.residents.get(&device).filter(|_| self.owes_farewell(device, membership))
    }

    /// The same when the logs stood at these places: membership, then sharing.
    pub(super) fn owes_farewell_at(
        &self,
        device: DeviceId,
        membership: &Membership,
        (members, last): (Place, Place),
    ) -> bool {
        let reads = |places| self.device_access_at(device, membership, places);
        let resident = self.residents.contains_key(&device);
        let here = membership.device_at(device, members).is_ok_and(|(device, _)| !device.paper);
        let now = reads((members, last));
        if self.erased || !(resident || here) || now == Access::Whole {
            return false;
        }
        let mut farewells = self.farewells.iter().filter(|farewell| farewell.at.sharing <= last);
        let said = farewells.rfind(|farewell| farewell.device == device).map(|farewell| farewell.at);
        let added = if resident { 0 } else { membership.added(device).unwrap_or(Place::MAX) };
        let mut withdrawals = self.withdrawals.iter().filter(|withdrawal| withdrawal.at.sharing <= last);
        let withdrawn = withdrawals.any(|withdrawal| {
            let (before, after) = self.around(withdrawal, device, membership);
            let had = added <= withdrawal.at.membership && !after.covers(&before) && !now.covers(&before);
            had && said.is_none_or(|said| said.sharing < withdrawal.at.sharing)
        });
        let person = membership.person_of(device);
        let became_helper = membership.losses(added, members).filter(|loss| Some(loss.person) == person).any(|loss| {
            // The log as it stood then: the records that do not know of the loss.
            let records = self.cites.partition_point(|cited| *cited < loss.at);
            let place = u64::try_from(records).ok().and_then(|records| records.checked_sub(1));
            let had = place.is_some_and(|place| !now.covers(&reads((loss.at.saturating_sub(1), place))));
            had && said.is_none_or(|said| said.membership < loss.at)
        });
        withdrawn || became_helper
    }
}
