//! The records of a space by log, and how far two sets of logs are the same.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    encode::DecodeError,
    id::{RecordHash, ScopeId, SpaceId},
    membership::{Membership, MembershipRecord},
    sharing::{Sharing, SharingChange, SharingRecord},
};

use crate::Trouble;

/// The membership log, and the sharing logs of scopes.
#[derive(Default)]
pub(super) struct Logs {
    membership: Vec<Vec<u8>>,
    sharing: BTreeMap<ScopeId, Vec<Vec<u8>>>,
}

/// What one has of a log beyond what it has in common with the other.
pub(super) struct Beyond<'a> {
    /// The scope; nothing for the membership log.
    pub(super) scope: Option<ScopeId>,
    /// How many records both have.
    pub(super) common: usize,
    /// What follows them here.
    pub(super) records: &'a [Vec<u8>],
    /// Something else follows them there.
    pub(super) is_fork: bool,
}

/// How a sharing record that is shown goes on from those before it.
pub(super) enum Follows {
    /// It is the next one.
    Next,
    /// It is told alone, to a helper's device that does not follow the log.
    Alone,
    /// What stands before it was not shown.
    No,
}

impl Logs {
    pub(super) fn follows(&self, scope: ScopeId, bytes: &[u8]) -> Follows {
        // What cannot be read is told of when the logs are replayed.
        let Ok(record) = SharingRecord::decode(bytes) else { return Follows::Next };
        let content = record.content();
        let last = self.log(Some(scope)).last().map(|bytes| RecordHash::of(bytes));
        match content.change {
            _ if content.previous == last => Follows::Next,
            SharingChange::Erase { .. } | SharingChange::EraseDocument { .. } | SharingChange::Farewell { .. } => {
                Follows::Alone
            }
            _ => Follows::No,
        }
    }

    pub(super) fn push(&mut self, scope: Option<ScopeId>, record: Vec<u8>) {
        match scope {
            Some(scope) => self.sharing.entry(scope).or_default().push(record),
            None => self.membership.push(record),
        }
    }

    fn logs(&self) -> impl Iterator<Item = (Option<ScopeId>, &[Vec<u8>])> {
        let sharing = self.sharing.iter().map(|(scope, records)| (Some(*scope), records.as_slice()));
        [(None, self.membership.as_slice())].into_iter().chain(sharing)
    }

    fn log(&self, scope: Option<ScopeId>) -> &[Vec<u8>] {
        match scope {
            Some(scope) => self.sharing.get(&scope).map_or(&[], Vec::as_slice),
            None => &self.membership,
        }
    }

    /// Every record, the membership log first.
    pub(super) fn all(&self) -> impl Iterator<Item = (Option<ScopeId>, &Vec<u8>)> {
        self.logs().flat_map(|(scope, records)| records.iter().map(move |record| (scope, record)))
    }

    /// Which record stands at a place of a log.
    pub(super) fn hash(&self, scope: Option<ScopeId>, place: usize) -> Option<RecordHash> {
        self.log(scope).get(place).map(|bytes| RecordHash::of(bytes))
    }

    pub(super) fn hashes(&self) -> impl Iterator<Item = RecordHash> {
        self.all().map(|(_, record)| RecordHash::of(record))
    }

    /// Where these logs go on after what the others have in common with them.
    pub(super) fn beyond<'a>(&'a self, others: &'a Self) -> impl Iterator<Item = Beyond<'a>> {
        self.logs().filter_map(|(scope, records)| {
            let other = others.log(scope);
            let common = records.iter().zip(other).take_while(|(here, there)| here == there).count();
            let beyond = records.get(common..).filter(|beyond| !beyond.is_empty())?;
            Some(Beyond { scope, common, records: beyond, is_fork: other.len() > common })
        })
    }

    /// From which place on the log of each scope cites one of these records of the membership log, where it does.
    pub(super) fn citing(&self, gone: &BTreeSet<RecordHash>) -> impl Iterator<Item = (ScopeId, usize)> {
        let cites = |bytes: &Vec<u8>| {
            SharingRecord::decode(bytes).is_ok_and(|record| gone.contains(&record.content().membership))
        };
        self.sharing.iter().filter_map(move |(scope, records)| Some((*scope, records.iter().position(cites)?)))
    }

    /// The same without what the relay has and does not show: a log that a helper's device does not follow any more is not lost.
    pub(super) fn lost<'a>(
        &'a self,
        shown: &'a Self,
        lacks: &BTreeSet<RecordHash>,
    ) -> impl Iterator<Item = Beyond<'a>> {
        self.beyond(shown).filter_map(|beyond| {
            let there = beyond.records.iter().take_while(|bytes| !lacks.contains(&RecordHash::of(bytes))).count();
            let records = beyond.records.get(there..).filter(|records| !records.is_empty())?;
            Some(Beyond { common: beyond.common.saturating_add(there), records, ..beyond })
        })
    }

    /// The membership log replayed, if all logs stand.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayChanged`] where one does not; [`Trouble::NewerVersion`] where it cannot be read yet.
    pub(super) fn stand(&self, space: SpaceId) -> Result<(Membership, BTreeMap<ScopeId, Sharing>), Trouble> {
        let (membership, mut stand) = (self.members(space)?, BTreeMap::new());
        for (scope, records) in &self.sharing {
            let mut sharing = Sharing::new(space, *scope);
            for bytes in records {
                let record = SharingRecord::decode(bytes).map_err(unreadable)?;
                sharing.apply(&record, &membership).map_err(|_| Trouble::RelayChanged)?;
            }
            stand.insert(*scope, sharing);
        }
        Ok((membership, stand))
    }

    /// The membership log replayed, if it stands.
    pub(super) fn members(&self, space: SpaceId) -> Result<Membership, Trouble> {
        let records = self.membership.iter().map(|bytes| MembershipRecord::decode(bytes));
        let records = records.collect::<Result<Vec<_>, _>>().map_err(unreadable)?;
        let membership = Membership::replay(&records).map_err(|_| Trouble::RelayChanged)?;
        if membership.space() != space {
            return Err(Trouble::RelayChanged);
        }
        Ok(membership)
    }
}

const fn unreadable(error: DecodeError) -> Trouble {
    match error {
        DecodeError::UnknownVersion(_) => Trouble::NewerVersion,
        DecodeError::TooLong { .. } | DecodeError::Malformed => Trouble::RelayChanged,
    }
}
