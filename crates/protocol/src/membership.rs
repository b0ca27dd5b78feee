//! The membership log of a space, and who is in it after replaying that log.
//!
//! The log is a line: every record names the one before it, and the relay takes only what names the head. So everyone who has
//! read equally far agrees. Whoever loses the race looks at what was accepted and decides again.

mod apply;
pub mod record;
mod renewed;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    device::{DeviceCard, PersonCard, SealingPublic},
    id::{DeviceId, EntryHash, KeyId, LogId, PersonId, RecordHash, ScopeId, SpaceId},
    key::Heads,
    permission::{Act, Role, Standing},
    refused::Refused,
    signature::SigningPublic,
};
use record::Pin;

pub use record::{MembershipChange, MembershipContent, MembershipRecord};

/// How many records came before: the place of a record in its log, from 0.
pub type Place = u64;

/// A space as its membership log tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    space: SpaceId,
    head: RecordHash,
    places: BTreeMap<RecordHash, Place>,
    people: BTreeMap<PersonId, Person>,
    devices: BTreeMap<DeviceId, Device>,
    /// Every key id that was ever named, so that none comes back.
    keys: BTreeSet<KeyId>,
    space_key: Option<KeyId>,
    /// The space keys, with the places of the records that brought them.
    rotations: Vec<(Place, KeyId)>,
    /// The places of those under which no older one is wrapped.
    alone: Vec<Place>,
    losses: Vec<Loss>,
    /// The relay's log that an owner last signed to go on with, and where.
    log: Option<(LogId, Place)>,
    /// Where an owner first signed to go on with a restored relay.
    first_resumed: Option<Place>,
}

/// A person in the space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    roles: Vec<(Place, Role)>,
    /// Who let this person in; nobody the first one.
    let_in_by: Option<PersonId>,
    /// What is sealed to this person. None after somebody else removed one of the person's devices, until one of them makes a
    /// new key: until then seal to each device.
    pub key: Option<PersonCard>,
    /// The places of the records that brought a key of this person.
    keyed: Vec<Place>,
    /// When the last device went.
    left: Option<Place>,
}

/// A device, in the space or removed from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Whose it is.
    pub person: PersonId,
    /// What it signs with.
    pub signing: SigningPublic,
    /// What is sealed to it.
    pub sealing: SealingPublic,
    /// Whether it is a paper device.
    pub paper: bool,
    added: Place,
    /// The places of the records that brought what is sealed to it.
    keyed: Vec<Place>,
    removed: Option<Removed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Removed {
    at: Place,
    pins: BTreeMap<ScopeId, Pin>,
}

/// Up to where the sharing records of a device count in a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// It is in the space, or was never known here.
    Everywhere,
    /// It was removed when this record was the scope's head.
    UpTo(RecordHash),
    /// It was removed, and had signed nothing there.
    Nowhere,
}

/// Somebody lost what they could read as one of the team or as a person: from here on, older keys are not good enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) at: Place,
    pub(crate) person: PersonId,
    /// Whether the person knew the space key.
    pub(crate) space_key: bool,
}

impl Membership {
    /// The space.
    #[must_use]
    pub const fn space(&self) -> SpaceId {
        self.space
    }

    /// The newest record.
    #[must_use]
    pub const fn head(&self) -> RecordHash {
        self.head
    }

    /// Where the log stands: what a space key that is made now names.
    #[must_use]
    pub const fn heads(&self) -> Heads {
        Heads { membership: self.head, sharing: None }
    }

    /// The newest space key; none until the first rotation.
    #[must_use]
    pub const fn space_key(&self) -> Option<KeyId> {
        self.space_key
    }

    /// Whether there is no space key, or somebody lost access who knows the newest one: the next to write has to rotate first.
    #[must_use]
    pub fn rotation_due(&self) -> bool {
        self.rotation_due_at(Place::MAX)
    }

    pub(crate) fn rotation_due_at(&self, place: Place) -> bool {
        let rotated = self.rotations.iter().rev().map(|(at, _)| at).find(|at| **at <= place);
        let lost = self.losses.iter().rev().find(|loss| loss.space_key && loss.at <= place);
        rotated.is_none_or(|rotated| lost.is_some_and(|lost| lost.at > *rotated))
    }

