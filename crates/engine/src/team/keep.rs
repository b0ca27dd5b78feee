//! Who keeps a dossier and who can open it, as the logs tell it to everybody in the team.

use std::collections::{BTreeMap, BTreeSet};

use sync::protocol::{
    id::{PersonId, ScopeId},
    permission::Role,
    sharing::{Access, Sharing},
};

use crate::exchange::Team;

/// Of how many dossiers somebody is the only one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Only {
    /// Nobody else in the team can open them.
    pub(crate) opens: u32,
    /// Others can open them, and nobody else keeps them.
    pub(crate) keeps: u32,
    /// They stand on this helper's devices, and nobody in the team can open them.
    pub(crate) holds: u32,
}

impl Team {
    /// The dossiers of the team that were not erased.
    pub(crate) fn dossiers(&self) -> impl Iterator<Item = (ScopeId, &Sharing)> {
        let common = self.space.common_scope();
        self.space.scopes().filter(move |(scope, sharing)| *scope != common && !sharing.is_erased())
    }

    /// Whether somebody is in the team and can keep a dossier. A helper cannot.
    pub(crate) fn can_keep(&self, person: PersonId) -> bool {
        let role = self.space.membership().and_then(|membership| membership.role(person));
        matches!(role, Some(Role::Owner | Role::Member))
    }

    /// Whether what is written in a dossier goes to the team: it is known there, and this device does not only hold on to it.
    pub(crate) fn is_sent(&self, scope: ScopeId) -> bool {
        self.space.sharing(scope).is_some() && !self.space.holds_on(scope)
    }

    /// The helpers on whose devices a dossier still stands that nobody in the team can open.
    fn holders(&self, sharing: &Sharing) -> BTreeSet<PersonId> {
        let Some(membership) = self.space.membership() else { return BTreeSet::new() };
        let owes = |(device, _)| sharing.owes_farewell(device, membership);
        let holds =
            |person: &PersonId| sharing.is_left_to(*person, membership) && membership.devices(*person).any(owes);
        membership.people().map(|(person, _)| person).filter(holds).collect()
    }

    /// Who keeps a dossier and still can. Nobody when the last one left or became a helper.
    pub(crate) fn keepers(&self, sharing: &Sharing) -> BTreeSet<PersonId> {
        sharing.keepers().into_iter().filter(|keeper| self.can_keep(*keeper)).collect()
    }

    /// Who in the team can open all of a dossier.
    pub(crate) fn openers(&self, sharing: &Sharing) -> BTreeSet<PersonId> {
        let Some(membership) = self.space.membership() else { return BTreeSet::new() };
        let reads = |person: &PersonId| sharing.access(*person, membership) == Access::Whole;
        membership.people().map(|(person, _)| person).filter(reads).collect()
    }

    /// Of how many dossiers each person is the only one who can open them, who keeps them, or on whose devices they stand. Who is left out, of none.
    pub(crate) fn only(&self) -> BTreeMap<PersonId, Only> {
        let mut only: BTreeMap<PersonId, Only> = BTreeMap::new();
        for (_, sharing) in self.dossiers() {
            if let Some(person) = the_one(&self.openers(sharing)) {
                let count = &mut only.entry(person).or_default().opens;
                *count = count.saturating_add(1);
            } else if let Some(person) = the_one(&self.keepers(sharing)) {
                let count = &mut only.entry(person).or_default().keeps;
                *count = count.saturating_add(1);
            }
            for person in self.holders(sharing) {
                let count = &mut only.entry(person).or_default().holds;
                *count = count.saturating_add(1);
            }
        }
        only
    }
}

fn the_one(people: &BTreeSet<PersonId>) -> Option<PersonId> {
    people.first().copied().filter(|_| people.len() == 1)
}
