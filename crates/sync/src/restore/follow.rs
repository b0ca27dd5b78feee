//! Follows a restored relay once an owner has said that it goes on: what it has is what counts, and what it lost is done again.

use protocol::{
    entry::{Entry, header::Kind},
    id::{EntryHash, RecordHash, ScopeId},
    membership::{MembershipChange, MembershipRecord},
    permission::Standing,
    sharing::{Access, SharingChange, SharingRecord},
};

use super::{Restore, logs::Beyond};
use crate::{Desk, Effect, Space, Stop, Trouble, Wish, effect::Unsent};

impl Restore {
    /// What follows from the log as it is now: records that it does not have are dropped here, and what this device had signed of
    /// them is wished again; entries that it does not have are sent again; everything is read from the beginning.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayChanged`] where this device knows more than the log has, and does not know who says that it goes on as an
    /// owner: so nobody who was taken out after the backup can make others forget it.
    pub(super) fn follow(&self, space: &Space, desk: &Desk<'_>, lacking: &[EntryHash]) -> Result<Vec<Effect>, Stop> {
        let lost: Vec<Beyond<'_>> = self.home.beyond(&self.shown).collect();
        if !lost.is_empty() && !self.is_known_owner(space) {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let mut effects = Vec::new();
        // Scopes of which the relay has no record: they are opened again by whose they are.
        let (mut own, mut of_others) = (Vec::new(), Vec::new());
        for log in &lost {
            self.wish_again(space, log, &mut effects);
            effects.push(Effect::Dropped { scope: log.scope, from: u64::try_from(log.common).unwrap_or(u64::MAX) });
            if let (Some(scope), 0) = (log.scope, log.common) {
                if is_opened_by_this_person(space, log) {
                    own.push(scope);
                } else {
                    effects.push(Effect::Wished(Wish::Await { scope }));
                    of_others.push(scope);
                }
            }
        }
        for hash in lacking {
            let Some(bytes) = desk.home.entry(*hash) else {
                effects.push(Effect::Vanished { entry: *hash });
                continue;
            };
            let unsent = space.unsent(*hash, &bytes);
            if is_past(space, &bytes, unsent.as_ref()) {
                effects.push(Effect::Uncovered { entry: *hash });
            }
            let begins = |unsent: &Unsent| own.contains(&unsent.scope) || of_others.contains(&unsent.scope);
            effects.extend(unsent.filter(|unsent| unsent.own || !of_others.contains(&unsent.scope)).map(|unsent| {
                let seal = !unsent.own || begins(&unsent);
                Effect::Unsent(Unsent { seal, ..unsent })
            }));
        }
        effects.extend(own.into_iter().chain(of_others).map(|scope| Effect::Begins { scope }));
        effects.push(Effect::Wished(Wish::WrapAgain));
        effects.push(Effect::Anew { log: self.log });
        // It was said, here or on another owner's device.
        let said = desk.wishes.iter().filter(|(_, wish)| matches!(wish, Wish::Resume { .. }));
        effects.extend(said.map(|(number, _)| Effect::Done(*number)));
        Ok(effects)
    }

    /// Whether the device that said that it goes on is an owner's as far as this device knows.
    fn is_known_owner(&self, space: &Space) -> bool {
        let said = |record: &MembershipRecord| {
            let change = &record.content().change;
            matches!(change, MembershipChange::Resume { log, .. } if *log == self.log)
        };
        let records = self.shown.all().filter(|(scope, _)| scope.is_none());
        let mut records = records.filter_map(|(_, bytes)| MembershipRecord::decode(bytes).ok());
        let device = records.find(said).map(|record| record.content().device);
        let standing = |device| space.membership().and_then(|membership| membership.standing(device).ok());
        device.and_then(standing) == Some(Standing::Owner)
    }

    /// What this device had signed of records that went, as wishes: whether they still fit is decided anew.
    fn wish_again(&self, space: &Space, log: &Beyond<'_>, effects: &mut Vec<Effect>) {
        let seen = log.common.checked_sub(1).and_then(|last| self.shown.hash(log.scope, last));
        for (place, bytes) in (log.common..).zip(log.records) {
            let wish = match log.scope {
                None => of_member(space, bytes),
                // The first one opens the scope: that is done again by itself, on the basis for keeping.
                Some(_) if place == 0 => None,
                Some(scope) => of_scope(space, scope, seen, bytes),
            };
            effects.extend(wish.map(Effect::Wished));
        }
    }
}

/// Whether an entry of another device is not to be counted any more: what is in it is sent on, or there was nothing to send.
fn is_past(space: &Space, bytes: &[u8], unsent: Option<&Unsent>) -> bool {
    let Ok(entry) = Entry::decode(bytes) else { return false };
    let claims = &entry.header.claims;
    claims.device != space.device() && (unsent.is_some() || !carries(&claims.kind))
}

const fn carries(kind: &Kind) -> bool {
    matches!(kind, Kind::Change | Kind::Late)
}

fn is_opened_by_this_person(space: &Space, log: &Beyond<'_>) -> bool {
    let first = log.records.first().and_then(|bytes| SharingRecord::decode(bytes).ok());
    let device = first.map(|record| record.content().device);
    let person = |device| space.membership().and_then(|membership| membership.person_of(device));
    device.and_then(person) == Some(space.person())
}

fn of_member(space: &Space, bytes: &[u8]) -> Option<Wish> {
    let record = MembershipRecord::decode(bytes).ok()?;
    let content = record.content();
    if content.device != space.device() {
        return None;
    }
    match &content.change {
        MembershipChange::AddPerson { role, device, person, .. } => {
            Some(Wish::AddPerson { role: *role, device: *device, person: *person })
        }
        MembershipChange::AddDevice { device, paper: false, .. } => Some(Wish::AddDevice { device: *device }),
        MembershipChange::Role { person, role, .. } => Some(Wish::Role { person: *person, role: *role }),
        MembershipChange::Remove { devices, .. } => {
            Some(Wish::Remove { devices: devices.iter().map(|removed| removed.device).collect() })
        }
        _ => None,
    }
}

fn of_scope(space: &Space, scope: ScopeId, seen: Option<RecordHash>, bytes: &[u8]) -> Option<Wish> {
    let record = SharingRecord::decode(bytes).ok()?;
    let content = record.content();
    if let SharingChange::EraseDocument { document, .. } = content.change {
        // Whoever keeps the scope has obeyed it.
        return Some(Wish::EraseDocument { scope, document });
    }
    if content.device != space.device() {
        return None;
    }
    match &content.change {
        SharingChange::Grant { basis, audience, .. } => {
            Some(Wish::Grant { scope, basis: *basis, audience: audience.clone(), seen })
        }
        SharingChange::Withdraw { bases, .. } => Some(Wish::Withdraw { scope, bases: bases.clone() }),
        SharingChange::Hold { stands } => Some(Wish::Hold { scope, stands: *stands }),
        SharingChange::ResidentDevice { basis, device, .. } => {
            Some(Wish::ResidentDevice { scope, basis: *basis, device: *device })
        }
        // Keys are made, and farewells said, by themselves; what was erased here is erased again.
        SharingChange::Rekey(_)
        | SharingChange::Erase { .. }
        | SharingChange::EraseDocument { .. }
        | SharingChange::Farewell { .. } => None,
    }
}

impl Space {
    /// What is in an entry that was taken once and that the relay does not have any more. Nothing where this device may not send
    /// it, or cannot open it.
    fn unsent(&self, hash: EntryHash, bytes: &[u8]) -> Option<Unsent> {
        let entry = Entry::decode(bytes).ok()?;
        let claims = entry.header.claims.clone();
        let own = claims.device == self.device();
        let carries = carries(&claims.kind);
        let may = match self.access(claims.scope) {
            Access::Whole => true,
            Access::Documents(named) => named.contains(&claims.document),
            Access::Nothing => false,
        };
        if !own && !(carries && may) {
            return None;
        }
        let (scope, members) = (self.scopes.get(&claims.scope)?, self.members.as_ref()?);
        let signing = if own {
            self.ring.device().card().signing
        } else {
            scope.sharing.admit(&claims, hash, &members.membership).ok()?
        };
        let key = self.ring.document_key(claims.scope, claims.document, claims.key)?;
        let body = entry.verify(&signing).ok()?.open(&key).ok()?;
        let changes = if carries { body.bytes.0 } else { Vec::new() };
        Some(Unsent { entry: hash, scope: claims.scope, document: claims.document, own, seal: !own, changes })
    }
}
