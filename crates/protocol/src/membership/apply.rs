//! Takes records into a membership log, one after the other; refused ones leave everything as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Device, Loss, Membership, MembershipChange, MembershipRecord, Person, Pin, Place, Removed,
    record::{RemovedDevice, Rotation},
};
use crate::{
    device::{DeviceCard, PersonCard, SealingPublic},
    id::{DeviceId, KeyId, PersonId, ScopeId},
    permission::{Role, Rule, rule},
    refused::Refused,
};

impl Membership {
    /// The space that this first record makes.
    ///
    /// # Errors
    ///
    /// [`Refused::NotNext`] if it is not a first record, [`Refused::Card`], [`Refused::Signature`].
    pub fn begin(first: &MembershipRecord) -> Result<Self, Refused> {
        let content = first.content();
        let (MembershipChange::Create { device, person, .. }, None, None) =
            (&content.change, content.space, content.previous)
        else {
            return Err(Refused::NotNext);
        };
        if content.device != device.device || device.person != person.person {
            return Err(Refused::Card);
        }
        device.verify().map_err(|_| Refused::Card)?;
        first.verify(&device.signing)?;
        let head = first.hash();
        let mut begun = Self {
            space: head.into(),
            head,
            places: BTreeMap::from([(head, 0)]),
            people: BTreeMap::new(),
            devices: BTreeMap::new(),
            keys: BTreeSet::new(),
            space_key: None,
            rotations: Vec::new(),
            alone: Vec::new(),
            losses: Vec::new(),
            log: None,
            first_resumed: None,
        };
        begun.insert_person(person, Role::Owner, None, 0);
        begun.insert_device(device, false, 0);
        Ok(begun)
    }

