//! Takes records into a sharing log, one after the other; refused ones leave everything as it was.

use std::collections::BTreeMap;

use super::{
    Access, Audience, Farewell, Grant, Made, Sharing, SharingChange, SharingContent, SharingRecord, record::ScopeKeys,
    withdrawal::Withdrawal,
};
use crate::{
    id::{BasisId, KeyId, PersonId},
    membership::{Membership, Place},
    permission::{Act, Role, Rule, Standing, rule},
    refused::Refused,
    signature::SigningPublic,
};

/// Who signs a record.
struct Signer {
    person: PersonId,
    standing: Standing,
    signing: SigningPublic,
}

impl Sharing {
    /// Takes one more record. `membership` must be known at least as far as the record cites it; what was added since does not
    /// count.
    ///
    /// Checked in this order: the log, the predecessor, erasure, what it cites, the device, what was pinned when a device was
    /// removed, the table, the signature, and then what the record says.
    ///
    /// # Errors
    ///
    /// [`Refused`]; nothing has changed then.
    pub fn apply(&mut self, record: &SharingRecord, membership: &Membership) -> Result<(), Refused> {
        let content = record.content();
        if (content.space, content.scope) != (self.space, self.scope) || membership.space() != self.space {
            return Err(Refused::OtherLog);
        }
        if content.previous != self.head {
            return Err(Refused::NotNext);
        }
        if self.erased {
            return Err(Refused::Erased);
        }
        let cited = membership.place(content.membership).ok_or(Refused::UnknownHead)?;
        if self.cites.last().is_some_and(|last| cited < *last) {
            return Err(Refused::OldHead);
        }
        let signer = self.signer(content, membership, cited)?;
        self.check_reach(record, membership)?;
        self.check_allowed(content, &signer, membership, cited)?;
        record.verify(&signer.signing)?;
        if !content.change.is_within_limits() {
            return Err(Refused::Content);
        }
        let place = u64::try_from(self.places.len()).unwrap_or(u64::MAX);
        // What only grows with every record is not copied along.
        let (places, cites) = (std::mem::take(&mut self.places), std::mem::take(&mut self.cites));
        let mut next = self.clone();
        (self.places, self.cites) = (places, cites);
        next.begun.get_or_insert(cited);
        next.change(content, &signer, membership, Made { membership: cited, sharing: place })?;
        (next.places, next.cites) = (std::mem::take(&mut self.places), std::mem::take(&mut self.cites));
        next.cites.push(cited);
        next.places.insert(record.hash(), place);
        next.signed.extend(content.signers().map(|device| (device, place)));
        next.head = Some(record.hash());
        *self = next;
        Ok(())
    }

    fn signer(&self, content: &SharingContent, membership: &Membership, cited: Place) -> Result<Signer, Refused> {
        let device = content.device;
        let leaves = matches!(content.change, SharingChange::Farewell { .. });
        let resident = if leaves { self.residents.get(&device) } else { self.resident(device) };
        if let Some(card) = resident {
            return Ok(Signer { person: card.person, standing: Standing::Resident, signing: card.signing });
        }
        let (device, standing) = membership.device_at(device, cited)?;
        Ok(Signer { person: device.person, standing, signing: device.signing })
    }

    fn check_allowed(
        &self,
        content: &SharingContent,
        signer: &Signer,
        membership: &Membership,
        cited: Place,
    ) -> Result<(), Refused> {
        let act = content.change.act(self.head.is_none());
        let standing = signer.standing;
        let no = Refused::NotAllowed { act, standing };
        if self.head.is_none() && act != Act::Open {
            return Err(no);
        }
        let reads = || self.access_at(signer.person, membership, (cited, Place::MAX)) == Access::Whole;
        let keeps = || self.keepers().contains(&signer.person);
        let alone = || self.erases_alone_at(signer.person, membership, cited);
        match rule(act, standing) {
            Rule::Yes => Ok(()),
            // The signer is a resident's device only as long as its basis stands.
            Rule::Scope => Ok(()),
            Rule::Reader if reads() => Ok(()),
            Rule::Keeper | Rule::Second | Rule::KeeperSecond if alone() => Ok(()),
            Rule::Former if self.owes_farewell_at(content.device, membership, (cited, Place::MAX)) => Ok(()),
            Rule::Second => self.check_second(content, signer.person, membership, cited),
            Rule::KeeperSecond if keeps() => self.check_second(content, signer.person, membership, cited),
            _ => Err(no),
        }
    }

