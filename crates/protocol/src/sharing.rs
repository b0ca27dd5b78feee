//! The sharing log of a scope, and who may read the scope after replaying that log.
//!
//! A basis is given once, under a random id, and can only be taken back, never changed: the ids that were taken back are a set
//! that grows. So it does not matter in which order two devices' records arrive; a withdrawn basis never lets anybody read.
//! No clock has a part in it.

mod acks;
mod admit;
mod apply;
mod audience;
mod document;
mod farewell;
mod keeper;
mod look;
mod pins;
pub mod record;
mod renewal;
mod second;
mod told;
mod withdrawal;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    device::DeviceCard,
    id::{BasisId, DeviceId, DocumentId, KeyId, PersonId, RecordHash, ScopeId, SpaceId},
    key::Heads,
    membership::{Membership, Place},
};
use record::Audience;
use withdrawal::Withdrawal;

pub use acks::{Parts, Word};
pub use farewell::Farewell;
pub use record::{SharingChange, SharingContent, SharingRecord};
pub use renewal::Renewal;

/// A scope as its sharing log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharing {
    space: SpaceId,
    scope: ScopeId,
    head: Option<RecordHash>,
    /// The place in the membership log that the first record cites.
    begun: Option<Place>,
    places: BTreeMap<RecordHash, Place>,
    /// The places in the membership log that the records cite, one each; they never go down.
    cites: Vec<Place>,
    grants: BTreeMap<BasisId, Grant>,
    withdrawn: BTreeMap<BasisId, Place>,
    withdrawals: Vec<Withdrawal>,
    farewells: Vec<Farewell>,
    keys: BTreeMap<KeyId, Made>,
    residents: BTreeMap<DeviceId, DeviceCard>,
    /// The place of the newest record that each device has signed, as the first or as the second.
    signed: BTreeMap<DeviceId, Place>,
    held: bool,
    erased: bool,
    /// The documents that were erased by themselves.
    erased_documents: BTreeMap<DocumentId, Made>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Grant {
    at: Place,
    audience: Audience,
    /// Who gave it.
    by: PersonId,
    /// Whether the scope was entrusted to that person then, or begun with this.
    by_entrusted: bool,
}

/// Where a record stands, and which record of the membership log it cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Made {
    membership: Place,
    sharing: Place,
}

/// What of a scope somebody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// All of it.
    Whole,
    /// These documents.
    Documents(BTreeSet<DocumentId>),
    /// Nothing.
    Nothing,
}

impl Access {
    /// Whether a document is part of it.
    #[must_use]
    pub fn includes(&self, document: DocumentId) -> bool {
        match self {
            Self::Whole => true,
            Self::Documents(named) => named.contains(&document),
            Self::Nothing => false,
        }
    }

    /// Whether it is all of another, or more.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Whole, _) | (_, Self::Nothing) => true,
            (Self::Documents(all), Self::Documents(some)) => some.is_subset(all),
            _ => false,
        }
    }
}

impl Sharing {
    /// A scope before its first record: nobody may read it, nothing of it leaves the device.
    #[must_use]
    pub const fn new(space: SpaceId, scope: ScopeId) -> Self {
        Self {
            space,
            scope,
            head: None,
            begun: None,
            places: BTreeMap::new(),
            cites: Vec::new(),
            grants: BTreeMap::new(),
            withdrawn: BTreeMap::new(),
            withdrawals: Vec::new(),
            farewells: Vec::new(),
            keys: BTreeMap::new(),
            residents: BTreeMap::new(),
            signed: BTreeMap::new(),
            held: false,
            erased: false,
            erased_documents: BTreeMap::new(),
        }
    }

    /// The scope.
    #[must_use]
    pub const fn scope(&self) -> ScopeId {
        self.scope
    }

    /// The newest record; none before the first.
    #[must_use]
    pub const fn head(&self) -> Option<RecordHash> {
        self.head
    }