    /// The relay log that an owner has last signed to go on with, if the relay was ever restored.
    #[must_use]
    pub fn resumed(&self) -> Option<LogId> {
        self.log.map(|(log, _)| log)
    }

    /// Whether a person has become a helper since the relay was last restored, and was none when it went on, or when they were let in
    /// again after that.
    #[must_use]
    pub fn is_helper_since_resumed(&self, person: PersonId) -> bool {
        let (Some((_, resumed)), Some(known)) = (self.log, self.people.get(&person)) else { return false };
        let came = known.roles.iter().find(|(from, _)| *from > resumed).map(|(_, role)| *role);
        let was = self.role_at(person, resumed).or(came);
        was.is_some_and(|was| was != Role::Helper) && self.role(person) == Some(Role::Helper)
    }

    /// The place of the first such record.
    #[must_use]
    pub const fn first_resumed(&self) -> Option<Place> {
        self.first_resumed
    }

    /// Where a record stands. None if it is not in the log as far as it is known here.
    #[must_use]
    pub fn place(&self, record: RecordHash) -> Option<Place> {
        self.places.get(&record).copied()
    }

    /// The role of a person now. None for who was never there or has left.
    #[must_use]
    pub fn role(&self, person: PersonId) -> Option<Role> {
        self.role_at(person, Place::MAX)
    }

    pub(crate) fn role_at(&self, person: PersonId, place: Place) -> Option<Role> {
        let person = self.people.get(&person)?;
        let here = person.left.is_none_or(|left| left > place);
        person.roles.iter().rev().find(|(from, _)| here && *from <= place).map(|(_, role)| *role)
    }

    /// Behind whom a person stands, seen from this place of the log: who was in the space there stands for themselves, and who came
    /// later for whoever let them in. None of somebody who was never here.
    pub(crate) fn behind(&self, person: PersonId, place: Place) -> Option<PersonId> {
        let mut person = person;
        while self.role_at(person, place).is_none() {
            person = self.people.get(&person)?.let_in_by?;
        }
        Some(person)
    }

    /// Whether a person was a helper at this place, and is an owner or a member now.
    #[must_use]
    pub fn is_of_team_since(&self, person: PersonId, place: Place) -> bool {
        let was = self.role_at(person, place) == Some(Role::Helper);
        was && self.role(person).is_some_and(|role| role != Role::Helper)
    }

