//! Keys that went with what a restored relay lost: they are made and named again, and whoever has keys wraps them again.

use protocol::{
    device::{DeviceKeys, PersonCard},
    id::{BoxHash, KeyId, ScopeId},
    key::wrap::WrapError,
    membership::{Membership, MembershipChange, record::Rotation},
    permission::{Role, Standing},
    sharing::{Access, SharingChange},
};
use rand_core::CryptoRng;

use crate::{
    prepare::{Made, Prepared, Ready, hashes},
    space::Space,
};

/// What is still to be done about keys after a relay was restored.
pub(crate) enum Lost {
    /// This record.
    Record(Box<Prepared>),
    /// An erasure asks for new keys first.
    Waits,
    /// Nothing.
    Nothing,
}

impl Space {
    /// The boxes that the logs name for keys that this device holds and may hand out, also to its person's own paper.
    pub(crate) fn held_boxes(&self) -> Vec<BoxHash> {
        let mut held = self.boxes_for_paper().to_vec();
        if let (Some(members), true) = (&self.members, self.hands_out()) {
            held.extend(&members.rotation);
            held.extend(self.held_scopes().flat_map(|(_, boxes)| boxes));
        }
        held
    }

    /// What is next: keys of this device and person that the log does not know any more, then a space key that this device can
    /// open, then boxes in the place of those that are gone.
    pub(crate) fn wrap_lost(
        &self,
        is_gone: impl Fn(&BoxHash) -> bool,
        rng: &mut impl CryptoRng,
    ) -> Result<Lost, WrapError> {
        let acts = self.standing().is_some_and(|standing| standing != Standing::Paper);
        let (Some(members), true) = (&self.members, acts) else { return Ok(Lost::Nothing) };
        let asked = self.asked();
        if self.own_keys_due(&asked) || (self.hands_out() && asked.team_key) {
            return Ok(Lost::Waits);
        }
        let mut ready = self.own_keys_again(&members.membership, rng)?;
        if ready.is_none() && self.boxes_for_paper().iter().any(&is_gone) {
            // The paper's person would come in without keys. Their devices hold the older ones, and seal them to the paper too.
            ready = self.new_person_key(None, rng)?;
        }
        if ready.is_none() && self.hands_out() {
            let held = members.membership.space_key().is_some_and(|key| self.ring.space_key(key).is_some());
            let due = !held || members.membership.rotation_due() || members.rotation.iter().any(&is_gone);
            ready = if due { self.rotate_again(rng)? } else { self.wrap_scope_again(is_gone, rng)? };
        }
        Ok(ready.map_or(Lost::Nothing, |ready| Lost::Record(Box::new(ready))))
    }

    /// The log names keys of this device and its person that were renewed since and destroyed: new ones are named in their place.
    /// Those of today are not: what the relay lost was sealed to them, and a copy of it would open with keys that look new enough
    /// for an erasure.
    fn own_keys_again(&self, membership: &Membership, rng: &mut impl CryptoRng) -> Ready {
        let next = self.ring.next().filter(|_| self.is_misnamed()).map(DeviceKeys::sealing);
        let card = membership.person(self.person()).and_then(|person| person.key);
        let held = |card: &PersonCard| self.ring.person_keys().any(|(keys, _)| keys.key == card.key);
        if card.is_some_and(|card| !held(&card)) {
            return self.new_person_key(next, rng);
        }
        if next.is_none() {
            return Ok(None);
        }
        let change = MembershipChange::Renew { sealing: next, person: None, boxes: Vec::new() };
        self.member_record(change, Vec::new(), Vec::new())
    }

    /// Whether the log has things sealed to a key that this device does not have.
    pub(crate) fn is_misnamed(&self) -> bool {
        let named = self.membership().and_then(|membership| membership.device(self.device()).ok());
        let own = [Some(self.ring.device()), self.ring.next()];
        let has = |sealing| own.iter().flatten().any(|keys| keys.sealing() == sealing);
        named.is_some_and(|named| !has(named.sealing))
    }

    fn rotate_again(&self, rng: &mut impl CryptoRng) -> Ready {
        let (key, boxes, made) = self.rotation(|_, role| role != Role::Helper, &[], false, rng)?;
        let rotation = Rotation { key, boxes: hashes(&boxes) };
        self.member_record(MembershipChange::Rotate(rotation), boxes, vec![Made::Space(made)])
    }

    /// A scope whose boxes are gone, or whose newest key this device has destroyed since, but for what follows from it.
    fn wrap_scope_again(&self, is_gone: impl Fn(&BoxHash) -> bool, rng: &mut impl CryptoRng) -> Ready {
        let mut scopes = self.held_scopes().filter(|(id, _)| self.holds_every_key(*id));
        let gone = scopes.find(|(_, boxes)| boxes.iter().any(&is_gone)).map(|(id, _)| id);
        let Some(id) = gone.or_else(|| self.split_here()) else { return Ok(None) };
        let Some((key, made)) = self.key_to_give(id, rng) else { return Ok(None) };
        let (boxes, named) = self.boxes_for(id, &key, &[], &[], rng)?;
        let made = if made { vec![Made::Scope(key)] } else { Vec::new() };
        self.sharing_record(id, SharingChange::Rekey(named), boxes, made)
    }

    fn split_here(&self) -> Option<ScopeId> {
        let split =
            |id: ScopeId, key: KeyId| self.ring.has(id, key) && self.ring.scope_keys(id).all(|held| held.id != key);
        let mut scopes = self.scopes.iter().filter(|(id, scope)| {
            !scope.sharing.is_erased()
                && self.access(**id) == Access::Whole
                && self.holds_every_key(**id)
                && scope.newest.is_some_and(|key| split(**id, key))
        });
        scopes.next().map(|(id, _)| *id)
    }

    fn hands_out(&self) -> bool {
        matches!(self.standing(), Some(Standing::Owner | Standing::Member))
    }

    /// Scopes whose newest key is held here, with the boxes that hold it.
    fn held_scopes(&self) -> impl Iterator<Item = (ScopeId, &Vec<BoxHash>)> {
        self.scopes.iter().filter_map(|(id, scope)| {
            let key = scope.newest.filter(|key| self.ring.scope_keys(*id).any(|held| held.id == *key))?;
            let (_, boxes) = scope.keys.get(&key)?;
            (self.access(*id) == Access::Whole && !scope.sharing.is_erased()).then_some((*id, boxes))
        })
    }
}