    /// The space after all these records.
    ///
    /// # Errors
    ///
    /// Of the first record that is refused; [`Refused::NotNext`] if there is none at all.
    pub fn replay<'a>(records: impl IntoIterator<Item = &'a MembershipRecord>) -> Result<Self, Refused> {
        let mut records = records.into_iter();
        let mut membership = Self::begin(records.next().ok_or(Refused::NotNext)?)?;
        records.try_for_each(|record| membership.apply(record))?;
        Ok(membership)
    }

    /// Takes one more record.
    ///
    /// Checked in this order: the log, the predecessor, the device, the table, the signature, and then what the record says.
    ///
    /// # Errors
    ///
    /// [`Refused`]; nothing has changed then.
    pub fn apply(&mut self, record: &MembershipRecord) -> Result<(), Refused> {
        let content = record.content();
        if content.space != Some(self.space) {
            return Err(Refused::OtherLog);
        }
        if content.previous != Some(self.head) {
            return Err(Refused::NotNext);
        }
        let place = u64::try_from(self.places.len()).unwrap_or(u64::MAX);
        let signer = self.device(content.device)?;
        let (person, signing) = (signer.person, signer.signing);
        let (_, standing) = self.device_at(content.device, place)?;
        let act = content.change.act().ok_or(Refused::NotNext)?;
        let not_allowed = Refused::NotAllowed { act, standing };
        match rule(act, standing) {
            Rule::Yes => {}
            Rule::Own if self.touches_only(person, &content.change) => {}
            _ => return Err(not_allowed),
        }
        record.verify(&signing)?;
        if !content.change.is_within_limits() {
            return Err(Refused::Content);
        }
        // The places only grow, so they are not copied along.
        let places = std::mem::take(&mut self.places);
        let mut next = self.clone();
        self.places = places;
        next.change(&content.change, (content.device, person), place)?;
        if next.owners_with_device().next().is_none() {
            return Err(Refused::LastOwner);
        }
        next.places = std::mem::take(&mut self.places);
        next.places.insert(record.hash(), place);
        next.head = record.hash();
        *self = next;
        Ok(())
    }

    /// Whether a change is about nobody else than this person.
    fn touches_only(&self, person: PersonId, change: &MembershipChange) -> bool {
        match change {
            MembershipChange::AddDevice { device, .. } => device.person == person,
            MembershipChange::Remove { devices, .. } => {
                devices.iter().all(|gone| self.devices.get(&gone.device).is_some_and(|gone| gone.person == person))
            }
            MembershipChange::Renew { person: card, .. } => card.is_none_or(|card| card.person == person),
            _ => false,
        }
    }

    fn change(
        &mut self,
        change: &MembershipChange,
        (device, signer): (DeviceId, PersonId),
        place: Place,
    ) -> Result<(), Refused> {
        match change {
            MembershipChange::Create { .. } => return Err(Refused::NotNext),
            MembershipChange::AddPerson { role, device, person, .. } => {
                if device.person != person.person {
                    return Err(Refused::Card);
                }
                self.check_card(device)?;
                self.use_key(person.key)?;
                if self.people.contains_key(&person.person) {
                    return Err(Refused::Used);
                }
                self.insert_person(person, *role, Some(signer), place);
                self.insert_device(device, false, place);
            }
            MembershipChange::AddDevice { device, paper, .. } => {
                self.check_card(device)?;
                self.insert_device(device, *paper, place);
            }
            MembershipChange::Role { person, role, rotation } => {
                self.change_role((*person, signer), *role, rotation.as_ref(), place)?;
            }
            MembershipChange::Remove { devices, rotation } => self.remove(devices, rotation.as_ref(), signer, place)?,
            MembershipChange::Rotate(_) => {}
            MembershipChange::RotateAlone(_) => self.alone.push(place),
            MembershipChange::Renew { sealing, person, .. } => {
                self.renew((device, signer), *sealing, *person, place)?;
            }
            MembershipChange::Resume { log, .. } => {
                self.log = Some((*log, place));
                self.first_resumed.get_or_insert(place);
            }
        }
        if let Some(rotation) = change.rotation() {
            self.use_key(rotation.key)?;
            self.space_key = Some(rotation.key);
            self.rotations.push((place, rotation.key));
        }
        Ok(())
    }

    fn check_card(&self, card: &DeviceCard) -> Result<(), Refused> {
        card.verify().map_err(|_| Refused::Card)?;
        if self.knows_device(card) { Err(Refused::Used) } else { Ok(()) }
    }

    fn use_key(&mut self, key: KeyId) -> Result<(), Refused> {
        if self.keys.insert(key) { Ok(()) } else { Err(Refused::Used) }
    }

    fn insert_person(&mut self, card: &PersonCard, role: Role, let_in_by: Option<PersonId>, place: Place) {
        self.keys.insert(card.key);
        let (roles, keyed) = (vec![(place, role)], vec![place]);
        self.people.insert(card.person, Person { roles, let_in_by, key: Some(*card), keyed, left: None });
    }

    fn insert_device(&mut self, card: &DeviceCard, paper: bool, place: Place) {
        let DeviceCard { person, device, signing, sealing, .. } = *card;
        let keyed = vec![place];
        self.devices.insert(device, Device { person, signing, sealing, paper, added: place, keyed, removed: None });
    }

    fn change_role(
        &mut self,
        (person, signer): (PersonId, PersonId),
        role: Role,
        rotation: Option<&Rotation>,
        place: Place,
    ) -> Result<(), Refused> {
        let before = self.role(person).ok_or(Refused::Absent)?;
        if before == role {
            return Err(Refused::Content);
        }
        if role == Role::Helper {
            check_rotation(rotation, person == signer)?;
            self.losses.push(Loss { at: place, person, space_key: true });
        }
        let entry = self.people.get_mut(&person).ok_or(Refused::Absent)?;
        entry.roles.push((place, role));
        Ok(())
    }

    fn remove(
        &mut self,
        devices: &[RemovedDevice],
        rotation: Option<&Rotation>,
        signer: PersonId,
        place: Place,
    ) -> Result<(), Refused> {
        if devices.is_empty() {
            return Err(Refused::Content);
        }
        let mut has_key = false;
        for RemovedDevice { device: id, pins } in devices {
            let person = self.device(*id).map_err(|_| Refused::Absent)?.person;
            let space_key = self.role(person).is_some_and(|role| role != Role::Helper);
            has_key |= space_key;
            let pinned: BTreeMap<ScopeId, Pin> = pins.iter().map(|pin| (pin.scope, *pin)).collect();
            if pinned.len() != pins.len() {
                return Err(Refused::Content);
            }
            if let Some(device) = self.devices.get_mut(id) {
                device.removed = Some(Removed { at: place, pins: pinned });
            }
            self.losses.push(Loss { at: place, person, space_key });
            let last = self.devices(person).next().is_none();
            if let Some(person) = self.people.get_mut(&person) {
                person.key = None;
                person.left = last.then_some(place);
            }
        }
        let leaving = self.role(signer).is_none();
        if has_key || leaving { check_rotation(rotation, leaving) } else { Ok(()) }
    }

    fn renew(
        &mut self,
        (device, signer): (DeviceId, PersonId),
        sealing: Option<SealingPublic>,
        card: Option<PersonCard>,
        place: Place,
    ) -> Result<(), Refused> {
        if sealing.is_none() && card.is_none() {
            return Err(Refused::Content);
        }
        if let Some(card) = card {
            self.use_key(card.key)?;
            let person = self.people.get_mut(&signer).ok_or(Refused::Absent)?;
            person.key = Some(card);
            person.keyed.push(place);
        }
        if let Some(sealing) = sealing {
            let device = self.devices.get_mut(&device).ok_or(Refused::UnknownDevice)?;
            device.sealing = sealing;
            device.keyed.push(place);
        }
        Ok(())
    }
}

/// Somebody loses the space key. A new one has to come along, unless the signer is the one who loses it: whoever makes a key knows
/// it, so then none may, and the next to write makes one.
fn check_rotation(rotation: Option<&Rotation>, own_loss: bool) -> Result<(), Refused> {
    match rotation {
        Some(_) if own_loss => Err(Refused::Content),
        None if !own_loss => Err(Refused::KeyMissing),
        _ => Ok(()),
    }
}
