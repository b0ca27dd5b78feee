//! Makes the next record that is due: what the logs ask for by themselves first, then what people wished.

use std::collections::{BTreeMap, VecDeque};

use protocol::{
    id::{BasisId, BoxHash, DeviceId, PersonId, RecordHash, ScopeId},
    key::{ScopeKey, wrap::WrapError},
    membership::{
        MembershipChange, MembershipContent, MembershipRecord,
        record::{Pin, RemovedDevice, Rotation},
    },
    permission::{Role, Standing},
    sharing::{
        Access, Sharing, SharingChange, SharingContent, SharingRecord,
        record::{Audience, ScopeKeys},
    },
    signed::Signed,
};
use rand_core::CryptoRng;

use crate::{
    Desk, Effect,
    renewal::Asked,
    space::Space,
    wish::{Wish, WishNumber},
    wrap::Boxes,
};

/// A record that is ready to be sent, with what has to lie beside it first.
pub(crate) struct Prepared {
    pub(crate) record: Record,
    pub(crate) boxes: VecDeque<(BoxHash, Vec<u8>)>,
    pub(crate) keys: Vec<Made>,
    pub(crate) wish: Option<WishNumber>,
}

/// A record of one of the two kinds of log.
pub(crate) enum Record {
    Membership(MembershipRecord),
    Sharing(ScopeId, SharingRecord),
}

/// A key that was made for a record and is held once the record stands.
pub(crate) enum Made {
    Space(protocol::key::SpaceKey),
    Scope(ScopeKey),
    Person(protocol::device::PersonKeys, protocol::key::Heads),
}

/// Why no record can be made of a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Falls {
    /// What it wants is so already.
    Done,
    /// It no longer fits what the logs say.
    NoLonger,
}

/// What the relay holds of devices that are to be removed, scope by scope.
pub(crate) type PinsOf = BTreeMap<DeviceId, Vec<Pin>>;

pub(crate) type Ready = Result<Option<Prepared>, WrapError>;

impl Space {
    /// The next record that is due; nothing when the logs say all that they should. A wish that falls is put into `fallen`.
    pub(crate) fn prepare(
        &self,
        desk: &Desk<'_>,
        pins: &PinsOf,
        fallen: &mut Vec<(WishNumber, Falls)>,
        rng: &mut impl CryptoRng,
    ) -> Ready {
        let Some(standing) = self.standing() else { return self.rekeys(desk, rng) };
        if let Some(farewell) = self.farewell(desk, rng)? {
            return Ok(Some(farewell));
        }
        let team = matches!(standing, Standing::Owner | Standing::Member);
        // Who keeps a scope and was made a helper since ends nothing of it any more.
        if team && let Some(erased) = self.erase(desk)? {
            return Ok(Some(erased));
        }
        let asked = self.asked();
        if team && let Some(rotation) = self.rotate(desk, &asked, rng)? {
            return Ok(Some(rotation));
        }
        if standing != Standing::Paper
            && let Some(renewed) = self.renew(desk, &asked, rng)?
        {
            return Ok(Some(renewed));
        }
        // Before the wishes: what is to be shared has to be opened.
        if team && let Some(opened) = self.open_scopes(desk, standing, rng)? {
            return Ok(Some(opened));
        }
        let waits = |wish: &Wish| {
            self.waits_for_others(wish, desk) || self.waits_for_second(wish, desk) || self.waits_for_heirs(wish)
        };
        for (number, wish) in desk.wishes.iter().filter(|(_, wish)| !waits(wish)) {
            match self.wish(wish, (desk, pins), rng)? {
                Ok(mut ready) => {
                    ready.wish = Some(*number);
                    return Ok(Some(ready));
                }
                Err(falls) => fallen.push((*number, falls)),
            }
        }
        if let Some(rekey) = self.rekeys(desk, rng)? {
            return Ok(Some(rekey));
        }
        self.wrap_again(&asked, rng)
    }