    /// Everybody who is in the space, with the role.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, Role)> + '_ {
        self.people_at(Place::MAX)
    }

    pub(crate) fn people_at(&self, place: Place) -> impl Iterator<Item = (PersonId, Role)> + '_ {
        self.people.keys().filter_map(move |person| Some((*person, self.role_at(*person, place)?)))
    }

    /// A person who is in the space.
    #[must_use]
    pub fn person(&self, person: PersonId) -> Option<&Person> {
        self.people.get(&person).filter(|person| person.left.is_none())
    }

    /// The devices of a person that are in the space, paper ones too.
    pub fn devices(&self, person: PersonId) -> impl Iterator<Item = (DeviceId, &Device)> + '_ {
        let here = self.devices.iter().filter(move |(_, device)| device.person == person && device.removed.is_none());
        here.map(|(id, device)| (*id, device))
    }

    /// A device that is in the space.
    ///
    /// # Errors
    ///
    /// [`Refused::UnknownDevice`], [`Refused::RemovedDevice`].
    pub fn device(&self, device: DeviceId) -> Result<&Device, Refused> {
        let device = self.devices.get(&device).ok_or(Refused::UnknownDevice)?;
        if device.removed.is_none() { Ok(device) } else { Err(Refused::RemovedDevice) }
    }

    /// A device that was in the space when this record was the head, with what it acted as.
    pub(crate) fn device_at(&self, device: DeviceId, place: Place) -> Result<(&Device, Standing), Refused> {
        let device = self.devices.get(&device).filter(|device| device.added <= place).ok_or(Refused::UnknownDevice)?;
        if device.removed.as_ref().is_some_and(|removed| removed.at <= place) {
            return Err(Refused::RemovedDevice);
        }
        let role = self.role_at(device.person, place).ok_or(Refused::UnknownDevice)?;
        Ok((device, if device.paper { Standing::Paper } else { role.into() }))
    }

    /// As what a device acts now.
    ///
    /// # Errors
    ///
    /// [`Refused::UnknownDevice`], [`Refused::RemovedDevice`].
    pub fn standing(&self, device: DeviceId) -> Result<Standing, Refused> {
        self.device(device)?;
        self.device_at(device, Place::MAX).map(|(_, standing)| standing)
    }

    /// Whose device an entry is, and the key to check its signature with.
    ///
    /// Looks at what the membership log knows: was the device there at the record the entry cites, and, if it was removed since,
    /// does the entry lie within what was pinned then. Whether the person may write in the scope, the sharing log says.
    ///
    /// # Errors
    ///
    /// [`Refused::UnknownHead`], [`Refused::UnknownDevice`], [`Refused::RemovedDevice`], [`Refused::BeyondPin`],
    /// [`Refused::NotAllowed`] for a paper device.
    pub fn writer(
        &self,
        device: DeviceId,
        scope: ScopeId,
        (counter, entry): (u64, EntryHash),
        cited: RecordHash,
    ) -> Result<&Device, Refused> {
        let place = self.place(cited).ok_or(Refused::UnknownHead)?;
        let (device, standing) = self.device_at(device, place)?;
        if standing == Standing::Paper {
            return Err(Refused::NotAllowed { act: Act::Entry, standing });
        }
        if let Some(removed) = &device.removed
            && !removed.pins.get(&scope).is_some_and(|pin| pin.holds(counter, entry))
        {
            return Err(Refused::BeyondPin);
        }
        Ok(device)
    }

    /// Up to where the sharing records of a device count in a scope.
    pub(crate) fn reach(&self, device: DeviceId, scope: ScopeId) -> Reach {
        let removed = self.devices.get(&device).and_then(|device| device.removed.as_ref());
        let Some(removed) = removed else { return Reach::Everywhere };
        removed.pins.get(&scope).and_then(|pin| pin.sharing).map_or(Reach::Nowhere, Reach::UpTo)
    }

    /// The heads of a scope's sharing log that removals have pinned.
    pub(crate) fn pinned_heads(&self, scope: ScopeId) -> impl Iterator<Item = RecordHash> + '_ {
        let removed = self.devices.values().filter_map(|device| device.removed.as_ref());
        removed.filter_map(move |removed| removed.pins.get(&scope)?.sharing)
    }

    /// Where a device was removed, and the key that it signs with: it may still hear that it was.
    #[must_use]
    pub fn removed(&self, device: DeviceId) -> Option<(Place, SigningPublic)> {
        let device = self.devices.get(&device)?;
        device.removed.as_ref().map(|removed| (removed.at, device.signing))
    }

    /// Whose device it is or was, also one that was removed.
    #[must_use]
    pub fn person_of(&self, device: DeviceId) -> Option<PersonId> {
        self.devices.get(&device).map(|device| device.person)
    }

    /// Whether a person is in the space, or was.
    #[must_use]
    pub fn knows_person(&self, person: PersonId) -> bool {
        self.people.contains_key(&person)
    }

    /// When a device was added.
    pub(crate) fn added(&self, device: DeviceId) -> Option<Place> {
        self.devices.get(&device).map(|device| device.added)
    }

    /// Every device that was ever in the space.
    pub(crate) fn every_device(&self) -> impl Iterator<Item = DeviceId> + '_ {
        self.devices.keys().copied()
    }

    /// Who lost something after `after`, up to and with `through`.
    pub(crate) fn losses(&self, after: Place, through: Place) -> impl Iterator<Item = Loss> + '_ {
        self.losses.iter().copied().filter(move |loss| after < loss.at && loss.at <= through)
    }

    /// Whether a device, its signing key or its person was ever in the space.
    pub(crate) fn knows(&self, card: &DeviceCard) -> bool {
        self.knows_device(card) || self.people.contains_key(&card.person)
    }

    fn knows_device(&self, card: &DeviceCard) -> bool {
        self.devices.iter().any(|(id, device)| *id == card.device || device.signing == card.signing)
    }

    fn owners_with_device(&self) -> impl Iterator<Item = PersonId> + '_ {
        let owners = self.people().filter(|(_, role)| *role == Role::Owner).map(|(person, _)| person);
        owners.filter(|person| self.devices(*person).any(|(_, device)| !device.paper))
    }
}
