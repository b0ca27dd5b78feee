//! Erasures that this device is told of alone, in scopes that its person could read once and whose logs it does not follow.

use protocol::{
    id::{RecordHash, ScopeId},
    membership::Membership,
    permission::Standing,
    refused::Refused,
    sharing::{Renewal, Sharing, SharingChange, SharingRecord},
};

use crate::{Effect, Space};

/// An erasure that was told alone: the last one of its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// In which scope.
    pub scope: ScopeId,
    /// The record that says so.
    pub record: RecordHash,
    /// The record of the membership log that it cites.
    pub cited: RecordHash,
}

impl Space {
    /// Whether a record is told alone, to a helper's device that knows no record before it: an erasure, or a farewell of its own.
    pub(crate) fn is_told_alone(&self, record: &SharingRecord) -> bool {
        let content = record.content();
        let own = matches!(content.change, SharingChange::Farewell { .. }) && content.device == self.device();
        self.standing() == Some(Standing::Helper)
            && (own || content.erases())
            && self.lacks_the_one_before(content.scope, record)
    }

    /// Takes what is told alone, and gives what is to be kept of it: of an erasure, unless it or a later one is known.
    ///
    /// # Errors
    ///
    /// [`Refused`]: nobody who could erase anything has signed it.
    pub(crate) fn take_told(&mut self, record: &SharingRecord) -> Result<Option<Effect>, Refused> {
        let (Some(membership), id) = (self.membership(), record.content().scope) else {
            return Err(Refused::UnknownHead);
        };
        if !record.content().erases() {
            return Ok(None);
        }
        let empty = Sharing::new(self.id, id);
        let cited = self.sharing(id).unwrap_or(&empty).check_told(record, membership)?;
        let known = self.told.get(&id).and_then(|told| membership.place(told.cited));
        if known.is_some_and(|known| known >= cited) {
            return Ok(None);
        }
        let told = Told { scope: id, record: record.hash(), cited: record.content().membership };
        self.told.insert(id, told);
        Ok(Some(Effect::Told(self.told.values().copied().collect())))
    }

    /// What these ask of this device's person. What its own copy of a log knows is not counted twice; what a restored relay lost
    /// asks for nothing.
    pub(crate) fn told_asks<'a>(&'a self, membership: &'a Membership) -> impl Iterator<Item = (ScopeId, Renewal)> + 'a {
        self.told.values().filter_map(move |told| {
            let empty = Sharing::new(self.id, told.scope);
            let sharing = self.sharing(told.scope).unwrap_or(&empty);
            let cited = membership.place(told.cited).filter(|_| sharing.place(told.record).is_none())?;
            Some((told.scope, sharing.told_asks_of(cited, self.person(), membership)))
        })
    }
}
