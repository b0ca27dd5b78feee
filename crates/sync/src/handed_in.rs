//! What former readers handed in with their farewells: a keeper's device opens it, or a reader's where nobody kept it then, and has
//! it deleted once others can have it.

use std::collections::BTreeSet;

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
    /// To whom what it brought is sealed.
    pub(crate) heirs: BTreeSet<PersonId>,
    /// What it brought.
    pub(crate) boxes: Vec<BoxHash>,
}

impl Space {
    /// Boxes that were handed in to this person and not seen to yet, with their scopes.
    pub(crate) fn handed_in(&self) -> impl Iterator<Item = (ScopeId, &Farewell, BoxHash)> {
        let reads = |scope: &ScopeId| self.access(*scope) == Access::Whole;
        let said = self.scopes.iter().filter(move |(id, scope)| !scope.farewells.is_empty() && reads(id));
        let farewells = said.flat_map(|(id, scope)| scope.farewells.iter().map(move |farewell| (*id, farewell)));
        let farewells = farewells.filter(|(_, farewell)| farewell.heirs.contains(&self.person()));
        let boxes = farewells.flat_map(|(id, farewell)| farewell.boxes.iter().map(move |hash| (id, farewell, *hash)));
        boxes.filter(|(.., hash)| !self.seen_to.contains(hash))
    }

    /// The changes in a box that was handed in. What is bound to something else than its farewell is left out. Nothing where the box is
    /// for others only: who keeps the scope since has nothing of it deleted.
    pub(crate) fn open_handed_in(&self, scope: ScopeId, farewell: &Farewell, handed: &KeyBox) -> Option<Vec<Effect>> {
        let opened = handed.wraps.iter().filter_map(|wrap| self.ring.open_wrap(wrap).ok()).collect::<Vec<_>>();
        if opened.is_empty() {
            return None;
        }
        let changes = opened.into_iter().filter_map(|opened| opened.change().ok());
        let fits = changes.filter(|change| change.scope == scope && change.heads == farewell.heads);
        let by = farewell.device;
        Some(fits.map(|change| self.handed_in_by(by, (scope, change.document), change.bytes.to_vec())).collect())
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