    /// A new space key: one that comes alone where an erasure asks for it.
    fn rotate(&self, desk: &Desk<'_>, asked: &Asked, rng: &mut impl CryptoRng) -> Ready {
        let due = self.membership().is_some_and(protocol::membership::Membership::rotation_due);
        let alone = desk.renew && asked.team_key;
        if !due && !alone {
            return Ok(None);
        }
        let (key, boxes, made) = self.rotation(|_, role| role != Role::Helper, &[], alone, rng)?;
        let rotation = Rotation { key, boxes: hashes(&boxes) };
        let change = if alone { MembershipChange::RotateAlone(rotation) } else { MembershipChange::Rotate(rotation) };
        self.member_record(change, boxes, vec![Made::Space(made)])
    }

    /// Erases a scope that was erased here.
    fn erase(&self, desk: &Desk<'_>) -> Ready {
        let may = |id: &&ScopeId| {
            let alone = |sharing: &Sharing| self.erases_alone(sharing);
            self.sharing(**id).is_some_and(|sharing| !sharing.is_erased() && !sharing.is_held() && alone(sharing))
        };
        let Some(id) = desk.to_erase.iter().find(may) else { return Ok(None) };
        self.sharing_record(*id, SharingChange::Erase { second: None }, Vec::new(), Vec::new())
    }

    /// Opens the team's common scope, and what of this device may leave it.
    fn open_scopes(&self, desk: &Desk<'_>, standing: Standing, rng: &mut impl CryptoRng) -> Ready {
        let common = self.common_scope();
        match self.sharing(common) {
            None if standing == Standing::Owner => {
                return self.opening(common, BasisId::random(rng), rng);
            }
            Some(sharing)
                if sharing.keepers().contains(&self.person())
                    && !sharing.standing().any(|(_, audience)| *audience == Audience::Team) =>
            {
                let basis = BasisId::random(rng);
                return self.grant(common, basis, Audience::Team, rng).map(Result::ok);
            }
            _ => {}
        }
        for (scope, basis) in desk.to_open {
            if self.sharing(*scope).is_none() {
                return self.opening(*scope, *basis, rng);
            }
        }
        Ok(None)
    }

    /// A newer key for a scope in which this device wants to write, where somebody who had the last one no longer may read.
    fn rekeys(&self, desk: &Desk<'_>, rng: &mut impl CryptoRng) -> Ready {
        let Some(members) = &self.members else { return Ok(None) };
        for id in desk.to_write {
            let Some(scope) = self.scopes.get(id) else { continue };
            let stale = scope.newest.is_some_and(|key| !scope.sharing.takes_key(key, &members.membership));
            let whole = self.access(*id) == Access::Whole && self.holds_every_key(*id);
            if stale && !scope.sharing.is_erased() && whole && self.standing().is_some() {
                let key = ScopeKey::generate(*id, scope.sharing.heads(&members.membership), rng);
                let (boxes, named) = self.boxes_for(*id, &key, &[], &[], rng)?;
                return self.sharing_record(*id, SharingChange::Rekey(named), boxes, vec![Made::Scope(key)]);
            }
        }
        Ok(None)
    }

    /// The first record of a scope: this person keeps it.
    fn opening(&self, id: ScopeId, basis: BasisId, rng: &mut impl CryptoRng) -> Ready {
        let audience = Audience::Keepers(vec![self.person()]);
        self.grant(id, basis, audience, rng).map(Result::ok)
    }

    fn grant(
        &self,
        id: ScopeId,
        basis: BasisId,
        audience: Audience,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let (key, made) = match self.key_to_give(id, rng) {
            Some(key) => key,
            None => return Ok(Err(Falls::NoLonger)),
        };
        let (boxes, named) = self.boxes_for(id, &key, std::slice::from_ref(&audience), &[], rng)?;
        let made = if made { vec![Made::Scope(key)] } else { Vec::new() };
        let ready = self.sharing_record(id, SharingChange::Grant { basis, audience, key: named }, boxes, made)?;
        Ok(ready.ok_or(Falls::NoLonger))
    }

