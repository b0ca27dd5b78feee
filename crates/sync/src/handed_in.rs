//! What former readers handed in with their farewells: a keeper's device opens it, and has it deleted once others can have it.

use protocol::{
    id::{BoxHash, DeviceId, DocumentId, PersonId, ScopeId},
    key::{Heads, key_box::KeyBox},
    sharing::Access,
};

use crate::{Desk, Effect, effect::HandedIn, space::Space};

/// A farewell that brought something.
pub(crate) struct Farewell {
    /// Whose device said it.
    pub(crate) device: DeviceId,
    /// Where the logs stood.
    pub(crate) heads: Heads,
    /// What it brought.
    pub(crate) boxes: Vec<BoxHash>,
}

impl Space {
    /// Boxes that were handed in to this person and not seen to yet, with their scopes.
    pub(crate) fn handed_in(&self) -> impl Iterator<Item = (ScopeId, &Farewell, BoxHash)> {
        let kept = self.scopes.iter().filter(|(id, scope)| {
            let keeps = scope.sharing.keepers().contains(&self.person());
            keeps && self.access(**id) == Access::Whole
        });
        let farewells = kept.flat_map(|(id, scope)| scope.farewells.iter().map(move |farewell| (*id, farewell)));
        let boxes = farewells.flat_map(|(id, farewell)| farewell.boxes.iter().map(move |hash| (id, farewell, *hash)));
        boxes.filter(|(.., hash)| !self.seen_to.contains(hash))
    }

    /// The changes in a box that was handed in. What is bound to something else than its farewell is left out.
    pub(crate) fn open_handed_in(&self, scope: ScopeId, farewell: &Farewell, handed: &KeyBox) -> Vec<Effect> {
        let opened = handed.wraps.iter().filter_map(|wrap| self.ring.open_wrap(wrap).ok()?.change().ok());
        let fits = opened.filter(|change| change.scope == scope && change.heads == farewell.heads);
        fits.map(|change| self.handed_in_by(farewell.device, (scope, change.document), change.bytes.to_vec())).collect()
    }

    /// A change that this device of a former reader handed in.
    #[must_use]
    pub fn handed_in_by(&self, device: DeviceId, (scope, document): (ScopeId, DocumentId), bytes: Vec<u8>) -> Effect {
        let person = self.person_behind(scope, device);
        Effect::HandedIn(HandedIn { scope, document, device, person, bytes })
    }

    fn person_behind(&self, scope: ScopeId, device: DeviceId) -> PersonId {
        let resident = self.sharing(scope).and_then(|sharing| sharing.resident_card(device)).map(|card| card.person);
        let person = || self.membership().and_then(|membership| membership.person_of(device));
        resident.or_else(person).unwrap_or(PersonId([0; 16]))
    }

    /// Somebody has seen to a box.
    pub(crate) fn see_to(&mut self, hash: BoxHash) -> Vec<Effect> {
        self.seen_to.insert(hash);
        vec![Effect::SeenTo { handed: hash }]
    }

    /// Whether what came of a scope still waits to be sent to the others.
    pub(crate) fn waits(&self, scope: ScopeId, desk: &Desk<'_>) -> bool {
        let on_its_way = self.scopes.get(&scope).is_some_and(|scope| !scope.own.waiting.is_empty());
        on_its_way || desk.to_write.contains(&scope)
    }
}
