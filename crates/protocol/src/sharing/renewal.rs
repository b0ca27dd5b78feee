//! What an erasure asks for: which keys could open the scope, in an old copy of its boxes, and have to be renewed.
//!
//! Everything that was ever wrapped for the scope was wrapped under keys of the membership log as its records cite it. So what came
//! after the place that the tombstone cites opens nothing, wherever on the relay's line the two stand.

use super::{Sharing, record::Audience};
use crate::{
    id::PersonId,
    membership::{Membership, Place},
};

/// How far the team's key is renewed after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// The space key could open the scope: the next has to come alone.
    TeamKey,
    /// What is made after this place of the membership log opens nothing of the scope: keys of people and devices are new enough.
    After(Place),
}

impl Sharing {
    /// What the erasure of this scope, or the last one of a document in it, asks for; nothing where nothing was erased.
    #[must_use]
    pub fn renewal(&self, membership: &Membership) -> Option<Renewal> {
        let of_document = || self.last_document_erasure().map(|(_, made)| made.membership);
        let cited = self.cites.last().copied().filter(|_| self.erased).or_else(of_document)?;
        if !self.was_the_teams() {
            return Some(Renewal::After(cited));
        }
        Some(membership.alone_after(cited).map_or(Renewal::TeamKey, Renewal::After))
    }

    /// Whether keys of this person could open the scope, now or before: the person's own, or the space key that the person has.
    #[must_use]
    pub fn was_open_to(&self, person: PersonId, membership: &Membership) -> bool {
        self.grants.values().any(|grant| match &grant.audience {
            Audience::Team => membership.was_in_team(person),
            Audience::Keepers(people) | Audience::People(people) => people.contains(&person),
            Audience::Helper { person: helper, .. } => *helper == person,
            Audience::Resident(_) => false,
        })
    }

    /// Whether the team ever read it, so that its keys lay under the space key.
    fn was_the_teams(&self) -> bool {
        self.grants.values().any(|grant| grant.audience == Audience::Team)
    }
}
