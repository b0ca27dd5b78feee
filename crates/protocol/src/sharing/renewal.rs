//! What an erasure asks for: which keys could open the scope, in an old copy of its boxes, and have to be renewed.
//!
//! Everything that was ever wrapped for the scope was wrapped under keys of the membership log as its records cite it. So what came
//! after the place that the tombstone cites opens nothing, wherever on the relay's line the two stand.

use super::Sharing;
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
        self.erased_at().map(|cited| self.renewal_at(cited, membership))
    }

    /// What it asks of one person and of that person's devices; nothing where nothing was open to them. Who never had a space key
    /// waits for none.
    #[must_use]
    pub fn asks_of(&self, person: PersonId, membership: &Membership) -> Option<Renewal> {
        let cited = self.erased_at().filter(|_| self.was_open_to(person, membership))?;
        Some(self.asks_at(cited, person, membership))
    }

    /// What an erasure that cites this place asks of a person who was told of it alone: what came after that person's farewell is not
    /// here. Whether the team read the scope since is not known then, so a key that came alone counts, whatever it came for.
    #[must_use]
    pub fn told_asks_of(&self, cited: Place, person: PersonId, membership: &Membership) -> Renewal {
        match self.asks_at(cited, person, membership) {
            Renewal::After(_) if had_space_key(person, membership, cited) => {
                Renewal::After(membership.alone_after(cited).unwrap_or(cited))
            }
            asks => asks,
        }
    }

    fn asks_at(&self, cited: Place, person: PersonId, membership: &Membership) -> Renewal {
        if had_space_key(person, membership, cited) {
            self.renewal_at(cited, membership)
        } else {
            Renewal::After(cited)
        }
    }

    fn renewal_at(&self, cited: Place, membership: &Membership) -> Renewal {
        if !self.was_the_teams() && !may_lack_records(membership, cited) {
            return Renewal::After(cited);
        }
        membership.alone_after(cited).map_or(Renewal::TeamKey, Renewal::After)
    }

    /// Whether keys of this person could open the scope, now or before: the person's own, or the space key that the person has.
    #[must_use]
    pub fn was_open_to(&self, person: PersonId, membership: &Membership) -> bool {
        if self.erased_at().is_some_and(|cited| may_lack_records(membership, cited)) {
            return true;
        }
        self.grants.values().any(|grant| {
            grant.audience.people().contains(&person) || grant.audience.is_for_team() && membership.was_in_team(person)
        })
    }

    /// The place of the membership log that the erasure cites: of the scope, or else the last of a document in it.
    fn erased_at(&self) -> Option<Place> {
        let of_document = || self.last_document_erasure().map(|(_, made)| made.membership);
        self.cites.last().copied().filter(|_| self.erased).or_else(of_document)
    }

    /// Whether the team ever read something of it, so that keys lay under the space key.
    fn was_the_teams(&self) -> bool {
        self.grants.values().any(|grant| grant.audience.is_for_team())
    }
}

/// Whether a space key was ever sealed to this person, as far as an erasure that cites this place can know.
fn had_space_key(person: PersonId, membership: &Membership, cited: Place) -> bool {
    membership.was_in_team(person) || may_lack_records(membership, cited)
}

/// Whether an erasure that cites this place was signed after the relay was restored. A restored relay may have lost a grant that no
/// device was told of, and an older copy of it has the boxes of that grant: nobody knows any more who could open the scope.
fn may_lack_records(membership: &Membership, cited: Place) -> bool {
    membership.first_resumed().is_some_and(|resumed| resumed <= cited)
}
