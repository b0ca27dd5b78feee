//! Follows a restored relay once an owner has said that it goes on: what it has is what counts, and what it lost is done again.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{
    entry::{Entry, header::Kind},
    id::{BasisId, EntryHash, RecordHash, ScopeId},
    membership::{Membership, MembershipChange, MembershipRecord},
    permission::Standing,
    sharing::{Access, Sharing, SharingChange, SharingRecord, record::Audience},
    wire::Missing,
};

use super::{Restore, logs::Beyond};
use crate::{Desk, Effect, Space, Stop, Trouble, Wish, effect::Unsent};

/// What the relay's logs say.
pub(super) struct There {
    pub(super) membership: Membership,
    pub(super) scopes: BTreeMap<ScopeId, Sharing>,
}

impl There {
    fn access(&self, space: &Space, scope: ScopeId) -> Access {
        let Some(sharing) = self.scopes.get(&scope) else { return Access::Nothing };
        if sharing.resident(space.device()).is_some() {
            return Access::Whole;
        }
        sharing.access(space.person(), &self.membership)
    }
}

/// Scopes of which the relay has no record.
#[derive(Default)]
struct Unopened {
    /// Those that this person had opened, and opens again.
    own: BTreeSet<ScopeId>,
    of_others: BTreeSet<ScopeId>,
}

