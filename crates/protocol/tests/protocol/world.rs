//! A small space to test in: people with devices, one scope, and randomness that is always the same.

use core::convert::Infallible;

use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::Blob,
    entry::{
        body::Body,
        header::{Claims, Kind},
    },
    id::*,
    key::{ScopeKey, SpaceKey},
    membership::{
        Membership, MembershipChange, MembershipContent, MembershipRecord,
        record::{RemovedDevice, Rotation},
    },
    permission::Role,
    refused::Refused,
    sharing::{
        Sharing, SharingChange, SharingContent, SharingRecord,
        record::{Audience, ScopeKeys},
    },
    signed::Signed,
};
use rand_core::{TryCryptoRng, TryRng};

/// The bytes that BLAKE3 makes of a word when asked for more and more of them.
pub struct Fixed(blake3::OutputReader);

impl Fixed {
    pub fn new(word: &str) -> Self {
        Self(blake3::Hasher::new().update(word.as_bytes()).finalize_xof())
    }
}

impl TryRng for Fixed {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl TryCryptoRng for Fixed {}

pub struct Someone {
    pub keys: PersonKeys,
    pub device: DeviceKeys,
}

impl Someone {
    pub fn new(rng: &mut Fixed) -> Self {
        let person = PersonId::random(rng);
        Self { keys: PersonKeys::generate(person, rng), device: DeviceKeys::generate(person, rng) }
    }

    pub fn person(&self) -> PersonId {
        self.keys.person
    }
}

pub struct World {
    pub rng: Fixed,
    pub records: Vec<MembershipRecord>,
    pub membership: Membership,
    /// The first owner.
    pub anna: Someone,
    /// A second owner.
    pub olga: Someone,
    /// A member, who keeps the scopes made by [`World::scope`].
    pub bram: Someone,
    /// Another member.
    pub mees: Someone,
    /// A helper.
    pub hugo: Someone,
    /// A resident, with a device, in no membership log.
    pub rosa: Someone,
}

impl World {
    /// A space with two owners, two members and a helper, and a first space key.
    pub fn new() -> Self {
        let mut rng = Fixed::new("wijkweb test world");
        let mut someone = || Someone::new(&mut rng);
        let [anna, olga, bram, mees, hugo, rosa] = core::array::from_fn(|_| someone());
        let first = MembershipContent::create([7; 16], anna.device.card(), anna.keys.card());
        let first = Signed::sign(first, &anna.device).expect("short");
        let membership = Membership::begin(&first).expect("a first record");
        let mut world = Self { rng, records: vec![first], membership, anna, olga, bram, mees, hugo, rosa };
        let rotation = world.rotation();
        world.anna_says(MembershipChange::Rotate(rotation));
        let cards = [
            (Role::Owner, world.olga.device.card(), world.olga.keys.card()),
            (Role::Member, world.bram.device.card(), world.bram.keys.card()),
            (Role::Member, world.mees.device.card(), world.mees.keys.card()),
            (Role::Helper, world.hugo.device.card(), world.hugo.keys.card()),
        ];
        for (role, device, person) in cards {
            world.anna_says(MembershipChange::AddPerson { role, device, person, boxes: boxes() });
        }
        world
    }

    pub fn rotation(&mut self) -> Rotation {
        Rotation { key: KeyId::random(&mut self.rng), boxes: boxes() }
    }

    pub fn scope_keys(&mut self) -> ScopeKeys {
        ScopeKeys { key: KeyId::random(&mut self.rng), boxes: boxes() }
    }

    pub fn basis(&mut self) -> BasisId {
        BasisId::random(&mut self.rng)
    }

    pub fn record(&self, device: &DeviceKeys, change: MembershipChange) -> MembershipRecord {
        let content = MembershipContent::next(self.membership.space(), self.membership.head(), device.device, change);
        Signed::sign(content, device).expect("short")
    }

    pub fn take(&mut self, record: MembershipRecord) -> Result<(), Refused> {
        self.membership.apply(&record)?;
        self.records.push(record);
        Ok(())
    }

    pub fn anna_says(&mut self, change: MembershipChange) {
        let record = self.record(&self.anna.device, change);
        self.take(record).expect("an owner may");
    }

    pub fn anna_removes(&mut self, device: DeviceId) {
        let rotation = Some(self.rotation());
        let devices = vec![RemovedDevice { device, pins: Vec::new() }];
        self.anna_says(MembershipChange::Remove { devices, rotation });
    }

    pub fn space_key(&mut self) -> SpaceKey {
        SpaceKey::generate(self.membership.heads(), &mut self.rng)
    }

    pub fn sharing_record(&self, log: &Sharing, device: &DeviceKeys, change: SharingChange) -> SharingRecord {
        let head = self.membership.head();
        let content =
            SharingContent::next(self.membership.space(), log.scope(), log.head(), head, device.device, change);
        Signed::sign(content, device).expect("short")
    }

    pub fn share(&self, log: &mut Sharing, device: &DeviceKeys, change: SharingChange) -> Result<(), Refused> {
        log.apply(&self.sharing_record(log, device, change), &self.membership)
    }

    pub fn grant(&mut self, audience: Audience) -> SharingChange {
        SharingChange::Grant { basis: self.basis(), audience, key: self.scope_keys() }
    }

    /// A scope that Bram keeps and nobody else reads.
    pub fn scope(&mut self) -> Sharing {
        let mut log = Sharing::new(self.membership.space(), ScopeId::random(&mut self.rng));
        let first = self.grant(Audience::Keepers(vec![self.bram.person()]));
        self.share(&mut log, &self.bram.device, first).expect("a first grant");
        log
    }

    /// A scope key that its log knows.
    pub fn scope_key(&mut self, log: &mut Sharing) -> ScopeKey {
        let heads = log.heads(&self.membership);
        let key = ScopeKey::generate(log.scope(), heads, &mut self.rng);
        let named = ScopeKeys { key: key.id, boxes: boxes() };
        self.share(log, &self.bram.device, SharingChange::Rekey(named)).expect("its keeper may");
        key
    }

    pub fn claims(&self, log: &Sharing, key: &ScopeKey, device: &DeviceKeys) -> Claims {
        Claims {
            space: self.membership.space(),
            scope: log.scope(),
            document: document(),
            kind: Kind::Change,
            key: key.id,
            device: device.device,
            counter: 1,
            previous: None,
            abandoned: Vec::new(),
            membership: self.membership.head(),
            sharing: log.head().expect("the scope has a first record"),
        }
    }
}

pub fn document() -> DocumentId {
    DocumentId([0xd0; 16])
}

pub fn boxes() -> Vec<BoxHash> {
    vec![BoxHash::of(b"a box")]
}

pub fn body(bytes: &[u8]) -> Body {
    Body {
        schema: 3,
        heads_before: vec![ChangeHash([1; 32])],
        heads_after: vec![ChangeHash([2; 32]), ChangeHash([3; 32])],
        bytes: Blob(bytes.to_vec()),
    }
}
