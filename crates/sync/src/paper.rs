//! Paper devices: what lets a person back in whose other devices are all gone.

use protocol::{
    device::{DeviceCard, PersonKeys},
    id::{BoxHash, DeviceId, KeyId, PersonId},
    key::{Heads, wrap::WrapError},
    membership::MembershipChange,
    permission::{Role, Standing},
    sharing::Renewal,
};
use rand_core::CryptoRng;

use crate::{
    prepare::{Falls, PinsOf, Prepared, hashes},
    space::Space,
};

/// The boxes with a person's keys for their paper devices.
#[derive(Default)]
pub(crate) struct Papers(Vec<BoxHash>);

impl Papers {
    /// Follows the membership log.
    pub(crate) fn apply(&mut self, change: &MembershipChange, person: PersonId) {
        match change {
            MembershipChange::AddDevice { device, paper: true, boxes } if device.person == person => {
                self.0.extend(boxes)
            }
            // Every key that is good for anything is sealed to every paper once more.
            MembershipChange::Renew { person: Some(card), boxes, .. } if card.person == person => {
                self.0.clone_from(boxes);
            }
            _ => {}
        }
    }
}

impl Space {
    /// The boxes with this person's keys for their paper devices; none where there is no paper.
    pub(crate) fn boxes_for_paper(&self) -> &[BoxHash] {
        let known = self.members.as_ref().filter(|members| {
            let mut devices = members.membership.devices(self.person());
            devices.any(|(_, device)| device.paper)
        });
        known.map_or(&[], |members| &members.papers.0)
    }

    /// Whether something was erased since a paper device of this person was let in: with the paper, and an old copy of what lay at
    /// the relay, it could still be opened, and a newer paper device could not do that. Not before the person's own key is renewed:
    /// until then a newer one would be no better.
    #[must_use]
    pub fn is_older_than_erasure(&self, paper: DeviceId) -> bool {
        let (Some(membership), person) = (self.membership(), self.person()) else { return false };
        self.asks_of_own().any(|(_, asks)| match asks {
            Renewal::After(place) => {
                membership.person_key_after(person, place).is_some() && !membership.is_renewed(paper, place)
            }
            Renewal::TeamKey => false,
        })
    }

    /// Whether this person has no key, because somebody else took one of their devices out.
    pub(crate) fn has_no_person_key(&self) -> bool {
        let person = self.membership().and_then(|membership| membership.person(self.person()));
        person.is_some_and(|person| person.key.is_none())
    }

    /// Whether this is a paper device that has to hand the space key on by itself: the person has no key that it is sealed to.
    pub(crate) fn is_paper_with_space_key(&self) -> bool {
        let role = self.membership().and_then(|membership| membership.role(self.person()));
        let in_team = role.is_some_and(|role| role != Role::Helper);
        self.standing() == Some(Standing::Paper) && in_team && self.has_no_person_key()
    }

    /// The person's older keys that a newer one does not take the place of on paper: the boxes with them go, and what no erasure asks
    /// to renew is sealed to them still. Devices have them.
    pub(crate) fn keys_for_paper(&self) -> impl Iterator<Item = (&PersonKeys, Heads)> {
        let after = self.asked().after(self.person());
        let is_good = move |key: KeyId| {
            let brought = self.members.as_ref().and_then(|members| members.people.get(&key));
            brought.is_some_and(|(_, place)| after.is_none_or(|after| *place > after))
        };
        self.ring.person_keys().filter(move |(keys, _)| is_good(keys.key))
    }

    /// Lets a paper device of this person in.
    pub(crate) fn add_paper(
        &self,
        device: &DeviceCard,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        if self.membership().is_some_and(|membership| membership.device(device.device).is_ok()) {
            return Ok(Err(Falls::Done));
        }
        let boxes = self.second_device(device, rng)?;
        let change = MembershipChange::AddDevice { device: *device, paper: true, boxes: hashes(&boxes) };
        Ok(self.member_record(change, boxes, Vec::new())?.ok_or(Falls::NoLonger))
    }

    /// Takes this person's paper devices out, but for one: those too that were let in since it was wished. None where that one was
    /// taken out meanwhile, for a newer one: with both gone the person would have no sheet.
    pub(crate) fn drop_papers(
        &self,
        but: DeviceId,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let known = self.membership().filter(|membership| membership.device(but).is_ok());
        let devices = known.into_iter().flat_map(|membership| membership.devices(self.person()));
        let papers = devices.filter(|(id, device)| device.paper && *id != but);
        let papers: Vec<DeviceId> = papers.map(|(id, _)| id).collect();
        // They have signed in devices and nothing else, so there is nothing to pin.
        self.remove(&papers, &PinsOf::new(), rng)
    }
}
