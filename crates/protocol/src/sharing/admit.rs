//! Whether a scope takes an entry.

use super::{Access, Made, Sharing};
use crate::{
    entry::header::Claims,
    id::{EntryHash, KeyId},
    membership::{Membership, Place},
    permission::{Act, Rule, Standing, rule},
    refused::Refused,
    signature::SigningPublic,
};

/// As far as both logs are known.
pub(super) const NOW: Made = Made { membership: Place::MAX, sharing: Place::MAX };

impl Sharing {
    /// Whether an entry may stand in this scope, by what both logs said where it cites them, and the key to check its signature
    /// with. No cryptography: ask this first.
    ///
    /// # Errors
    ///
    /// [`Refused::OtherLog`], [`Refused::Erased`]; [`Refused::UnknownHead`] to try again with longer logs;
    /// [`Refused::UnknownDevice`], [`Refused::RemovedDevice`] and [`Refused::BeyondPin`] of the writer; [`Refused::NotAllowed`];
    /// [`Refused::Absent`] and [`Refused::OldKey`] of the key.
    pub fn admit(&self, claims: &Claims, entry: EntryHash, membership: &Membership) -> Result<SigningPublic, Refused> {
        if (claims.space, claims.scope) != (self.space, self.scope) || membership.space() != self.space {
            return Err(Refused::OtherLog);
        }
        if self.erased || self.is_document_erased(claims.document) {
            return Err(Refused::Erased);
        }
        let sharing = self.place(claims.sharing).ok_or(Refused::UnknownHead)?;
        let members = membership.place(claims.membership).ok_or(Refused::UnknownHead)?;
        let signing = self.writer(claims, entry, membership, (members, sharing))?;
        self.check_withdrawals(claims, entry, membership, sharing)?;
        let cited = Made { membership: members, sharing };
        if self.keys.get(&claims.key).is_none_or(|made| made.sharing > sharing) {
            return Err(Refused::Absent);
        }
        if self.is_good_key(claims.key, cited, membership) { Ok(signing) } else { Err(Refused::OldKey) }
    }

    /// Whether a new entry cites what it has to: the scope's newest record, and no membership record from before somebody lost
    /// their access. The relay asks this of what is uploaded, and never of what it has already taken.
    ///
    /// # Errors
    ///
    /// [`Refused::OldHead`]: fetch the logs and seal again.
    pub fn check_fresh(&self, claims: &Claims, membership: &Membership) -> Result<(), Refused> {
        let members = membership.place(claims.membership).ok_or(Refused::UnknownHead)?;
        let lost_since = membership.losses(members, Place::MAX).next().is_some();
        if self.head == Some(claims.sharing) && !lost_since { Ok(()) } else { Err(Refused::OldHead) }
    }

    fn writer(
        &self,
        claims: &Claims,
        entry: EntryHash,
        membership: &Membership,
        (members, sharing): (Place, Place),
    ) -> Result<SigningPublic, Refused> {
        let act = Act::Entry;
        if let Some(card) = self.resident_at(claims.device, sharing) {
            let standing = Standing::Resident;
            let allowed = rule(act, standing) == Rule::Scope;
            return if allowed { Ok(card.signing) } else { Err(Refused::NotAllowed { act, standing }) };
        }
        let device = membership.writer(claims.device, claims.scope, (claims.counter, entry), claims.membership)?;
        let (_, standing) = membership.device_at(claims.device, members)?;
        let access = self.access_at(device.person, membership, (members, sharing));
        let allowed = matches!(rule(act, standing), Rule::Reader | Rule::Named) && access.includes(claims.document);
        if allowed { Ok(device.signing) } else { Err(Refused::NotAllowed { act, standing }) }
    }

    /// Whether a key is as new as it has to be for whoever has seen the logs up to `seen`: nobody who had it lost access since, and no
    /// document was erased.
    pub(super) fn is_good_key(&self, key: KeyId, seen: Made, membership: &Membership) -> bool {
        let Some(made) = self.keys.get(&key).copied() else { return false };
        let withdrawn = self
            .withdrawals
            .iter()
            .any(|withdrawal| made.sharing < withdrawal.at.sharing && withdrawal.at.sharing <= seen.sharing);
        let lost = membership.losses(made.membership, seen.membership).any(|loss| {
            let before = (loss.at.saturating_sub(1), seen.sharing);
            self.access_at(loss.person, membership, before) != Access::Nothing
        });
        !withdrawn && !lost && !self.is_split_at(made, seen.sharing)
    }
}
