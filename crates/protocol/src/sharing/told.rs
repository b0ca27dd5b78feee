//! Erasures that somebody is told of alone: who could read a scope once, and does not follow its log any more, renews keys too.
//!
//! What stands before such a record is not for them, so nobody can say there that its signer kept the scope. A record that does no
//! right has its reader make newer keys, and does nothing else.

use super::{Sharing, SharingChange, SharingContent, SharingRecord};
use crate::{
    id::PersonId,
    membership::{Membership, Place},
    permission::{Rule, rule},
    refused::Refused,
};

impl SharingContent {
    /// Whether the scope, or a document of it, is gone from here on.
    #[must_use]
    pub const fn erases(&self) -> bool {
        matches!(self.change, SharingChange::Erase { .. } | SharingChange::EraseDocument { .. })
    }
}

impl Sharing {
    /// Whether a person is told of a record alone, who does not follow this log: an erasure after which their keys are too old.
    #[must_use]
    pub fn is_told(&self, record: &SharingContent, person: PersonId, membership: &Membership) -> bool {
        record.erases() && self.was_open_to(person, membership)
    }

    /// Checks an erasure that is told alone, and gives the place of the membership log that it cites. It is not applied.
    ///
    /// # Errors
    ///
    /// [`Refused`] where it is another log's, is no erasure, cites what is not known, or was not signed by a device that could erase
    /// something somewhere.
    pub fn check_told(&self, record: &SharingRecord, membership: &Membership) -> Result<Place, Refused> {
        let content = record.content();
        if (content.space, content.scope) != (self.space, self.scope) || membership.space() != self.space {
            return Err(Refused::OtherLog);
        }
        if !content.erases() || !content.change.is_within_limits() {
            return Err(Refused::Content);
        }
        let cited = membership.place(content.membership).ok_or(Refused::UnknownHead)?;
        let (device, standing) = membership.device_at(content.device, cited)?;
        let act = content.change.act(false);
        if rule(act, standing) == Rule::No {
            return Err(Refused::NotAllowed { act, standing });
        }
        record.verify(&device.signing)?;
        Ok(cited)
    }
}
