//! Wraps keys for whoever may have them.

use std::collections::BTreeSet;

use protocol::{
    device::{DeviceCard, PersonCard},
    id::{BasisId, BoxHash, DocumentId, KeyId, PersonId, ScopeId},
    key::{
        SpaceKey,
        content::Content,
        key_box::KeyBox,
        wrap::{Wrap, WrapError},
    },
    membership::Membership,
    permission::Role,
    sharing::record::Audience,
};
use rand_core::CryptoRng;

use crate::{document::Handed, space::Space};

/// Boxes with their identities, to be put before the record that names them.
pub(crate) type Boxes = Vec<(BoxHash, Vec<u8>)>;

/// For whom a key is sealed beyond the space key.
enum To<'a> {
    Person(PersonId),
    Documents(PersonId, BTreeSet<DocumentId>),
    Resident(&'a DeviceCard),
}

impl Space {
    /// A new space key for everybody who `has` it, with the older ones under it unless it comes `alone`. `going` are devices that go.
    pub(crate) fn rotation(
        &self,
        has: impl Fn(PersonId, Role) -> bool,
        going: &[protocol::id::DeviceId],
        alone: bool,
        rng: &mut impl CryptoRng,
    ) -> Result<(KeyId, Boxes, SpaceKey), WrapError> {
        let members = self.members.as_ref().ok_or(WrapError::NotThis)?;
        let membership = &members.membership;
        let key = SpaceKey::generate(membership.heads(), rng);
        let mut wraps = Vec::new();
        for (person, role) in membership.people() {
            if has(person, role) {
                let loses = membership.devices(person).any(|(device, _)| going.contains(&device));
                // A person who loses a device has no key that the device does not know, until a new one is published.
                let card = membership.person(person).and_then(|person| person.key).filter(|_| !loses);
                self.to_person(person, card, Content::Space(&key), going, rng, &mut wraps)?;
            }
        }
        for older in self.space_keys().filter(|_| !alone) {
            wraps.push(Wrap::under(self.id, &key, Content::Space(older), rng)?);
        }
        Ok((key.id, KeyBox::pack(wraps), key))
    }

    /// The space keys that a device may hold.
    pub(crate) fn space_keys(&self) -> impl Iterator<Item = &SpaceKey> {
        let members = self.members.iter();
        members.flat_map(|members| members.membership.space_keys()).filter_map(|key| self.ring.space_key(key))
    }

    /// All space keys for somebody who comes.
    pub(crate) fn welcome(&self, card: &PersonCard, rng: &mut impl CryptoRng) -> Result<Boxes, WrapError> {
        let wraps = self.space_keys().map(|key| Wrap::to_person(self.id, card, Content::Space(key), rng));
        Ok(KeyBox::pack(wraps.collect::<Result<_, _>>()?))
    }

    /// The person's keys for a further device of this person; while the person has none, the space keys too, which nobody could
    /// seal to it.
    pub(crate) fn second_device(&self, card: &DeviceCard, rng: &mut impl CryptoRng) -> Result<Boxes, WrapError> {
        let mut wraps = Vec::new();
        for (keys, heads) in self.ring.person_keys() {
            wraps.push(Wrap::to_device(self.id, card.device, &card.sealing, Content::Person(keys, heads), rng)?);
        }
        for key in self.space_keys().filter(|_| self.has_no_person_key()) {
            wraps.push(Wrap::to_device(self.id, card.device, &card.sealing, Content::Space(key), rng)?);
        }
        Ok(KeyBox::pack(wraps))
    }

    /// Who is to have a scope's keys: those of bases that stand, but for some, and more.
    pub(crate) fn audiences(
        &self,
        id: ScopeId,
        more: &[Audience],
        without: &[BasisId],
    ) -> (Vec<Audience>, Vec<DeviceCard>) {
        let (mut audiences, mut residents) = (more.to_vec(), Vec::new());
        if let Some(scope) = self.scopes.get(&id) {
            let standing = scope.sharing.standing().filter(|(basis, _)| !without.contains(basis));
            audiences.extend(standing.map(|(_, audience)| audience.clone()));
            for audience in &audiences {
                if let Audience::Resident(device) = audience {
                    residents.extend(scope.sharing.resident_card(*device).copied());
                }
            }
        }
        (audiences, residents)
    }

