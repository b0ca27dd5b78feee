//! Renews keys after an erasure, so that an old copy of the boxes opens nothing with what a device holds from then on.
//!
//! What is due follows from the logs alone, so whoever comes by goes on where somebody stopped: first a space key that comes alone,
//! then the keys of the people and devices that could open what was erased, then the live scopes are wrapped again under what is new.
//! A scope that is not wrapped again yet is late for who comes new, never lost: who reads it holds its keys.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    device::{PersonKeys, SealingPublic},
    id::{DeviceId, PersonId, ScopeId},
    key::{content::Content, key_box::KeyBox, wrap::Wrap},
    membership::{Membership, MembershipChange, Place},
    permission::{Role, Standing},
    sharing::{Access, Renewal, Sharing, SharingChange},
};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    Desk, Effect,
    exchange::wants_to_wrap_again,
    prepare::{Made, Ready, hashes},
    space::{Scope, Space},
};

/// What the erasures in the logs ask for.
pub(crate) struct Asked {
    /// The next space key has to come alone.
    pub(crate) team_key: bool,
    /// Keys of these people, and of their devices, have to be from after this place of the membership log.
    after: BTreeMap<PersonId, Place>,
}

impl Asked {
    /// After which place of the membership log the keys of this person have to be, if an erasure asks for that.
    pub(crate) fn after(&self, person: PersonId) -> Option<Place> {
        self.after.get(&person).copied()
    }

    fn put(&mut self, person: PersonId, asks: Option<Renewal>) {
        if let Some(Renewal::After(place)) = asks {
            let after = self.after.entry(person).or_default();
            *after = place.max(*after);
        }
    }
}

/// Erasures whose keys are not renewed everywhere yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renewing {
    /// The erased scopes that a key could still open, in an old copy of the boxes.
    pub scopes: BTreeSet<ScopeId>,
    /// Those of them for which this device can do something.
    pub due_here: BTreeSet<ScopeId>,
    /// The devices that have to come by and renew their keys; those of who waits for the team's key too.
    pub devices: BTreeSet<DeviceId>,
}

impl Space {
    /// The erasures whose keys are not renewed everywhere yet. Of who left nobody waits for anything.
    #[must_use]
    pub fn renewing(&self) -> Renewing {
        let mut renewing = Renewing::default();
        let Some(membership) = self.membership() else { return renewing };
        let team = matches!(self.standing(), Some(Standing::Owner | Standing::Member));
        for (id, sharing) in self.scopes() {
            let team_key = match sharing.renewal(membership) {
                None => continue,
                Some(renewal) => renewal == Renewal::TeamKey,
            };
            let late = late_devices(sharing, membership);
            if team_key || !late.is_empty() {
                renewing.scopes.insert(id);
                renewing.due_here.extend((team_key && team).then_some(id));
                renewing.devices.extend(late);
            }
        }
        for (id, asks) in self.asks_of_own() {
            let late = late_devices_of(self.person(), asks, membership);
            if late.is_empty() {
                continue;
            }
            let here = matches!(asks, Renewal::After(_)) && late.contains(&self.device());
            renewing.scopes.insert(id);
            renewing.due_here.extend(here.then_some(id));
            renewing.devices.extend(late);
        }
        renewing
    }

    /// What erasures ask of this device's person, also those that it was told of alone.
    pub(crate) fn asks_of_own(&self) -> impl Iterator<Item = (ScopeId, Renewal)> {
        let person = self.person();
        self.membership().into_iter().flat_map(move |membership| {
            let scopes =
                self.scopes().filter_map(move |(id, sharing)| Some((id, sharing.asks_of(person, membership)?)));
            scopes.chain(self.told_asks(membership))
        })
    }

    pub(crate) fn asked(&self) -> Asked {
        let mut asked = Asked { team_key: false, after: BTreeMap::new() };
        let Some(membership) = self.membership() else { return asked };
        for (_, sharing) in self.scopes().filter(|(_, sharing)| sharing.renewal(membership).is_some()) {
            asked.team_key |= sharing.renewal(membership) == Some(Renewal::TeamKey);
            for (person, _) in membership.people() {
                asked.put(person, sharing.asks_of(person, membership));
            }
        }
        for (_, asks) in self.told_asks(membership) {
            asked.put(self.person(), Some(asks));
        }
        asked
    }

