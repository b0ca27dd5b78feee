//! What a maker of records and keys asks of a scope.

use super::{Sharing, admit, record::Audience};
use crate::{
    device::DeviceCard,
    id::{BasisId, DeviceId, KeyId},
    membership::Membership,
};

impl Sharing {
    /// The bases that stand, and for whom.
    pub fn standing(&self) -> impl Iterator<Item = (BasisId, &Audience)> {
        let standing = self.grants.iter().filter(|(basis, _)| self.stands(**basis));
        standing.map(|(basis, grant)| (*basis, &grant.audience))
    }

    /// The card of a resident's device that was ever let in, also one whose basis no longer stands.
    #[must_use]
    pub fn resident_card(&self, device: DeviceId) -> Option<&DeviceCard> {
        self.residents.get(&device)
    }

    /// Whether new entries may be under this key: nobody who had it lost access since, as far as both logs are known here.
    #[must_use]
    pub fn takes_key(&self, key: KeyId, membership: &Membership) -> bool {
        self.is_good_key(key, admit::NOW, membership)
    }

    /// Whether a basis was ever given here, or withdrawn.
    #[must_use]
    pub fn knows(&self, basis: BasisId) -> bool {
        self.grants.contains_key(&basis) || self.withdrawn.contains_key(&basis)
    }

    /// For whom a basis was given, also one that no longer stands.
    #[must_use]
    pub fn given(&self, basis: BasisId) -> Option<&Audience> {
        self.grants.get(&basis).map(|grant| &grant.audience)
    }

    /// Whether a basis was withdrawn.
    #[must_use]
    pub fn is_withdrawn(&self, basis: BasisId) -> bool {
        self.withdrawn.contains_key(&basis)
    }
}
