//! Boxes that went with what a restored relay lost: whoever has the keys wraps them again.

use protocol::{
    id::{BoxHash, ScopeId},
    membership::{MembershipChange, record::Rotation},
    permission::Standing,
    sharing::{Access, SharingChange},
};
use rand_core::CryptoRng;

use crate::{
    prepare::{Made, Ready, hashes},
    space::Space,
};

impl Space {
    /// The boxes that the logs name for keys that this device holds and may hand out.
    pub(crate) fn held_boxes(&self) -> Vec<BoxHash> {
        let mut held = Vec::new();
        if let (Some(members), true) = (&self.members, self.hands_out()) {
            held.extend(&members.rotation);
            held.extend(self.held_scopes().flat_map(|(_, boxes)| boxes));
        }
        held
    }

    /// The next record with boxes in the place of those that are gone; nothing where none is.
    pub(crate) fn wrap_lost(&self, is_gone: impl Fn(&BoxHash) -> bool, rng: &mut impl CryptoRng) -> Ready {
        let (Some(members), true) = (&self.members, self.hands_out()) else { return Ok(None) };
        if members.membership.rotation_due() || members.rotation.iter().any(&is_gone) {
            let (key, boxes, made) = self.rotation(|_| true, &[], false, rng)?;
            let rotation = Rotation { key, boxes: hashes(&boxes) };
            return self.member_record(MembershipChange::Rotate(rotation), boxes, vec![Made::Space(made)]);
        }
        let gone = self.held_scopes().find(|(_, boxes)| boxes.iter().any(&is_gone)).map(|(id, _)| id);
        let Some((id, (key, made))) = gone.and_then(|id| Some((id, self.key_to_give(id, rng)?))) else {
            return Ok(None);
        };
        let (boxes, named) = self.boxes_for(id, &key, &[], &[], rng)?;
        let made = if made { vec![Made::Scope(key)] } else { Vec::new() };
        self.sharing_record(id, SharingChange::Rekey(named), boxes, made)
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
