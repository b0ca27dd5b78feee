//! Spaces with people who have something to upload.

use std::net::SocketAddr;

use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::Blob,
    entry::{
        self,
        body::Body,
        header::{Claims, Kind},
    },
    id::{BasisId, BoxHash, DocumentId, EntryHash, KeyId, PersonId, ScopeId},
    key::ScopeKey,
    membership::{
        Membership, MembershipChange,
        record::{MembershipContent, Rotation},
    },
    permission::Role,
    sharing::{
        Sharing, SharingChange,
        record::{Audience, ScopeKeys, SharingContent},
    },
    signed::Signed,
    wire::{Append, Appended, Message},
};

use crate::{
    caller::Caller,
    outcome::{Outcome, Problem},
};

type Chance = rand_core::UnwrapErr<getrandom::SysRng>;

fn chance() -> Chance {
    rand_core::UnwrapErr(getrandom::SysRng)
}

/// A key box without wraps: the relay does not look into it.
const EMPTY_BOX: &[u8] = &[1, 0];

/// A space whose people all read and write one scope.
pub(crate) struct Team {
    pub(crate) membership: Membership,
    sharing: Sharing,
    key: ScopeKey,
    /// One a person, the owner first.
    pub(crate) devices: Vec<DeviceKeys>,
}

fn refused<T>(_: T) -> Problem {
    Problem::Missing("a record for the measurement is refused".into())
}

impl Team {
    /// Makes the space at the relay.
    pub(crate) fn new(at: SocketAddr, people: usize) -> Outcome<Self> {
        let owner = PersonId::random(&mut chance());
        let device = DeviceKeys::generate(owner, &mut chance());
        let person = PersonKeys::generate(owner, &mut chance());
        let first = Signed::sign(MembershipContent::create([7; 16], device.card(), person.card()), &device);
        let first = first.map_err(refused)?;
        let membership = Membership::begin(&first).map_err(refused)?;
        let space = membership.space();
        taken(&mut Caller::new(at, space)?, "membership", first.bytes())?;
        let mut caller = Caller::enter(at, space, &device)?;
        let hash = BoxHash::of(EMPTY_BOX);
        let name: String = hash.0.iter().map(|byte| format!("{byte:02x}")).collect();
        caller.ask("PUT", &format!("boxes/{name}"), EMPTY_BOX)?;
        let sharing = Sharing::new(space, ScopeId::random(&mut chance()));
        let key = ScopeKey::generate(sharing.scope(), sharing.heads(&membership), &mut chance());
        let mut team = Self { membership, sharing, key, devices: vec![device] };
        let boxes = vec![hash];
        let key = KeyId::random(&mut chance());
        team.member_record(&mut caller, MembershipChange::Rotate(Rotation { key, boxes: boxes.clone() }))?;
        for _ in 1..people {
            let person = PersonId::random(&mut chance());
            let device = DeviceKeys::generate(person, &mut chance());
            let card = PersonKeys::generate(person, &mut chance()).card();
            let (role, boxes) = (Role::Member, boxes.clone());
            let add = MembershipChange::AddPerson { role, device: device.card(), person: card, boxes };
            team.member_record(&mut caller, add)?;
            team.devices.push(device);
        }
        for audience in [Audience::Keepers(vec![owner]), Audience::Team] {
            let key = ScopeKeys { key: team.key.id, boxes: boxes.clone() };
            let basis = BasisId::random(&mut chance());
            team.sharing_record(&mut caller, SharingChange::Grant { basis, audience, key })?;
        }
        Ok(team)
    }

    fn owner(&self) -> Outcome<&DeviceKeys> {
        self.devices.first().ok_or_else(|| refused(()))
    }

    fn member_record(&mut self, caller: &mut Caller, change: MembershipChange) -> Outcome {
        let (space, head, owner) = (self.membership.space(), self.membership.head(), self.owner()?);
        let content = MembershipContent::next(space, head, owner.device, change);
        let record = Signed::sign(content, owner).map_err(refused)?;
        taken(caller, "membership", record.bytes())?;
        self.membership.apply(&record).map_err(refused)
    }

    fn sharing_record(&mut self, caller: &mut Caller, change: SharingChange) -> Outcome {
        let (space, scope, owner) = (self.membership.space(), self.sharing.scope(), self.owner()?);
        let (head, cites) = (self.sharing.head(), self.membership.head());
        let content = SharingContent::next(space, scope, head, cites, owner.device, change);
        let record = Signed::sign(content, owner).map_err(refused)?;
        let name: String = scope.0.iter().map(|byte| format!("{byte:02x}")).collect();
        taken(caller, &format!("scopes/{name}/sharing"), record.bytes())?;
        self.sharing.apply(&record, &self.membership).map_err(refused)
    }

    /// So many entries of a device, each about 1 KiB, one after another.
    pub(crate) fn entries(&self, device: &DeviceKeys, many: u64) -> Outcome<Vec<Vec<u8>>> {
        let document = DocumentId([0xd0; 16]);
        let (key, mut previous, mut entries) = (self.key.document(document), None::<EntryHash>, Vec::new());
        for counter in 1..=many {
            let claims = Claims {
                space: self.membership.space(),
                scope: self.sharing.scope(),
                document,
                kind: Kind::Change,
                key: self.key.id,
                device: device.device,
                counter,
                previous,
                abandoned: Vec::new(),
                membership: self.membership.head(),
                sharing: self.sharing.head().ok_or_else(|| refused(()))?,
            };
            let body = Body { schema: 1, heads_before: vec![], heads_after: vec![], bytes: Blob(vec![0x5a; 640]) };
            let (hash, bytes) = entry::seal(claims, &body, &key, device, &mut chance()).map_err(refused)?;
            previous = Some(hash);
            entries.push(bytes);
        }
        Ok(entries)
    }
}

fn taken(caller: &mut Caller, path: &str, record: &[u8]) -> Outcome {
    let append = Append { record: Blob(record.to_vec()) }.to_bytes();
    match caller.message("POST", path, &append)? {
        Appended::Taken => Ok(()),
        _ => Err(refused(())),
    }
}