    /// Where the logs stand: what a scope key that is made now names, and what the record that brings it cites.
    #[must_use]
    pub const fn heads(&self, membership: &Membership) -> Heads {
        Heads { membership: membership.head(), sharing: self.head }
    }

    /// Whether a hold stands, so that nothing may be erased.
    #[must_use]
    pub const fn is_held(&self) -> bool {
        self.held
    }

    /// Whether the scope was erased. The log ends there.
    #[must_use]
    pub const fn is_erased(&self) -> bool {
        self.erased
    }

    /// Where a record stands. None if it is not in the log as far as it is known here.
    #[must_use]
    pub fn place(&self, record: RecordHash) -> Option<Place> {
        self.places.get(&record).copied()
    }

    /// Whether a basis was given and not taken back.
    #[must_use]
    pub fn stands(&self, basis: BasisId) -> bool {
        self.stands_at(basis, Place::MAX)
    }

    fn stands_at(&self, basis: BasisId, place: Place) -> bool {
        let given = self.grants.get(&basis).is_some_and(|grant| grant.at <= place);
        given && self.withdrawn.get(&basis).is_none_or(|withdrawn| *withdrawn > place)
    }

    /// Whether another device than this one withdrew after this record. A wish to share that was made when this was the head
    /// falls then: ask again. What the device itself withdrew was no news to who used it.
    #[must_use]
    pub fn withdrawn_since(&self, head: Option<RecordHash>, this: DeviceId) -> bool {
        let seen = head.and_then(|head| self.place(head));
        let mut since =
            self.withdrawals.iter().filter(|withdrawal| seen.is_none_or(|seen| seen < withdrawal.at.sharing));
        since.any(|withdrawal| withdrawal.by != this)
    }

    fn audiences_at(&self, place: Place) -> impl Iterator<Item = &Audience> {
        self.grants.iter().filter(move |(basis, _)| self.stands_at(**basis, place)).map(|(_, grant)| &grant.audience)
    }

    /// What a person may read now.
    #[must_use]
    pub fn access(&self, person: PersonId, membership: &Membership) -> Access {
        self.access_at(person, membership, (Place::MAX, Place::MAX))
    }

    /// What a person could read when the logs stood at these places: membership, then sharing.
    fn access_at(&self, person: PersonId, membership: &Membership, (members, sharing): (Place, Place)) -> Access {
        let Some(role) = membership.role_at(person, members).filter(|_| !self.erased) else { return Access::Nothing };
        let mut named = BTreeSet::new();
        for audience in self.audiences_at(sharing) {
            match audience.access(person, role) {
                Access::Whole => return Access::Whole,
                Access::Documents(documents) => named.extend(documents),
                Access::Nothing => {}
            }
        }
        if named.is_empty() { Access::Nothing } else { Access::Documents(named) }
    }

    /// What a device could read, of a person or of a resident, when the logs stood at these places.
    fn device_access_at(&self, device: DeviceId, membership: &Membership, places: (Place, Place)) -> Access {
        if self.residents.contains_key(&device) {
            return self.resident_at(device, places.1).map_or(Access::Nothing, |_| Access::Whole);
        }
        let person = membership.person_of(device);
        person.map_or(Access::Nothing, |person| self.access_at(person, membership, places))
    }

    /// Whether a resident's own device may read and write the scope.
    #[must_use]
    pub fn resident(&self, device: DeviceId) -> Option<&DeviceCard> {
        self.resident_at(device, Place::MAX)
    }

    fn resident_at(&self, device: DeviceId, place: Place) -> Option<&DeviceCard> {
        let shared = self.audiences_at(place).any(|audience| *audience == Audience::Resident(device));
        self.residents.get(&device).filter(|_| shared && !self.erased)
    }

    /// The resident's own devices that may read and write the scope now.
    pub fn residents(&self) -> impl Iterator<Item = &DeviceCard> {
        self.residents.keys().filter_map(|device| self.resident(*device))
    }
}