    /// The newest key of a scope if it is still good, or a new one. Nothing where this device holds the scope's keys no longer.
    pub(crate) fn key_to_give(&self, id: ScopeId, rng: &mut impl CryptoRng) -> Option<(ScopeKey, bool)> {
        let members = self.members.as_ref()?;
        let fresh = |heads, rng: &mut _| Some((ScopeKey::generate(id, heads, rng), true));
        let Some(scope) = self.scopes.get(&id).filter(|scope| scope.records > 0) else {
            return fresh(protocol::key::Heads { membership: members.membership.head(), sharing: None }, rng);
        };
        let good = scope.newest.filter(|key| scope.sharing.takes_key(*key, &members.membership));
        let held = self.ring.scope_keys(id).find(|key| Some(key.id) == good);
        match held {
            Some(key) => Some((ScopeKey::from_secret(key.id, id, key.heads, key.secret().clone()), false)),
            None if self.access(id) == Access::Whole => fresh(scope.sharing.heads(&members.membership), rng),
            None => None,
        }
    }

    /// Boxes for everybody who may read once the record stands, and what the record says of them.
    pub(crate) fn boxes_for(
        &self,
        id: ScopeId,
        key: &ScopeKey,
        more: &[Audience],
        without: &[BasisId],
        rng: &mut impl CryptoRng,
    ) -> Result<(Boxes, ScopeKeys), WrapError> {
        let (audiences, residents) = self.audiences(id, more, without);
        let boxes = self.scope_boxes(&self.handed(id, key), &audiences, &residents, rng)?;
        let named = ScopeKeys { key: key.id, boxes: hashes(&boxes) };
        Ok((boxes, named))
    }

