//! Wraps keys for whoever may have them.

use protocol::{
    device::{DeviceCard, PersonCard},
    id::{BoxHash, DocumentId, KeyId, PersonId, ScopeId},
    key::{
        ScopeKey, SpaceKey,
        content::Content,
        key_box::KeyBox,
        wrap::{Wrap, WrapError},
    },
    membership::Membership,
    permission::Role,
    sharing::record::Audience,
};
use rand_core::CryptoRng;

use crate::space::Space;

/// Boxes with their identities, to be put before the record that names them.
pub(crate) type Boxes = Vec<(BoxHash, Vec<u8>)>;

/// For whom a key is sealed beyond the space key.
enum To<'a> {
    Person(PersonId),
    Documents(PersonId, &'a [DocumentId]),
    Resident(&'a DeviceCard),
}

impl Space {
    /// A new space key for everybody who stays, with the older ones under it unless it comes `alone`. `going` are devices that go.
    pub(crate) fn rotation(
        &self,
        stays: impl Fn(PersonId) -> bool,
        going: &[protocol::id::DeviceId],
        alone: bool,
        rng: &mut impl CryptoRng,
    ) -> Result<(KeyId, Boxes, SpaceKey), WrapError> {
        let members = self.members.as_ref().ok_or(WrapError::NotThis)?;
        let membership = &members.membership;
        let key = SpaceKey::generate(membership.heads(), rng);
        let mut wraps = Vec::new();
        for (person, role) in membership.people() {
            if role != Role::Helper && stays(person) {
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

    /// The person's keys for a further device of this person.
    pub(crate) fn second_device(&self, card: &DeviceCard, rng: &mut impl CryptoRng) -> Result<Boxes, WrapError> {
        let wraps = self.ring.person_keys().map(|(keys, heads)| {
            Wrap::to_device(self.id, card.device, &card.sealing, Content::Person(keys, heads), rng)
        });
        Ok(KeyBox::pack(wraps.collect::<Result<_, _>>()?))
    }

    /// Every key of a scope, `newest` too, for all of an audience. Who reads from now on reads what was written before.
    pub(crate) fn scope_boxes(
        &self,
        scope: ScopeId,
        newest: &ScopeKey,
        audiences: &[Audience],
        residents: &[DeviceCard],
        rng: &mut impl CryptoRng,
    ) -> Result<Boxes, WrapError> {
        let members = self.members.as_ref().ok_or(WrapError::NotThis)?;
        let membership = &members.membership;
        let older = self.ring.scope_keys(scope).filter(|key| key.id != newest.id);
        let keys: Vec<&ScopeKey> = older.chain([newest]).collect();
        let mut wraps = Vec::new();
        if audiences.contains(&Audience::Team) {
            let current = membership.space_key().and_then(|key| self.ring.space_key(key)).ok_or(WrapError::NotThis)?;
            for key in &keys {
                wraps.push(Wrap::under(self.id, current, Content::Scope(key), rng)?);
            }
        }
        for to in readers(audiences, residents) {
            for key in &keys {
                self.to_reader(membership, &to, key, rng, &mut wraps)?;
            }
        }
        Ok(KeyBox::pack(wraps))
    }

    fn to_reader(
        &self,
        membership: &Membership,
        to: &To<'_>,
        key: &ScopeKey,
        rng: &mut impl CryptoRng,
        wraps: &mut Vec<Wrap>,
    ) -> Result<(), WrapError> {
        match to {
            To::Person(person) => {
                let card = membership.person(*person).and_then(|person| person.key);
                self.to_person(*person, card, Content::Scope(key), &[], rng, wraps)
            }
            To::Documents(person, documents) => documents.iter().try_for_each(|document| {
                let card = membership.person(*person).and_then(|person| person.key);
                let key = key.document(*document);
                self.to_person(*person, card, Content::Document(&key), &[], rng, wraps)
            }),
            To::Resident(card) => {
                let wrap = Wrap::to_device(self.id, card.device, &card.sealing, Content::Scope(key), rng)?;
                wraps.push(wrap);
                Ok(())
            }
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

/// Each of the audience once, but for the team, who have it under the space key.
fn readers<'a>(audiences: &'a [Audience], residents: &'a [DeviceCard]) -> Vec<To<'a>> {
    let mut whole: Vec<PersonId> = Vec::new();
    let mut readers = Vec::new();
    for audience in audiences {
        match audience {
            Audience::Keepers(people) | Audience::People(people) => whole.extend(people),
            Audience::Helper { person, documents } => readers.push(To::Documents(*person, documents)),
            Audience::Resident(device) => {
                readers.extend(residents.iter().filter(|card| card.device == *device).map(To::Resident));
            }
            Audience::Team => {}
        }
    }
    whole.sort_unstable();
    whole.dedup();
    readers.extend(whole.into_iter().map(To::Person));
    readers
}
