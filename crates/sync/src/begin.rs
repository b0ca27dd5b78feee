//! Begins a space: its first record, before any relay heard of it.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id,
    key::Heads,
    membership::{MembershipContent, MembershipRecord},
    signed::Signed,
};
use rand_core::CryptoRng;

use crate::{Effect, space::Space};

impl Space {
    /// A new space with this device's person as its owner, and what has to be kept of it. Nothing where the record cannot be made,
    /// which does not happen.
    #[must_use]
    pub fn begin(device: DeviceKeys, rng: &mut impl CryptoRng) -> Option<(Self, Vec<Effect>)> {
        let person = PersonKeys::generate(device.person, rng);
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let content = MembershipContent::create(salt, device.card(), person.card());
        let record: MembershipRecord = Signed::sign(content, &device).ok()?;
        let mut space = Self::joined(id::SpaceId::from(record.hash()), device);
        space.begun = false;
        let heads = Heads { membership: record.hash(), sharing: None };
        let key = space.ring.add_person(person, heads);
        space.apply_membership(&record).ok()?;
        let first = Effect::Record { scope: None, place: 0, bytes: record.bytes().to_vec() };
        Some((space, vec![first, Effect::Key(key)]))
    }

    /// Takes the key of this device's person that was made before joining.
    pub fn bring_person(&mut self, person: PersonKeys, heads: Heads) -> Effect {
        Effect::Key(self.ring.add_person(person, heads))
    }
}