    fn change(
        &mut self,
        content: &SharingContent,
        signer: &Signer,
        membership: &Membership,
        made: Made,
    ) -> Result<(), Refused> {
        match &content.change {
            SharingChange::Grant { basis, audience, key } => {
                self.check_audience(audience, signer, membership, made.membership)?;
                self.give(*basis, audience.clone(), signer, (membership, made))?;
                self.name_key(key, made, membership)?;
            }
            SharingChange::Rekey(key) => self.name_key(key, made, membership)?,
            SharingChange::Withdraw { .. } => self.withdraw(content, membership, made)?,
            SharingChange::Farewell { boxes } => {
                let heirs = self.heirs_at(membership, made.membership);
                self.farewells.push(Farewell { device: content.device, boxes: boxes.clone(), heirs, at: made });
            }
            SharingChange::Hold { stands } => {
                if self.held == *stands {
                    return Err(Refused::Content);
                }
                self.held = *stands;
            }
            SharingChange::Erase { .. } => {
                if self.held {
                    return Err(Refused::Held);
                }
                self.erased = true;
            }
            SharingChange::EraseDocument { .. } => self.erase_document(&content.change, made, membership)?,
            SharingChange::ResidentDevice { basis, device, key } => {
                device.verify().map_err(|_| Refused::Card)?;
                let used = self.residents.values().any(|other| other.signing == device.signing);
                if used || self.residents.contains_key(&device.device) || membership.knows(device) {
                    return Err(Refused::Used);
                }
                self.residents.insert(device.device, *device);
                self.give(*basis, Audience::Resident(device.device), signer, (membership, made))?;
                self.name_key(key, made, membership)?;
            }
        }
        Ok(())
    }

    fn withdraw(&mut self, content: &SharingContent, membership: &Membership, made: Made) -> Result<(), Refused> {
        let SharingChange::Withdraw { bases, key, pins } = &content.change else { return Err(Refused::Content) };
        let pinned: BTreeMap<_, _> =
            pins.iter().map(|(device, counter, entry)| (*device, (*counter, *entry))).collect();
        if pinned.len() != pins.len() {
            return Err(Refused::Content);
        }
        for basis in bases {
            self.withdrawn.entry(*basis).or_insert(made.sharing);
        }
        self.withdrawals.push(Withdrawal { at: made, by: content.device, pins: pinned });
        if !self.is_kept_without(&[], membership) {
            return Err(Refused::LastKeeper);
        }
        let places = (made.membership, Place::MAX);
        let reads = self.device_access_at(content.device, membership, places) == Access::Whole;
        match key {
            Some(key) if reads => self.new_key(key.key, made, membership),
            // Whoever makes a key knows it.
            Some(_) => Err(Refused::Content),
            None if reads => Err(Refused::KeyMissing),
            None => Ok(()),
        }
    }

    fn check_audience(
        &self,
        audience: &Audience,
        signer: &Signer,
        membership: &Membership,
        cited: Place,
    ) -> Result<(), Refused> {
        let role = |person: &PersonId| membership.role_at(*person, cited).ok_or(Refused::Absent);
        // A scope begins with its author: before a basis for more, only the author's own devices read it.
        let begins = self.head.is_some() || matches!(audience, Audience::Keepers(people) if *people == [signer.person]);
        if !begins {
            return Err(Refused::Content);
        }
        match audience {
            Audience::Team => Ok(()),
            Audience::Keepers(people) | Audience::People(people) => people
                .iter()
                .try_for_each(|person| if role(person)? == Role::Helper { Err(Refused::Absent) } else { Ok(()) }),
            // A part is for anybody in the team.
            Audience::Part { .. } => audience.people().iter().try_for_each(|person| role(person).map(drop)),
            Audience::Resident(device) => self.residents.get(device).map(|_| ()).ok_or(Refused::Absent),
        }
    }

    fn give(
        &mut self,
        basis: BasisId,
        audience: Audience,
        signer: &Signer,
        (membership, made): (&Membership, Made),
    ) -> Result<(), Refused> {
        if self.withdrawn.contains_key(&basis) {
            return Err(Refused::Withdrawn);
        }
        let by_entrusted = self.head.is_none() || self.is_entrusted(signer.person, membership);
        let grant = Grant { at: made.sharing, audience, by: signer.person, by_entrusted };
        let used = self.grants.insert(basis, grant).is_some();
        if used { Err(Refused::Used) } else { Ok(()) }
    }

    /// A key that is new here, or one that is still good.
    fn name_key(&mut self, key: &ScopeKeys, made: Made, membership: &Membership) -> Result<(), Refused> {
        match self.keys.get(&key.key) {
            None => self.new_key(key.key, made, membership),
            Some(_) if self.is_good_key(key.key, made, membership) => Ok(()),
            Some(_) => Err(Refused::OldKey),
        }
    }

    pub(super) fn new_key(&mut self, key: KeyId, made: Made, membership: &Membership) -> Result<(), Refused> {
        // The team gets it under the space key, which must be one that nobody knows who left.
        let team = self.audiences_at(Place::MAX).any(Audience::is_for_team);
        if team && membership.rotation_due_at(made.membership) {
            return Err(Refused::KeyMissing);
        }
        let used = self.keys.insert(key, made).is_some();
        if used { Err(Refused::Used) } else { Ok(()) }
    }
}