impl Restore {
    /// What follows from the log as it is now: records that it does not have are dropped here, and what this device had signed of
    /// them is wished again; entries that it does not have are sent again; everything is read from the beginning.
    ///
    /// # Errors
    ///
    /// [`Trouble::RelayChanged`] where this device knows more than the log has, and does not know who says that it goes on as an
    /// owner: so nobody who was taken out after the backup can make others forget it.
    pub(super) fn follow(
        &self,
        space: &Space,
        desk: &Desk<'_>,
        (there, lacks): (&There, &Missing),
    ) -> Result<Vec<Effect>, Stop> {
        let lacking = lacks.entries.as_slice();
        let lost: Vec<Beyond<'_>> = match there.membership.standing(space.device()) {
            Ok(Standing::Helper) => self.home.lost(&self.shown, &lacks.records.iter().copied().collect()).collect(),
            _ => self.home.beyond(&self.shown).collect(),
        };
        if !lost.is_empty() && !self.is_known_owner(space) {
            return Err(Stop::Trouble(Trouble::RelayChanged));
        }
        let mut effects = Vec::new();
        let mut unopened = Unopened::default();
        for log in &lost {
            effects.push(Effect::Dropped { scope: log.scope, from: u64::try_from(log.common).unwrap_or(u64::MAX) });
            match log.scope {
                None => {
                    let wishes = log.records.iter().flat_map(|bytes| of_member((space, there), bytes));
                    effects.extend(wishes.map(Effect::Wished));
                }
                Some(scope) => self.do_again((space, there), (scope, log), &mut unopened, &mut effects),
            }
        }
        effects.extend(left_as_helper((space, there), &lost));
        for hash in lacking {
            send_again(space, desk, *hash, &unopened, &mut effects);
        }
        effects.extend(lost_snapshots(space, desk, lacking, &unopened));
        effects.extend(unopened.own.into_iter().chain(unopened.of_others).map(|scope| Effect::Begins { scope }));
        effects.extend(self.forget_unnamed(space, &there.membership));
        effects.push(Effect::Wished(Wish::WrapAgain));
        effects.push(Effect::Anew { log: self.log });
        // It was said, here or on another owner's device.
        let said = desk.wishes.iter().filter(|(_, wish)| matches!(wish, Wish::Resume { .. }));
        effects.extend(said.map(|(number, _)| Effect::Done(*number)));
        Ok(effects)
    }

    /// What of a scope's log is lost is wished again. Whoever lost access with it waits for others, and keeps the copy until then.
    fn do_again(
        &self,
        (space, there): (&Space, &There),
        (scope, log): (ScopeId, &Beyond<'_>),
        unopened: &mut Unopened,
        effects: &mut Vec<Effect>,
    ) {
        let opened = opened_by_this_person(space, log).filter(|_| log.common == 0);
        let own = opened.is_some();
        effects.extend(opened.map(|basis| Effect::Wished(Wish::Reopen { scope, basis })));
        if log.common == 0 {
            if own {
                unopened.own.insert(scope)
            } else {
                unopened.of_others.insert(scope)
            };
        }
        let loses = space.access(scope) != Access::Nothing && there.access(space, scope) == Access::Nothing;
        if !own && (log.common == 0 || loses) {
            let read_on = if loses { space.reads_on(scope) } else { Vec::new() };
            effects.push(Effect::Wished(Wish::Await { scope, read_on }));
        }
        // Who reads all of it makes others' grants again too: their device may not come by for long.
        let for_others = own || there.access(space, scope) == Access::Whole;
        let seen = log.common.checked_sub(1).and_then(|last| self.shown.hash(log.scope, last));
        for (place, bytes) in (log.common..).zip(log.records) {
            // The first one opens the scope: that is done again by itself, on the basis for keeping.
            if place > 0 {
                effects.extend(of_scope(space, (scope, seen), bytes, for_others).map(Effect::Wished));
            }
        }
    }

    /// Whether the device that said that it goes on is an owner's as far as this device knows.
    pub(super) fn is_known_owner(&self, space: &Space) -> bool {
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
}

/// What a device waits for that was of the team and is a helper's there: the log had lost its person, and whoever let them in again made
/// them less since. It may read none of what the team reads, also where nothing of that log was lost, and no record tells it so: those
/// from before it was let in again count for nobody who was not there.
fn left_as_helper((space, there): (&Space, &There), lost: &[Beyond<'_>]) -> Vec<Effect> {
    let is_helper = |standing| standing == Some(Standing::Helper);
    if is_helper(space.standing()) || !is_helper(there.membership.standing(space.device()).ok()) {
        return Vec::new();
    }
    let is_seen_to = |scope| lost.iter().any(|log| log.scope == Some(scope));
    let reads = |scope: &ScopeId| space.access(*scope) == Access::Whole && there.access(space, *scope) != Access::Whole;
    let scopes = space.scopes().map(|(scope, _)| scope).filter(|scope| !is_seen_to(*scope) && reads(scope));
    let awaits = scopes.map(|scope| (scope, space.reads_on(scope))).filter(|(_, read_on)| !read_on.is_empty());
    awaits.map(|(scope, read_on)| Effect::Wished(Wish::Await { scope, read_on })).collect()
}

/// What becomes of an entry that the relay does not have any more.
fn send_again(space: &Space, desk: &Desk<'_>, hash: EntryHash, unopened: &Unopened, effects: &mut Vec<Effect>) {
    let Some(bytes) = desk.home.entry(hash) else {
        effects.push(Effect::Vanished { entry: hash });
        return;
    };
    let unsent = space.unsent(hash, &bytes);
    if is_past(space, &bytes, unsent.as_ref()) {
        effects.push(Effect::Uncovered { entry: hash });
    }
    let waits = |unsent: &Unsent| unopened.of_others.contains(&unsent.scope);
    let begins = |unsent: &Unsent| unopened.own.contains(&unsent.scope) || waits(unsent);
    effects.extend(unsent.filter(|unsent| unsent.own || !waits(unsent)).map(|unsent| {
        let seal = !unsent.own || begins(&unsent);
        Effect::Unsent(Unsent { seal, ..unsent })
    }));
}

/// Documents of which the relay lost a snapshot of another device. What came here by it came by no entry that is kept.
fn lost_snapshots(space: &Space, desk: &Desk<'_>, lacking: &[EntryHash], unopened: &Unopened) -> Vec<Effect> {
    let entries = lacking.iter().filter_map(|hash| desk.home.entry(*hash));
    let claims = entries.filter_map(|bytes| Entry::decode(&bytes).ok()).map(|entry| entry.header.claims);
    let lost = claims.filter(|claims| {
        let of_another = matches!(claims.kind, Kind::Snapshot { .. }) && claims.device != space.device();
        of_another
            && space.access(claims.scope).includes(claims.document)
            && !unopened.of_others.contains(&claims.scope)
    });
    let documents: BTreeSet<_> = lost.map(|claims| (claims.scope, claims.document)).collect();
    documents.into_iter().map(|(scope, document)| Effect::UnsentWhole { scope, document }).collect()
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

/// On which basis this person opened a scope, if they did.
fn opened_by_this_person(space: &Space, log: &Beyond<'_>) -> Option<BasisId> {
    let first = log.records.first().and_then(|bytes| SharingRecord::decode(bytes).ok())?;
    let person = space.membership()?.person_of(first.content().device);
    match &first.content().change {
        SharingChange::Grant { basis, .. } if person == Some(space.person()) => Some(*basis),
        _ => None,
    }
}

fn of_member((space, there): (&Space, &There), bytes: &[u8]) -> Vec<Wish> {
    let Ok(record) = MembershipRecord::decode(bytes) else { return Vec::new() };
    let content = record.content();
    if content.device != space.device() {
        return Vec::new();
    }
    // Whom somebody took out since is not let in again.
    let stays = |device| space.membership().is_some_and(|membership| membership.device(device).is_ok());
    match &content.change {
        MembershipChange::AddPerson { role, device, person, .. } if stays(device.device) => {
            vec![Wish::AddPerson { role: *role, device: *device, person: *person }]
        }
        MembershipChange::AddDevice { device, paper: false, .. } if stays(device.device) => {
            vec![Wish::AddDevice { device: *device }]
        }
        MembershipChange::AddDevice { device, paper: true, .. } if stays(device.device) => {
            vec![Wish::AddPaper { device: *device }]
        }
        MembershipChange::Role { person, role, .. } => vec![Wish::Role { person: *person, role: *role }],
        MembershipChange::Remove { devices, .. } => {
            // Those who have to be let in again first wait for that, each by itself.
            let devices = devices.iter().map(|removed| removed.device);
            let (here, lost): (Vec<_>, Vec<_>) =
                devices.partition(|device| there.membership.person_of(*device).is_some());
            let lost = lost.into_iter().map(|device| vec![device]);
            let all = lost.chain((!here.is_empty()).then_some(here));
            all.map(|devices| Wish::Remove { devices }).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a lost grant of somebody else is this person's to make again: of who kept it, only what others had entrusted to others.
/// Nobody vouches for who took a scope over, nor makes out of what was entrusted something that was taken.
fn may_grant_again(space: &Space, scope: ScopeId, audience: &Audience) -> bool {
    let Audience::Keepers(people) = audience else { return true };
    let known = space.sharing(scope).zip(space.membership());
    let entrusted = |person| known.is_some_and(|(sharing, membership)| sharing.is_entrusted(person, membership));
    people.iter().all(|person| *person != space.person() && entrusted(*person))
}

fn of_scope(
    space: &Space,
    (scope, seen): (ScopeId, Option<RecordHash>),
    bytes: &[u8],
    for_others: bool,
) -> Option<Wish> {
    let record = SharingRecord::decode(bytes).ok()?;
    let content = record.content();
    if let SharingChange::Grant { basis, audience, .. } = &content.change {
        let withdrawn = space.sharing(scope).is_some_and(|sharing| sharing.is_withdrawn(*basis));
        let again = for_others && may_grant_again(space, scope, audience);
        let grants = !withdrawn && (again || content.device == space.device());
        return grants.then(|| Wish::Grant { scope, basis: *basis, audience: audience.clone(), seen });
    }
    if let SharingChange::EraseDocument { document, .. } = content.change {
        // Whoever keeps the scope has obeyed it.
        return Some(Wish::EraseDocument { scope, document });
    }
    if content.device != space.device() {
        return None;
    }
    match &content.change {
        SharingChange::Withdraw { bases, .. } => Some(Wish::Withdraw { scope, bases: bases.clone() }),
        SharingChange::Hold { stands } => Some(Wish::Hold { scope, stands: *stands }),
        SharingChange::ResidentDevice { basis, device, .. } => {
            Some(Wish::ResidentDevice { scope, basis: *basis, device: *device })
        }
        // Keys are made, and farewells said, by themselves; what was erased here is erased again.
        SharingChange::Grant { .. }
        | SharingChange::Rekey(_)
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
        if !(own || carries && self.access(claims.scope).includes(claims.document)) {
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
