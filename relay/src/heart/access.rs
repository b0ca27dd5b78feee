//! As what a device comes, and what it may see. Asked at every request: who was removed is refused at the next one.

use protocol::{
    id::{DeviceId, DocumentId, PersonId, ScopeId},
    permission::{Role, Standing},
    sharing::{Access, Sharing},
    signature::SigningPublic,
};

use super::space::Space;

/// As what a device of the space acts now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// A device of an owner or a member.
    Team(PersonId),
    /// A device of a helper.
    Named(PersonId),
    /// A paper device: signs in another device, reads no entry.
    Paper,
    /// A resident's own device.
    Resident(DeviceId),
}

impl Space {
    /// The device's key and as what it acts. None if it is not in the space, or no longer.
    #[must_use]
    pub fn caller(&self, device: DeviceId) -> Option<(Caller, SigningPublic)> {
        if let Ok(known) = self.membership.device(device) {
            let caller = match self.membership.standing(device).ok()? {
                Standing::Paper => Caller::Paper,
                _ if self.membership.role(known.person)? == Role::Helper => Caller::Named(known.person),
                _ => Caller::Team(known.person),
            };
            return Some((caller, known.signing));
        }
        let card = self.scopes.values().find_map(|scope| scope.audience().resident(device))?;
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
            Caller::Team(person) | Caller::Named(person) => sharing.access(person, &self.membership),
            Caller::Paper => Access::Nothing,
            Caller::Resident(device) if sharing.resident(device).is_some() => Access::Whole,
            Caller::Resident(_) => Access::Nothing,
        }
    }

    /// Whether a caller may have the sharing log of a scope. Owners and members have all: they may have to hold, withdraw or
    /// hand over what they do not read.
    #[must_use]
    pub fn may_follow(&self, caller: Caller, scope: ScopeId) -> bool {
        match caller {
            Caller::Team(_) => true,
            Caller::Paper => false,
            Caller::Named(_) | Caller::Resident(_) => self.audience(caller, scope) != Access::Nothing,
        }
    }
}

/// Whether a document is part of what somebody may have.
#[must_use]
pub fn includes(access: &Access, document: DocumentId) -> bool {
    match access {
        Access::Whole => true,
        Access::Documents(named) => named.contains(&document),
        Access::Nothing => false,
    }
}
