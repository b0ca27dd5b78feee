//! Boxes with keys: which of them a device still wants, and what they hold for it.

use protocol::{
    id::{BoxHash, ScopeId},
    key::wrap::What,
    permission::Standing,
    sharing::Access,
};

use crate::{
    ring::Named,
    space::{Scope, Space},
};

impl Space {
    /// The boxes that hold a key which this device may have and does not hold yet.
    pub(crate) fn wanted_boxes(&self) -> Vec<BoxHash> {
        let Some(members) = &self.members else { return Vec::new() };
        let mut wanted = Vec::new();
        let person = members.membership.person(self.person()).and_then(|person| person.key);
        let has_person = person.is_none_or(|card| self.ring.person_keys().any(|(keys, _)| keys.key == card.key));
        let team =
            matches!(self.standing(), Some(Standing::Owner | Standing::Member)) || self.is_paper_with_space_key();
        let has_space = !team || members.membership.space_key().is_none_or(|key| self.ring.space_key(key).is_some());
        if !has_person || !has_space {
            wanted.extend(&members.own);
        }
        if !has_space {
            wanted.extend(&members.rotation);
        }
        for (id, scope) in &self.scopes {
            if self.access(*id) != Access::Nothing {
                // The boxes of a later key hold the earlier ones too, and may be under a newer key of the team.
                if scope.keys.keys().any(|key| self.lacks(*id, *key)) {
                    wanted.extend(scope.keys.values().flat_map(|(_, boxes)| boxes));
                }
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }

    /// Whether this device holds all keys of a scope, so that the boxes it makes lack none. Where it does not, somebody who does
    /// wraps the scope again.
    pub(crate) fn holds_every_key(&self, id: ScopeId) -> bool {
        let missing = |scope: &Scope| {
            // Of one that was split there may be nothing left to hold.
            scope.keys.keys().any(|key| !self.holds(id, *key) && !scope.sharing.is_split(*key))
        };
        !self.scopes.get(&id).is_some_and(missing)
    }

    /// Opens what is for this device in these boxes.
    pub(crate) fn open_boxes<'a>(
        &mut self,
        boxes: impl Iterator<Item = &'a protocol::key::key_box::KeyBox> + Clone,
    ) -> Vec<crate::HeldKey> {
        let parts = self.parts_read();
        let Self { ring, members: Some(members), scopes, .. } = self else { return Vec::new() };
        // A box can hold keys of documents that were withdrawn since it was made.
        let withdrawn = |scope, document| parts.get(&scope).is_some_and(|access| !access.includes(document));
        let named = |what, key| match what {
            What::Document(scope, document) if withdrawn(scope, document) => None,
            What::Space => members.spaces.get(&key).copied().map(Named::Made),
            What::Person(_) => members.people.get(&key).map(|(public, _)| Named::Person(*public)),
            What::Scope(scope) | What::Document(scope, _) => {
                scopes.get(&scope)?.keys.get(&key).map(|(heads, _)| Named::Made(*heads))
            }
            What::Changes(..) => None,
        };
        let mut found = Vec::new();
        // A box may hold the key that opens another one.
        loop {
            let before = found.len();
            for opened in boxes.clone() {
                found.extend(ring.open(opened, named));
            }
            if found.len() == before {
                return found;
            }
        }
    }
}