    fn wish(
        &self,
        wish: &Wish,
        (desk, pins): (&Desk<'_>, &PinsOf),
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let Some(members) = &self.members else { return Ok(Err(Falls::NoLonger)) };
        let ready = match wish {
            Wish::AddPerson { role, device, person } => {
                if members.membership.device(device.device).is_ok() {
                    return Ok(Err(Falls::Done));
                }
                let boxes = if *role == Role::Helper { Vec::new() } else { self.welcome(person, rng)? };
                let change = MembershipChange::AddPerson {
                    role: *role,
                    device: *device,
                    person: *person,
                    boxes: hashes(&boxes),
                };
                self.member_record(change, boxes, Vec::new())?
            }
            Wish::AddDevice { device } => {
                if members.membership.device(device.device).is_ok() {
                    return Ok(Err(Falls::Done));
                }
                let boxes = self.second_device(device, rng)?;
                let change = MembershipChange::AddDevice { device: *device, paper: false, boxes: hashes(&boxes) };
                self.member_record(change, boxes, Vec::new())?
            }
            Wish::AddPaper { device } => return self.add_paper(device, rng),
            Wish::DropPapers { but } => return self.drop_papers(*but, rng),
            Wish::Role { person, role } => return self.role(*person, *role, rng),
            Wish::Remove { devices } => return self.remove(devices, pins, rng),
            Wish::Grant { scope, basis, audience, seen } => {
                let sharing = self.sharing(*scope);
                if sharing.is_some_and(|sharing| sharing.knows(*basis)) {
                    return Ok(Err(Falls::Done));
                }
                if sharing.is_none_or(|sharing| sharing.is_erased() || sharing.withdrawn_since(*seen, self.device())) {
                    return Ok(Err(Falls::NoLonger));
                }
                return self.grant(*scope, *basis, audience.clone(), rng);
            }
            Wish::ResidentDevice { scope, basis, device } => return self.resident_device(*scope, *basis, device, rng),
            Wish::Withdraw { scope, bases } => return self.withdraw(*scope, bases, rng),
            Wish::EraseDocument { scope, document } => return self.erase_document(*scope, *document, desk, rng),
            Wish::EraseWith { scope, seen } => return self.erase_with(*scope, *seen, desk),
            // Goes along with the farewell; once that was said, or is not owed, there is nothing to hand in.
            Wish::HandIn { .. } => return Ok(Err(Falls::Done)),
            Wish::Reopen { scope, basis } => {
                if self.sharing(*scope).is_some() {
                    return Ok(Err(Falls::Done));
                }
                self.opening(*scope, *basis, rng)?
            }
            // Said to a relay that waits for it; the others end by themselves.
            Wish::Resume { .. } | Wish::Await { .. } | Wish::WrapAgain | Wish::ReadAll => return Ok(Err(Falls::Done)),
            Wish::Hold { scope, stands } => {
                if self.sharing(*scope).is_none_or(|sharing| sharing.is_held() == *stands) {
                    return Ok(Err(Falls::Done));
                }
                self.sharing_record(*scope, SharingChange::Hold { stands: *stands }, Vec::new(), Vec::new())?
            }
        };
        Ok(ready.ok_or(Falls::NoLonger))
    }

    fn role(
        &self,
        person: PersonId,
        role: Role,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let before = self.membership().and_then(|membership| membership.role(person));
        if before == Some(role) || before.is_none() {
            return Ok(Err(Falls::Done));
        }
        let mut boxes = Vec::new();
        let mut made = Vec::new();
        let mut rotation = None;
        // Who becomes a helper is not to have the next key; who was one is given it, with all that the team still reads by older ones.
        if person != self.person() && (role == Role::Helper || before == Some(Role::Helper)) {
            let has = |who, now| if who == person { role != Role::Helper } else { now != Role::Helper };
            let (key, packed, secret) = self.rotation(has, &[], false, rng)?;
            rotation = Some(Rotation { key, boxes: hashes(&packed) });
            boxes = packed;
            made.push(Made::Space(secret));
        }
        let ready = self.member_record(MembershipChange::Role { person, role, rotation }, boxes, made)?;
        Ok(ready.ok_or(Falls::NoLonger))
    }

    pub(crate) fn remove(
        &self,
        devices: &[DeviceId],
        pins: &PinsOf,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let Some(members) = &self.members else { return Ok(Err(Falls::NoLonger)) };
        let membership = &members.membership;
        let here: Vec<_> = devices.iter().copied().filter(|device| membership.device(*device).is_ok()).collect();
        if here.is_empty() {
            return Ok(Err(Falls::Done));
        }
        let goes = |person: PersonId| membership.devices(person).all(|(device, _)| here.contains(&device));
        let mut boxes = Vec::new();
        let mut made = Vec::new();
        let mut rotation = None;
        let helpers = here.iter().all(|device| {
            membership.person_of(*device).and_then(|person| membership.role(person)) == Some(Role::Helper)
        });
        if !helpers && !goes(self.person()) {
            let (key, packed, secret) =
                self.rotation(|person, role| role != Role::Helper && !goes(person), &here, false, rng)?;
            rotation = Some(Rotation { key, boxes: hashes(&packed) });
            boxes = packed;
            made.push(Made::Space(secret));
        }
        let pins = |device| pins.get(&device).cloned().unwrap_or_default();
        let removed = here.iter().map(|device| RemovedDevice { device: *device, pins: pins(*device) });
        let change = MembershipChange::Remove { devices: removed.collect(), rotation };
        Ok(self.member_record(change, boxes, made)?.ok_or(Falls::NoLonger))
    }

    fn resident_device(
        &self,
        id: ScopeId,
        basis: BasisId,
        device: &protocol::device::DeviceCard,
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let Some(sharing) = self.sharing(id).filter(|sharing| !sharing.is_erased()) else {
            return Ok(Err(Falls::NoLonger));
        };
        if sharing.resident_card(device.device).is_some() {
            return Ok(Err(Falls::Done));
        }
        let Some((key, made)) = self.key_to_give(id, rng) else { return Ok(Err(Falls::NoLonger)) };
        let (mut audiences, mut residents) = (vec![Audience::Resident(device.device)], vec![*device]);
        for (_, audience) in sharing.standing() {
            if let Audience::Resident(known) = audience {
                residents.extend(sharing.resident_card(*known).copied());
            }
            audiences.push(audience.clone());
        }
        let boxes = self.scope_boxes(&self.handed(id, &key), &audiences, &residents, rng)?;
        let named = ScopeKeys { key: key.id, boxes: hashes(&boxes) };
        let made = if made { vec![Made::Scope(key)] } else { Vec::new() };
        let change = SharingChange::ResidentDevice { basis, device: *device, key: named };
        Ok(self.sharing_record(id, change, boxes, made)?.ok_or(Falls::NoLonger))
    }

    fn withdraw(
        &self,
        id: ScopeId,
        bases: &[BasisId],
        rng: &mut impl CryptoRng,
    ) -> Result<Result<Prepared, Falls>, WrapError> {
        let (Some(members), Some(sharing)) = (&self.members, self.sharing(id)) else { return Ok(Err(Falls::Done)) };
        if sharing.is_erased() || bases.iter().all(|basis| sharing.is_withdrawn(*basis)) {
            return Ok(Err(Falls::Done));
        }
        if !sharing.is_kept_without(bases, &members.membership) {
            return Ok(Err(Falls::NoLonger));
        }
        let left: Vec<_> = sharing.standing().filter(|(basis, _)| !bases.contains(basis)).collect();
        let role = members.membership.role(self.person());
        let left_in = left.iter().any(|(_, audience)| match audience {
            Audience::Resident(device) => *device == self.device(),
            audience => role.is_some_and(|role| audience.access(self.person(), role) == Access::Whole),
        });
        let mut boxes = Vec::new();
        let mut made = Vec::new();
        let mut named = None;
        // Nobody waits to withdraw: whoever writes next makes the key then.
        if left_in && self.holds_every_key(id) {
            let key = ScopeKey::generate(id, sharing.heads(&members.membership), rng);
            let (packed, keys) = self.boxes_for(id, &key, &[], bases, rng)?;
            boxes = packed;
            named = Some(keys);
            made.push(Made::Scope(key));
        }
        let losing = sharing.losing(bases, &members.membership);
        let last = |device| self.writers.last(device).find(|(scope, ..)| *scope == id);
        let pins =
            losing.into_iter().filter_map(|device| last(device).map(|(_, counter, entry)| (device, counter, entry)));
        let change = SharingChange::Withdraw { bases: bases.to_vec(), key: named, pins: pins.collect() };
        Ok(self.sharing_record(id, change, boxes, made)?.ok_or(Falls::NoLonger))
    }

    pub(crate) fn member_record(&self, change: MembershipChange, boxes: Boxes, keys: Vec<Made>) -> Ready {
        let Some(members) = &self.members else { return Ok(None) };
        let content = MembershipContent::next(self.id, members.membership.head(), self.device(), change);
        // A record that is longer than it may be is none: the wish falls.
        let Ok(record) = Signed::sign(content, self.ring.device()) else { return Ok(None) };
        Ok(Some(Prepared { record: Record::Membership(record), boxes: boxes.into(), keys, wish: None }))
    }

    pub(crate) fn sharing_record(&self, id: ScopeId, change: SharingChange, boxes: Boxes, keys: Vec<Made>) -> Ready {
        let Some(members) = &self.members else { return Ok(None) };
        let previous: Option<RecordHash> = self.scopes.get(&id).and_then(|scope| scope.sharing.head());
        let head = members.membership.head();
        let content = SharingContent::next(self.id, id, previous, head, self.device(), change);
        let Ok(record) = Signed::sign(content, self.ring.device()) else { return Ok(None) };
        Ok(Some(Prepared { record: Record::Sharing(id, record), boxes: boxes.into(), keys, wish: None }))
    }
}

/// What is to be kept of wishes that fell.
pub(crate) fn fell(fallen: Vec<(WishNumber, Falls)>) -> Vec<Effect> {
    let fell = fallen.into_iter().map(|(number, why)| match why {
        Falls::Done => Effect::Done(number),
        Falls::NoLonger => Effect::Fell(number),
    });
    fell.collect()
}

pub(crate) fn hashes(boxes: &Boxes) -> Vec<BoxHash> {
    boxes.iter().map(|(hash, _)| *hash).collect()
}
