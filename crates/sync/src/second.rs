//! Erasing a scope with somebody else: the wish of an owner, or of who took it over, and the word of a second person.

use protocol::{
    id::{PersonId, RecordHash, ScopeId},
    key::wrap::WrapError,
    permission::{Role, Standing},
    sharing::{Sharing, SharingChange, record::SecondSignature},
};

use crate::{
    Desk, Wish,
    prepare::{Falls, Prepared},
    space::Space,
};

impl Space {
    /// This device's word that a scope may be erased right after this record. None where that is not its newest record (any more),
    /// where a hold stands or it is erased already, of what the team has in common, and where this device has no say.
    #[must_use]
    pub fn agree(&self, scope: ScopeId, seen: RecordHash) -> Option<SecondSignature> {
        let stands = |sharing: &&Sharing| sharing.head() == Some(seen) && !sharing.is_held() && !sharing.is_erased();
        self.sharing(scope).filter(stands).filter(|_| scope != self.common_scope())?;
        let team = matches!(self.standing(), Some(Standing::Owner | Standing::Member));
        team.then(|| SecondSignature::sign(self.id(), scope, seen, self.ring.device()))
    }

    /// Whose word this is, if it is one about the scope as it stands now.
    #[must_use]
    pub fn agreed(&self, scope: ScopeId, word: &SecondSignature) -> Option<PersonId> {
        self.sharing(scope)?.agreed(word, self.membership()?)
    }

    /// Whether a person's word counts as that of the second one beside `first`.
    #[must_use]
    pub fn may_second(&self, scope: ScopeId, person: PersonId, first: PersonId) -> bool {
        let known = self.sharing(scope).zip(self.membership());
        known.is_some_and(|(sharing, membership)| sharing.is_second(person, first, membership))
    }

    /// Whether this person may erase a scope alone.
    #[must_use]
    pub fn erases_alone(&self, sharing: &Sharing) -> bool {
        self.membership().is_some_and(|membership| sharing.erases_alone(self.person(), membership))
    }

    /// Whether a person may have a scope erased with somebody else, and not alone: an owner, and a member who took it over.
    #[must_use]
    pub fn may_ask(&self, sharing: &Sharing, person: PersonId) -> bool {
        let Some(membership) = self.membership() else { return false };
        let may = match membership.role(person) {
            Some(Role::Owner) => true,
            Some(Role::Member) => sharing.keepers().contains(&person),
            _ => false,
        };
        may && !sharing.erases_alone(person, membership)
    }

    fn may_erase_with(&self, scope: ScopeId, seen: RecordHash) -> bool {
        let asks = self.sharing(scope).is_some_and(|sharing| self.may_ask(sharing, self.person()));
        asks && self.agree(scope, seen).is_some()
    }

    /// Whether a wish is to erase with somebody, and nobody else has agreed yet.
    pub(crate) fn waits_for_second(&self, wish: &Wish, desk: &Desk<'_>) -> bool {
        let Wish::EraseWith { scope, seen } = wish else { return false };
        self.may_erase_with(*scope, *seen) && self.second(*scope, desk).is_none()
    }

    /// Erases a scope with the word of a second person.
    pub(crate) fn erase_with(
        &self,
        id: ScopeId,
        seen: RecordHash,
        desk: &Desk<'_>,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        if self.sharing(id).is_none_or(Sharing::is_erased) {
            return Ok(Err(Falls::Done));
        }
        let may = self.may_erase_with(id, seen);
        let Some(second) = self.second(id, desk).filter(|_| may) else { return Ok(Err(Falls::NoLonger)) };
        let change = SharingChange::Erase { second: Some(second) };
        Ok(self.sharing_record(id, change, Vec::new(), Vec::new())?.ok_or(Falls::NoLonger))
    }

    /// The word of somebody else that counts.
    fn second(&self, scope: ScopeId, desk: &Desk<'_>) -> Option<SecondSignature> {
        let counts = |word: &SecondSignature| {
            let person = self.agreed(scope, word);
            person.is_some_and(|person| self.may_second(scope, person, self.person()))
        };
        let about = desk.agreed.iter().filter(|(of, _)| *of == scope);
        about.map(|(_, word)| *word).find(counts)
    }
}