    /// Every key of a scope for all of an audience. Who reads from now on reads what was written before.
    pub(crate) fn scope_boxes(
        &self,
        keys: &Handed<'_>,
        audiences: &[Audience],
        residents: &[DeviceCard],
        rng: &mut impl CryptoRng,
    ) -> Result<Boxes, WrapError> {
        let members = self.members.as_ref().ok_or(WrapError::NotThis)?;
        let membership = &members.membership;
        let mut wraps = Vec::new();
        if audiences.iter().any(Audience::is_for_team) {
            self.to_team(membership, audiences, keys, rng, &mut wraps)?;
        }
        for to in readers(membership, audiences, residents) {
            self.to_reader(membership, &to, keys, rng, &mut wraps)?;
        }
        Ok(KeyBox::pack(wraps))
    }

    /// Under the space key: all keys, or those of the documents that the team reads by themselves.
    fn to_team(
        &self,
        membership: &Membership,
        audiences: &[Audience],
        keys: &Handed<'_>,
        rng: &mut impl CryptoRng,
        wraps: &mut Vec<Wrap>,
    ) -> Result<(), WrapError> {
        let current = membership.space_key().and_then(|key| self.ring.space_key(key)).ok_or(WrapError::NotThis)?;
        if audiences.contains(&Audience::Team) {
            for content in keys.contents() {
                wraps.push(Wrap::under(self.id, current, content, rng)?);
            }
            return Ok(());
        }
        for document in named(audiences.iter().filter(|audience| audience.is_for_team())) {
            for key in keys.of_document(document) {
                wraps.push(Wrap::under(self.id, current, Content::Document(&key), rng)?);
            }
        }
        Ok(())
    }

    fn to_reader(
        &self,
        membership: &Membership,
        to: &To<'_>,
        keys: &Handed<'_>,
        rng: &mut impl CryptoRng,
        wraps: &mut Vec<Wrap>,
    ) -> Result<(), WrapError> {
        let card = |person: &PersonId| membership.person(*person).and_then(|person| person.key);
        match to {
            To::Person(person) => {
                keys.contents().try_for_each(|content| self.to_person(*person, card(person), content, &[], rng, wraps))
            }
            To::Documents(person, documents) => documents.iter().try_for_each(|document| {
                keys.of_document(*document)
                    .iter()
                    .try_for_each(|key| self.to_person(*person, card(person), Content::Document(key), &[], rng, wraps))
            }),
            To::Resident(card) => keys.contents().try_for_each(|content| {
                wraps.push(Wrap::to_device(self.id, card.device, &card.sealing, content, rng)?);
                Ok(())
            }),
        }
    }

    /// To the person's key, or to each device of a person who has none.
    pub(crate) fn to_person(
        &self,
        person: PersonId,
        card: Option<PersonCard>,
        content: Content<'_>,
        going: &[protocol::id::DeviceId],
        rng: &mut impl CryptoRng,
        wraps: &mut Vec<Wrap>,
    ) -> Result<(), WrapError> {
        if let Some(card) = card {
            wraps.push(Wrap::to_person(self.id, &card, content, rng)?);
            return Ok(());
        }
        let Some(members) = &self.members else { return Ok(()) };
        for (id, device) in members.membership.devices(person) {
            if !going.contains(&id) {
                wraps.push(Wrap::to_device(self.id, id, &device.sealing, content, rng)?);
            }
        }
        Ok(())
    }
}

/// Each of the audience once, but for the team, who have it under the space key. Whoever is a helper now is sealed no key of all of it.
fn readers<'a>(membership: &Membership, audiences: &[Audience], residents: &'a [DeviceCard]) -> Vec<To<'a>> {
    let (mut whole, mut parts, mut readers) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for audience in audiences {
        match audience {
            Audience::Keepers(people) | Audience::People(people) => {
                whole.extend(people.iter().filter(|person| membership.role(**person) != Some(Role::Helper)));
            }
            Audience::Part { .. } => parts.extend(audience.people()),
            Audience::Resident(device) => {
                readers.extend(residents.iter().filter(|card| card.device == *device).map(To::Resident));
            }
            Audience::Team => {}
        }
    }
    let of = |person: PersonId| named(audiences.iter().filter(|audience| audience.people().contains(&person)));
    readers.extend(parts.difference(&whole).map(|person| To::Documents(*person, of(*person))));
    readers.extend(whole.into_iter().map(To::Person));
    readers
}

/// The documents that these name by themselves.
fn named<'a>(audiences: impl Iterator<Item = &'a Audience>) -> BTreeSet<DocumentId> {
    let documents = audiences.filter_map(|audience| match audience {
        Audience::Part { documents, .. } => Some(documents),
        _ => None,
    });
    documents.flatten().copied().collect()
}
