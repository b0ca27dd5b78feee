//! A device that may read less of a scope than before says that its copy of the rest is gone, and hands in what it had not sent of that.

use std::collections::BTreeSet;

use protocol::{
    id::{KeyId, ScopeId},
    key::{
        content::{Content, HandedIn},
        key_box::KeyBox,
    },
    sharing::{Access, Sharing, SharingChange},
};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{
    Desk, Effect,
    prepare::{Prepared, Ready, hashes},
    space::{Scope, Space},
    wish::Wish,
};

impl Space {
    /// Says that this device has erased its copy of what it may no longer read of a scope. What it had not sent of that goes along, sealed
    /// to the keepers, or to who reads on where none of them does.
    pub(crate) fn farewell(&self, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Ready {
        let Some(members) = &self.members else { return Ok(None) };
        let owes = |sharing: &Sharing| sharing.owes_farewell(self.device(), &members.membership);
        let waits = |id: ScopeId| {
            let mut of_it = desk.wishes.iter().filter(|(_, wish)| wish.scope() == Some(id));
            self.holds_on(id) || of_it.any(|(_, wish)| self.waits_for_heirs(wish))
        };
        let due = |id: ScopeId, scope: &Scope| scope.records > 0 && owes(&scope.sharing) && !waits(id);
        let Some((id, scope)) = self.scopes.iter().find(|(id, scope)| due(**id, scope)) else { return Ok(None) };
        // It may have lost the scope in steps, and hand in at each. Together that is said once: the wishes behind the first are done then.
        let handed: Vec<_> = desk
            .wishes
            .iter()
            .filter_map(|(number, wish)| match wish {
                Wish::HandIn { scope, changes } if scope == id => Some((*number, changes)),
                _ => None,
            })
            .collect();
        let (mut known, mut wraps) = (BTreeSet::new(), Vec::new());
        let changes = handed.iter().flat_map(|(_, changes)| *changes);
        for (document, bytes) in changes.filter(|change| known.insert(*change)) {
            let change = HandedIn {
                id: KeyId::random(rng),
                scope: *id,
                document: *document,
                heads: scope.sharing.heads(&members.membership),
                bytes: Zeroizing::new(bytes.clone()),
            };
            for heir in scope.sharing.heirs(&members.membership) {
                let card = members.membership.person(heir).and_then(|person| person.key);
                self.to_person(heir, card, Content::Changes(&change), &[], rng, &mut wraps)?;
            }
        }
        let boxes = KeyBox::pack(wraps);
        let change = SharingChange::Farewell { boxes: hashes(&boxes) };
        let ready = self.sharing_record(*id, change, boxes, Vec::new())?;
        Ok(ready.map(|ready| Prepared { wish: handed.first().map(|(number, _)| *number), ..ready }))
    }

    /// Whether what a wish hands in has to wait: the farewell is owed, and nobody reads the scope who could take it.
    pub(crate) fn waits_for_heirs(&self, wish: &Wish) -> bool {
        let (Wish::HandIn { scope, .. }, Some(membership)) = (wish, self.membership()) else { return false };
        self.sharing(*scope).is_some_and(|sharing| {
            sharing.owes_farewell(self.device(), membership) && sharing.heirs(membership).is_empty()
        })
    }

    /// What was to be handed in of documents that this device may read again, before it said farewell: it takes that back itself.
    pub(crate) fn take_back(&self, desk: &Desk<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (number, wish) in desk.wishes {
            let (Wish::HandIn { scope, changes }, Some(membership)) = (wish, self.membership()) else { continue };
            let (access, sharing) = (self.access(*scope), self.sharing(*scope));
            let owes = sharing.is_some_and(|sharing| sharing.owes_farewell(self.device(), membership));
            if !owes && access != Access::Nothing {
                let own = changes.iter().filter(|(document, _)| access.includes(*document));
                let device = self.device();
                effects
                    .extend(own.map(|(document, bytes)| self.handed_in_by(device, (*scope, *document), bytes.clone())));
                effects.push(Effect::Done(*number));
            }
        }
        effects
    }
}
