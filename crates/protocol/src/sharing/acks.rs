//! What an ack says of a snapshot. The relay and every reader ask this, and come to the same.

use std::collections::BTreeSet;

use super::{Access, Sharing};
use crate::{
    entry::header::{Claims, Cover, Kind},
    id::{EntryHash, PersonId},
    membership::{Membership, Place},
    permission::Standing,
};

/// What an ack does to the snapshot that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// With it the snapshot stands: what it covers is superseded.
    Stands,
    /// Something is missing, or not as it should be: nothing is superseded by this snapshot, whatever others say.
    Flags,
    /// Not enough, or not about this snapshot.
    Nothing,
}

/// A snapshot as its parts say, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a>(pub &'a [(EntryHash, &'a Claims)]);

impl<'a> Parts<'a> {
    /// What it covers, if these are all its parts: one place, one signer, one list of covers, each part in its place.
    #[must_use]
    pub fn covers(self) -> Option<&'a [Cover]> {
        let ((_, first), count) = (self.0.first()?, self.0.len());
        let Kind::Snapshot { covers, .. } = &first.kind else { return None };
        let fits = |(at, (_, claims)): (usize, &(EntryHash, &Claims))| match &claims.kind {
            Kind::Snapshot { covers: same, part, parts } => {
                let same_place = (claims.scope, claims.document) == (first.scope, first.document);
                let numbered = (usize::from(*part), usize::from(*parts)) == (at, count);
                same_place && numbered && claims.device == first.device && same == covers
            }
            _ => false,
        };
        self.0.iter().enumerate().all(fits).then_some(covers.as_slice())
    }
}

impl Sharing {
    /// What an ack that stands in this scope says of a snapshot that stands in it. Its maker vouches for it by making it, so one other
    /// person is enough; where nobody else reads the whole scope, as the logs stood that the ack cites, the maker acks it too.
    #[must_use]
    pub fn word(&self, snapshot: Parts<'_>, ack: &Claims, membership: &Membership) -> Word {
        let Kind::Ack { snapshot: named, complete } = &ack.kind else { return Word::Nothing };
        let (Some(_), Some((_, first))) = (snapshot.covers(), snapshot.0.first()) else { return Word::Nothing };
        let same = (ack.scope, ack.document) == (first.scope, first.document);
        if !same || !named.iter().eq(snapshot.0.iter().map(|(hash, _)| hash)) {
            return Word::Nothing;
        }
        let (Some(maker), Some(person)) = (membership.person_of(first.device), membership.person_of(ack.device)) else {
            return Word::Nothing;
        };
        let readers = self.readers(ack, membership);
        if !readers.contains(&person) {
            return Word::Nothing;
        }
        if !complete {
            return Word::Flags;
        }
        let alone = readers.iter().all(|reader| *reader == maker);
        if person != maker || alone { Word::Stands } else { Word::Nothing }
    }

    /// The people who could read all of the scope when the logs stood where an entry cites them, with a device that is not paper.
    #[must_use]
    pub fn readers(&self, citing: &Claims, membership: &Membership) -> BTreeSet<PersonId> {
        let places = (membership.place(citing.membership), self.place(citing.sharing));
        let (Some(members), Some(sharing)) = places else { return BTreeSet::new() };
        self.readers_at(membership, (members, sharing))
    }

    /// The people who may read all of the scope now.
    #[must_use]
    pub fn readers_now(&self, membership: &Membership) -> BTreeSet<PersonId> {
        self.readers_at(membership, (Place::MAX, Place::MAX))
    }

    fn readers_at(&self, membership: &Membership, (members, sharing): (Place, Place)) -> BTreeSet<PersonId> {
        let there = membership.every_device().filter_map(|device| membership.device_at(device, members).ok());
        let people: BTreeSet<PersonId> = there
            .filter(|(_, standing)| !matches!(standing, Standing::Paper))
            .map(|(device, _)| device.person)
            .collect();
        let reads = |person: &PersonId| self.access_at(*person, membership, (members, sharing)) == Access::Whole;
        people.into_iter().filter(reads).collect()
    }

    /// The place of the newest withdrawal in this log.
    #[must_use]
    pub fn last_withdrawal(&self) -> Option<Place> {
        self.withdrawals.last().map(|withdrawal| withdrawal.at.sharing)
    }

    /// Whether somebody has withdrawn since a key was named: who lost the scope then still has that key.
    #[must_use]
    pub fn is_from_before_a_withdrawal(&self, key: crate::id::KeyId) -> bool {
        let made = self.keys.get(&key).map(|made| made.sharing);
        self.last_withdrawal().is_some_and(|withdrawn| made.is_some_and(|made| made < withdrawn))
    }
}