    /// Destroys keys that are renewed or split, and makes what has to be kept before the log hears of it.
    pub(crate) fn tend_own_keys(&mut self, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Vec<Effect> {
        let asked = self.asked();
        let mut effects = self.destroy_old_keys(&asked);
        effects.extend(self.split_keys(desk));
        effects.extend(self.make_next(desk, &asked, rng));
        effects.extend(self.destroy_residents_key(rng));
        effects
    }

    /// Makes the key that things will be sealed to, where this device has to renew it. It is kept before the log hears of it: a
    /// device that is stopped between the two opens with it what was sealed to it meanwhile.
    fn make_next(&mut self, desk: &Desk<'_>, asked: &Asked, rng: &mut impl CryptoRng) -> Option<Effect> {
        // A restored relay may name one that is destroyed.
        let lost = wants_to_wrap_again(desk).is_some() && self.is_misnamed();
        let due = self.ring.next().is_none() && (lost || (desk.renew && self.device_key_due(asked)));
        due.then(|| {
            let mut sealing = Zeroizing::new([0; 32]);
            rng.fill_bytes(sealing.as_mut_slice());
            Effect::Key(self.ring.add_next(&sealing))
        })
    }

    /// New keys of this device and of its person: after an erasure, or because somebody else took one of the person's devices out.
    pub(crate) fn renew(&self, desk: &Desk<'_>, asked: &Asked, rng: &mut impl CryptoRng) -> Ready {
        let (Some(membership), person) = (self.membership(), self.person()) else { return Ok(None) };
        let next = self.ring.next().filter(|_| desk.renew && self.device_key_due(asked));
        let after = asked.after.get(&person).filter(|_| desk.renew);
        let old = after.is_some_and(|after| membership.person_key_after(person, *after).is_none());
        let none = membership.person(person).is_some_and(|person| person.key.is_none());
        if next.is_none() && !old && !none {
            return Ok(None);
        }
        let sealing = next.map(protocol::device::DeviceKeys::sealing);
        if !old && !none {
            let change = MembershipChange::Renew { sealing, person: None, boxes: Vec::new() };
            return self.member_record(change, Vec::new(), Vec::new());
        }
        self.new_person_key(sealing, rng)
    }

    /// A new key of this device's person, and a new `sealing` key of this device if there is one.
    pub(crate) fn new_person_key(&self, sealing: Option<SealingPublic>, rng: &mut impl CryptoRng) -> Ready {
        let (Some(membership), person) = (self.membership(), self.person()) else { return Ok(None) };
        let keys = PersonKeys::generate(person, rng);
        let heads = membership.heads();
        let mut wraps = Vec::new();
        // To paper too: what was erased opens with the paper and an old copy of the relay already, and without the newer key the
        // sheet would bring nobody back.
        for (device, known) in membership.devices(person) {
            let to = sealing.filter(|_| device == self.device()).unwrap_or(known.sealing);
            wraps.push(Wrap::to_device(self.id, device, &to, Content::Person(&keys, heads), rng)?);
            for (older, heads) in self.keys_for_paper().filter(|_| known.paper) {
                wraps.push(Wrap::to_device(self.id, device, &to, Content::Person(older, heads), rng)?);
            }
        }
        // The person's other devices, and later ones, have no older key to open these with.
        for key in self.space_keys() {
            wraps.push(Wrap::to_person(self.id, &keys.card(), Content::Space(key), rng)?);
        }
        let boxes = KeyBox::pack(wraps);
        let change = MembershipChange::Renew { sealing, person: Some(keys.card()), boxes: hashes(&boxes) };
        self.member_record(change, boxes, vec![Made::Person(keys, heads)])
    }

    /// A resident's own device is let in nowhere any more once its scope is erased: nothing will be sealed to it, and what was,
    /// opens no more. No record tells of it.
    fn destroy_residents_key(&mut self, rng: &mut impl CryptoRng) -> Option<Effect> {
        let (device, sealing) = (self.device(), self.ring.device().sealing());
        let erased = |sharing: &Sharing| {
            let card = sharing.resident_card(device).filter(|_| sharing.is_erased());
            card.is_some_and(|card| card.sealing == sealing)
        };
        if !self.scopes().any(|(_, sharing)| erased(sharing)) {
            return None;
        }
        let mut other = Zeroizing::new([0; 32]);
        rng.fill_bytes(other.as_mut_slice());
        self.ring.add_next(&other);
        self.ring.take_next().map(|(seed, _)| Effect::Seed(seed))
    }

    /// Whether keys of this device or of its person are from before an erasure.
    pub(crate) fn own_keys_due(&self, asked: &Asked) -> bool {
        let old =
            |after: &Place| self.membership().is_some_and(|log| log.person_key_after(self.person(), *after).is_none());
        self.device_key_due(asked) || asked.after.get(&self.person()).is_some_and(old)
    }

    /// Whether what is sealed to this device is from before an erasure.
    fn device_key_due(&self, asked: &Asked) -> bool {
        let after = asked.after.get(&self.person());
        let here = self.standing().is_some_and(|standing| standing != Standing::Paper);
        let renewed = |after| self.membership().is_some_and(|log| log.is_renewed(self.device(), after));
        here && after.is_some_and(|after| !renewed(*after))
    }

    /// Wraps the keys of a live scope again, for a team or for people whose older keys are gone.
    pub(crate) fn wrap_again(&self, asked: &Asked, rng: &mut impl CryptoRng) -> Ready {
        let Some(membership) = self.membership().filter(|log| !log.rotation_due()) else { return Ok(None) };
        let held = membership.space_key().is_some_and(|key| self.ring.space_key(key).is_some());
        for (id, scope) in &self.scopes {
            let whole = self.access(*id) == Access::Whole && self.holds_every_key(*id);
            let live = scope.records > 0 && !scope.sharing.is_erased() && whole;
            if !live || !is_old(scope, asked, membership) {
                continue;
            }
            let team = scope.sharing.standing().any(|(_, audience)| audience.is_for_team());
            let Some((key, made)) = self.key_to_give(*id, rng).filter(|_| held || !team) else { continue };
            let (boxes, named) = self.boxes_for(*id, &key, &[], &[], rng)?;
            let made = if made { vec![Made::Scope(key)] } else { Vec::new() };
            return self.sharing_record(*id, SharingChange::Rekey(named), boxes, made);
        }
        Ok(None)
    }

    /// Destroys the keys that are renewed: once this device holds what came in their place, and has tried every box with them.
    fn destroy_old_keys(&mut self, asked: &Asked) -> Vec<Effect> {
        let mut effects = Vec::new();
        let Self { ring, members: Some(members), .. } = self else { return effects };
        let (membership, person) = (&members.membership, ring.device().person);
        let named = membership.device(ring.device().device).map(|device| device.sealing);
        if ring.next().is_some_and(|next| named == Ok(next.sealing()))
            && let Some((seed, kept)) = ring.take_next()
        {
            effects.extend([Effect::Seed(seed), Effect::Forget(kept)]);
        }
        let holds = membership.space_key().is_some_and(|key| ring.space_key(key).is_some());
        // Whoever is a helper now holds keys from before and is given none.
        let is_helper = membership.role(person) == Some(Role::Helper);
        if (holds || is_helper) && membership.last_alone().is_some() {
            let keep: BTreeSet<_> = membership.space_keys().collect();
            effects.extend(ring.drop_spaces(|key| !keep.contains(&key)).into_iter().map(Effect::Forget));
        }
        let card = membership.person(person).and_then(|person| person.key);
        let holds = card.is_some_and(|card| ring.person_keys().any(|(keys, _)| keys.key == card.key));
        if let Some(after) = asked.after.get(&person).filter(|_| holds)
            && membership.person_key_after(person, *after).is_some()
        {
            let old = |key| members.people.get(&key).is_none_or(|(_, place)| place <= after);
            effects.extend(ring.drop_people(old).into_iter().map(Effect::Forget));
        }
        effects
    }
}

/// Whether the boxes of a scope know a key only that some of its readers have destroyed, or will.
fn is_old(scope: &Scope, asked: &Asked, membership: &Membership) -> bool {
    let renewed = |person: &PersonId| {
        let after = asked.after.get(person)?;
        membership.person_key_after(*person, *after)
    };
    let newer = |place: Option<Place>| place.is_some_and(|place| scope.wrapped < place);
    // Who had no key then got what was for them on the devices that they had: others of theirs do not open that.
    let had_none = |person: &PersonId| membership.key_again(*person, scope.wrapped).is_some();
    // Who was a helper then was sealed no key of all of it.
    let helped = |person: &PersonId| membership.is_of_team_since(*person, scope.wrapped);
    let late = |person: &PersonId| newer(renewed(person)) || had_none(person) || helped(person);
    scope.sharing.standing().any(|(_, audience)| {
        let team = audience.is_for_team() && newer(membership.last_alone());
        team || audience.people().iter().any(late)
    })
}

/// The devices in the space whose keys, or whose person's, are too old after the erasure in a scope.
fn late_devices(sharing: &Sharing, membership: &Membership) -> BTreeSet<DeviceId> {
    let asks = membership.people().filter_map(|(person, _)| Some((person, sharing.asks_of(person, membership)?)));
    asks.flat_map(|(person, asks)| late_devices_of(person, asks, membership)).collect()
}

/// The devices of one person for which that holds. Who waits for the team's key is late.
fn late_devices_of(person: PersonId, asks: Renewal, membership: &Membership) -> BTreeSet<DeviceId> {
    let after = if let Renewal::After(place) = asks { place } else { Place::MAX };
    let devices = membership.devices(person).filter(|(_, device)| !device.paper);
    devices.map(|(id, _)| id).filter(|id| !membership.is_renewed(*id, after)).collect()
}
