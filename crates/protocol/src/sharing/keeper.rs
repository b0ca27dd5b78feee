//! Who keeps a scope, and which of the keepers may erase it alone.
//!
//! Whoever reads all of a scope can make a keeper of it, themselves too: somebody has to go on where a colleague is ill or has left.
//! What one took by one's own hand one does not erase by one's own hand. For that a scope has to be entrusted, or two agree.

use std::collections::BTreeSet;

use super::{Grant, Sharing, record::Audience};
use crate::{
    id::{BasisId, PersonId},
    membership::{Membership, Place},
    permission::Role,
};

impl Sharing {
    /// The people who keep the scope: its first author, to whom it was handed, and who took it over. Whether they are still in the
    /// space, the membership says.
    #[must_use]
    pub fn keepers(&self) -> BTreeSet<PersonId> {
        self.kept_on().flat_map(|(.., people)| people).copied().collect()
    }

    /// Whether the scope is entrusted to a person: they began it, somebody to whom it was entrusted made them a keeper, or anybody else
    /// who counts as another person did.
    #[must_use]
    pub fn is_entrusted(&self, person: PersonId, membership: &Membership) -> bool {
        let mut kept = self.kept_on().filter(|(.., people)| people.contains(&person));
        kept.any(|(_, grant, _)| self.entrusts(grant, person, membership))
    }

    /// Whether somebody to whom the scope is entrusted keeps it on another basis than these. Without such a person no basis is withdrawn.
    #[must_use]
    pub fn is_kept_without(&self, bases: &[BasisId], membership: &Membership) -> bool {
        let mut kept = self.kept_on().filter(|(basis, ..)| !bases.contains(basis));
        kept.any(|(_, grant, people)| people.iter().any(|person| self.entrusts(grant, *person, membership)))
    }

    fn entrusts(&self, grant: &Grant, person: PersonId, membership: &Membership) -> bool {
        grant.by_entrusted || self.are_two(grant.by, person, membership)
    }

    /// Whether a person may erase alone: a keeper to whom the scope is entrusted, or one who took it over where nobody is left in the
    /// space who could agree.
    #[must_use]
    pub fn erases_alone(&self, person: PersonId, membership: &Membership) -> bool {
        self.erases_alone_at(person, membership, Place::MAX)
    }

    pub(super) fn erases_alone_at(&self, person: PersonId, membership: &Membership, cited: Place) -> bool {
        let agrees =
            |(other, role): (PersonId, Role)| role != Role::Helper && self.is_beside(other, person, membership);
        self.is_entrusted(person, membership)
            || self.keepers().contains(&person) && !membership.people_at(cited).any(agrees)
    }

    /// Whether somebody's word counts beside this person's: the scope is entrusted to them, or the two are two.
    pub(super) fn is_beside(&self, other: PersonId, person: PersonId, membership: &Membership) -> bool {
        other != person && (self.is_entrusted(other, membership) || self.are_two(other, person, membership))
    }

    /// Whether two people go back to two who were in the space when the scope began: nobody is brought in to agree, or to ask.
    fn are_two(&self, one: PersonId, other: PersonId, membership: &Membership) -> bool {
        let behind = |person| membership.behind(person, self.begun?);
        behind(one).zip(behind(other)).is_some_and(|(one, other)| one != other)
    }

    /// The bases on which somebody keeps the scope.
    fn kept_on(&self) -> impl Iterator<Item = (BasisId, &Grant, &Vec<PersonId>)> {
        let standing = self.grants.iter().filter(|(basis, _)| self.stands(**basis));
        standing.filter_map(|(basis, grant)| match &grant.audience {
            Audience::Keepers(people) => Some((*basis, grant, people)),
            _ => None,
        })
    }
}
