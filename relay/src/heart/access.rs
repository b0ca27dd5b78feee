//! As what a device comes, and what it may see. Asked at every request: who was removed is refused at the next one.

use protocol::{
    id::{BoxHash, DeviceId, PersonId, ScopeId},
    membership::Place,
    permission::{Role, Standing},
    sharing::{Access, Sharing, SharingChange, SharingRecord},
    signature::SigningPublic,
};

use super::space::Space;

/// As what a device of the space acts now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// A device of an owner or a member.
    Team(PersonId),
    /// A device of a helper.
    Named(PersonId, DeviceId),
    /// A paper device: signs in another device, reads no entry.
    Paper,
    /// A device that was removed: reads how that came about, and what was withdrawn or erased before. The membership log up to its
    /// removal and the sharing logs that it could follow then, up to the same place of the line; nothing else.
    Removed {
        /// Which.
        device: DeviceId,
        /// The place of its removal in the membership log.
        at: Place,
    },
    /// A resident's own device, as long as it may read something or has not said farewell.
    Resident(DeviceId),
}

impl Space {
    /// The device's key and as what it acts. None if it is not in the space, or no longer.
    #[must_use]
    pub fn caller(&self, device: DeviceId) -> Option<(Caller, SigningPublic)> {
        if let Ok(known) = self.membership.device(device) {
            let caller = match self.membership.standing(device).ok()? {
                Standing::Paper => Caller::Paper,
                _ if self.membership.role(known.person)? == Role::Helper => Caller::Named(known.person, device),
                _ => Caller::Team(known.person),
            };
            return Some((caller, known.signing));
        }
        if let Some((at, signing)) = self.membership.removed(device) {
            return Some((Caller::Removed { device, at }, signing));
        }
        let card = self.scopes.values().find_map(|scope| {
            let audience = scope.audience();
            audience.resident(device).or_else(|| audience.leaving_resident(device, &self.membership))
        })?;
        Some((Caller::Resident(device), card.signing))
    }

    /// What of a scope's entries a caller may have; of an erased scope nothing.
    #[must_use]
    pub fn access(&self, caller: Caller, scope: ScopeId) -> Access {
        self.scopes.get(&scope).map_or(Access::Nothing, |scope| self.access_in(caller, &scope.sharing))
    }

    /// What of a scope a caller may send to: also of an erased one, to hear that it is gone.
    #[must_use]
    pub fn audience(&self, caller: Caller, scope: ScopeId) -> Access {
        self.scopes.get(&scope).map_or(Access::Nothing, |scope| self.access_in(caller, scope.audience()))
    }

    fn access_in(&self, caller: Caller, sharing: &Sharing) -> Access {
        match caller {
            Caller::Team(person) | Caller::Named(person, _) => sharing.access(person, &self.membership),
            Caller::Paper | Caller::Removed { .. } => Access::Nothing,
            Caller::Resident(device) if sharing.resident(device).is_some() => Access::Whole,
            Caller::Resident(_) => Access::Nothing,
        }
    }

    /// Whether a caller may have the sharing log of a scope. Owners and members have all: they may have to hold, withdraw or
    /// hand over what they do not read. Whoever lost a scope follows it until the farewell.
    #[must_use]
    pub fn may_follow(&self, caller: Caller, scope: ScopeId) -> bool {
        match caller {
            Caller::Team(_) => true,
            Caller::Paper | Caller::Removed { .. } => false,
            Caller::Named(..) | Caller::Resident(_) => {
                self.audience(caller, scope) != Access::Nothing || self.owes_farewell(caller, scope)
            }
        }
    }

    /// Whether a caller may ask where a device stands: the team of all, a helper of devices that are theirs, or were.
    #[must_use]
    pub fn may_ask_where(&self, caller: Caller, device: DeviceId) -> bool {
        match caller {
            Caller::Team(_) => true,
            Caller::Named(person, _) => self.membership.person_of(device) == Some(person),
            Caller::Paper | Caller::Resident(_) | Caller::Removed { .. } => false,
        }
    }

    /// Whether a sharing record is told alone to the helper's device that asks, which does not follow the log: the device's own farewell,
    /// to hear that it was taken where the answer was lost; and an erasure of what the person could read once, to renew keys.
    #[must_use]
    pub fn is_told_alone(&self, caller: Caller, scope: ScopeId, record: &[u8]) -> bool {
        let (Caller::Named(person, device), Some(scope)) = (caller, self.scopes.get(&scope)) else { return false };
        SharingRecord::decode(record).is_ok_and(|record| {
            let content = record.content();
            let farewell = matches!(content.change, SharingChange::Farewell { .. });
            farewell && content.device == device || scope.sharing.is_told(content, person, &self.membership)
        })
    }

    /// Whether a device that was removed could follow a scope when it was. `last` is the scope's last record before the removal, as the
    /// line has them.
    #[must_use]
    pub fn was_followed(&self, caller: Caller, scope: ScopeId, last: Place) -> bool {
        let (Caller::Removed { device, at }, Some(scope)) = (caller, self.scopes.get(&scope)) else { return false };
        scope.audience().was_followed(device, &self.membership, (at, last))
    }

    fn owes_farewell(&self, caller: Caller, scope: ScopeId) -> bool {
        let Some(scope) = self.scopes.get(&scope) else { return false };
        let owes = |device| scope.audience().owes_farewell(device, &self.membership);
        match caller {
            Caller::Team(person) | Caller::Named(person, _) => {
                self.membership.devices(person).any(|(device, _)| owes(device))
            }
            Caller::Resident(device) => owes(device),
            Caller::Paper | Caller::Removed { .. } => false,
        }
    }

    /// The scope in which a device has handed in this box, if this person may have it deleted.
    #[must_use]
    pub fn handed_in(&self, caller: Caller, hash: BoxHash) -> Option<(ScopeId, DeviceId)> {
        let Caller::Team(person) = caller else { return None };
        let farewells = self.scopes.iter().flat_map(|(id, scope)| {
            let sharing = &scope.sharing;
            sharing.farewells().map(move |farewell| (*id, sharing, farewell))
        });
        let mut named = farewells.filter(|(.., farewell)| farewell.boxes.contains(&hash));
        let settles = |sharing: &Sharing, farewell| sharing.settles(person, farewell, &self.membership);
        let (scope, _, farewell) = named.find(|(_, sharing, farewell)| settles(sharing, farewell))?;
        Some((scope, farewell.device))
    }
}
