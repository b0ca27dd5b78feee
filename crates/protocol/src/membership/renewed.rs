//! Which keys are new enough after an erasure: those that came after it, and under which nothing older lies.

use super::{Membership, Place};
use crate::id::{DeviceId, KeyId, PersonId};

impl Membership {
    /// The place of the newest space key under which no older one is wrapped; none before the first such.
    #[must_use]
    pub fn last_alone(&self) -> Option<Place> {
        self.alone.last().copied()
    }

    /// The place of the first space key made after `place` that came alone: whoever has it, or one made later, opens nothing
    /// that lies under an older one.
    #[must_use]
    pub fn alone_after(&self, place: Place) -> Option<Place> {
        after(&self.alone, place)
    }

    /// The space keys from the last that came alone on, the oldest first: what the next rotation wraps, who comes is given, and a
    /// device may hold.
    pub fn space_keys(&self) -> impl Iterator<Item = KeyId> + '_ {
        let since = self.last_alone().unwrap_or_default();
        self.rotations.iter().filter(move |(at, _)| *at >= since).map(|(_, key)| *key)
    }

    /// The place of the first key of a person after `place`, also of one who has left.
    #[must_use]
    pub fn person_key_after(&self, person: PersonId, place: Place) -> Option<Place> {
        after(&self.people.get(&person)?.keyed, place)
    }

    /// The place of the first key of a person who had none at `place`, since somebody had taken out one of their devices; nothing
    /// where the person had one, or has none yet.
    #[must_use]
    pub fn key_again(&self, person: PersonId, place: Place) -> Option<Place> {
        let lost = self.losses(0, place).filter(|loss| loss.person == person).last()?;
        self.person_key_after(person, lost.at).filter(|key| *key > place)
    }

    /// Whether no key of a person from before `place` opens for a device, in whatever copy: the person has a newer one, and the
    /// device a key of its own that is no older than that. Until then the person's older keys were sealed to it, also if it is new.
    #[must_use]
    pub fn is_renewed(&self, device: DeviceId, place: Place) -> bool {
        let Some(device) = self.devices.get(&device) else { return false };
        let newer = self.person_key_after(device.person, place);
        newer.is_some_and(|newer| device.keyed.iter().any(|keyed| *keyed >= newer))
    }

    /// Whether a person was ever an owner or a member here, who has the space key.
    pub(crate) fn was_in_team(&self, person: PersonId) -> bool {
        let roles = self.people.get(&person).map(|person| &person.roles);
        roles.is_some_and(|roles| roles.iter().any(|(_, role)| *role != crate::permission::Role::Helper))
    }
}

fn after(places: &[Place], place: Place) -> Option<Place> {
    places.iter().copied().find(|at| *at > place)
}
