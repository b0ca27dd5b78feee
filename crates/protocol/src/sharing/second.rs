//! The second person of an erasure: whose word counts, and whose does not.

use super::{Sharing, SharingChange, SharingContent, record::SecondSignature};
use crate::{
    id::{PersonId, RecordHash},
    membership::{Membership, Place},
    permission::{Role, Standing},
    refused::Refused,
    signature::Context,
};

impl Sharing {
    /// Who says with this signature that the scope may be erased right after its newest record. None if the signature is not of an
    /// owner's or member's device that is in the space, or was made when another record was the newest. Whether that person counts as
    /// the second one, [`Self::is_second`] says.
    #[must_use]
    pub fn agreed(&self, word: &SecondSignature, membership: &Membership) -> Option<PersonId> {
        self.agreed_at(word, self.head?, membership, Place::MAX)
    }

    /// Whether a person may agree as the second one beside `first`: an owner or a member to whom the scope is entrusted, or who does not
    /// go back to the same person as the first one. Nobody is brought in to agree, or to ask.
    #[must_use]
    pub fn is_second(&self, person: PersonId, first: PersonId, membership: &Membership) -> bool {
        let team = membership.role(person).is_some_and(|role| role != Role::Helper);
        team && self.is_beside(person, first, membership)
    }

    fn agreed_at(
        &self,
        word: &SecondSignature,
        previous: RecordHash,
        membership: &Membership,
        cited: Place,
    ) -> Option<PersonId> {
        let (device, standing) = membership.device_at(word.device, cited).ok()?;
        if !matches!(standing, Standing::Owner | Standing::Member) {
            return None;
        }
        let signed = SecondSignature::signed(self.space, self.scope, previous);
        device.signing.verify(Context::Erasure, &signed, &word.signature).ok()?;
        Some(device.person)
    }

    /// Whether an erasure by this person, who may not erase alone, has the second one that it needs.
    pub(super) fn check_second(
        &self,
        content: &SharingContent,
        first: PersonId,
        membership: &Membership,
        cited: Place,
    ) -> Result<(), Refused> {
        let SharingChange::Erase { second: Some(word) } = &content.change else {
            return Err(Refused::SecondPerson);
        };
        let previous = content.previous.ok_or(Refused::SecondPerson)?;
        let second = self.agreed_at(word, previous, membership, cited).ok_or(Refused::SecondPerson)?;
        if self.is_beside(second, first, membership) { Ok(()) } else { Err(Refused::SecondPerson) }
    }
}
