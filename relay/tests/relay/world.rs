//! A space with an owner, a member and a scope of the owner's, at a relay that runs in this process.

use std::{
    net::SocketAddr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::Blob,
    entry::{self, body::Body, header::*},
    id::*,
    key::ScopeKey,
    membership::{record::*, *},
    permission::Role,
    sharing::{record::*, *},
    signed::Signed,
    wire::*,
};
use relay::{
    Relay, Settings, Tls,
    clock::{Clock, SystemChance},
};
use tokio::{net::TcpListener, sync::oneshot};

use crate::{
    client::{Client, hex, try_ask},
    engine::place,
};

/// A clock that stands until it is told to go on.
#[derive(Default)]
pub struct Hand(pub AtomicU64);

impl Clock for Hand {
    fn now(&self) -> Duration {
        Duration::from_secs(self.0.load(Ordering::SeqCst))
    }

    fn since_1970(&self) -> Duration {
        self.now() + Duration::from_secs(20_000 * 86_400)
    }
}

/// A relay in this process.
pub struct Running {
    pub at: SocketAddr,
    pub clock: Arc<Hand>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    pub fn start(data: &Path) -> Self {
        Self::start_with(Settings { rate: 1_000_000, ..Settings::new(place(data), "relay.test".to_owned()) })
    }

    pub fn start_with(settings: Settings) -> Self {
        Self::start_tls(settings, None)
    }

    pub fn start_tls(settings: Settings, tls: Option<Tls>) -> Self {
        let clock = Arc::new(Hand::default());
        let relay = Arc::new(Relay::open(settings, clock.clone(), Arc::new(SystemChance)).expect("it opens"));
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
                tell.send(listener.local_addr().expect("an address")).expect("the test waits");
                let stopped = async { drop(stopped.await) };
                relay::serve(relay, listener, tls, stopped).await.expect("it serves");
            });
        });
        Self { at: told.recv().expect("it listens"), clock, stop: Some(stop), thread: Some(thread) }
    }

    pub fn stop(mut self) {
        drop(self.stop.take());
        self.thread.take().expect("once").join().expect("it ends well");
    }
}

pub type Chance = rand_core::UnwrapErr<getrandom::SysRng>;

pub fn chance() -> Chance {
    rand_core::UnwrapErr(getrandom::SysRng)
}

pub struct Someone {
    pub keys: PersonKeys,
    pub device: DeviceKeys,
}

impl Someone {
    pub fn new() -> Self {
        let person = PersonId::random(&mut chance());
        Self { keys: PersonKeys::generate(person, &mut chance()), device: DeviceKeys::generate(person, &mut chance()) }
    }
}

/// The bytes of a key box without wraps.
pub const EMPTY_BOX: &[u8] = &[1, 0];

/// The newest cursor of a new world: five records stand in its line.
pub const BEGUN: u64 = 5;

/// What a device knows of the space.
pub struct World {
    pub at: SocketAddr,
    pub anna: Someone,
    pub bram: Someone,
    pub membership: Membership,
    pub sharing: Sharing,
    pub key: ScopeKey,
}

impl World {
    /// Makes the space at the relay: Anna owns it, Bram is a member, and Anna keeps a scope that the team reads.
    pub fn new(at: SocketAddr) -> Self {
        let (anna, bram) = (Someone::new(), Someone::new());
        let create = MembershipContent::create([7; 16], anna.device.card(), anna.keys.card());
        let first = Signed::sign(create, &anna.device).expect("short");
        let membership = Membership::begin(&first).expect("a first record");
        let append = Append { record: Blob(first.bytes().to_vec()) }.to_bytes();
        let path = format!("/v1/spaces/{}/membership", hex(&membership.space().0));
        let made = try_ask(at, "POST", &path, "", &append).expect("the relay answers");
        assert_eq!(made.message::<Appended>(), Appended::Taken, "a first record makes the space");
        let sharing = Sharing::new(membership.space(), ScopeId::random(&mut chance()));
        let key = ScopeKey::generate(sharing.scope(), sharing.heads(&membership), &mut chance());
        let mut world = Self { at, anna, bram, membership, sharing, key };
        let owner = world.owner();
        assert_eq!(owner.put_box(EMPTY_BOX).status, 204, "a box goes before the record that names it");
        let rotation = world.rotation();
        world.takes(MembershipChange::Rotate(rotation));
        let (device, person) = (world.bram.device.card(), world.bram.keys.card());
        world.takes(MembershipChange::AddPerson { role: Role::Member, device, person, boxes: boxes() });
        world.grants(Audience::Keepers(vec![world.anna.keys.person]));
        world.grants(Audience::Team);
        world
    }

    pub fn owner(&self) -> Client {
        self.enter(&self.anna.device)
    }

    pub fn member(&self) -> Client {
        self.enter(&self.bram.device)
    }

    pub fn enter(&self, device: &DeviceKeys) -> Client {
        Client::enter(self.at, self.membership.space(), device)
    }

    /// Somebody new in the space.
    pub fn adds(&mut self, role: Role) -> Someone {
        let new = Someone::new();
        let (device, person) = (new.device.card(), new.keys.card());
        self.takes(MembershipChange::AddPerson { role, device, person, boxes: boxes() });
        new
    }

    /// Anna begins another scope, which is the one that the world speaks of from here on.
    pub fn begins_scope(&mut self) {
        self.sharing = Sharing::new(self.membership.space(), ScopeId::random(&mut chance()));
        let heads = self.sharing.heads(&self.membership);
        self.key = ScopeKey::generate(self.sharing.scope(), heads, &mut chance());
        self.grants(Audience::Keepers(vec![self.anna.keys.person]));
    }

    pub fn grants(&mut self, audience: Audience) -> BasisId {
        let basis = basis();
        self.shares(SharingChange::Grant { basis, audience, key: self.named() });
        basis
    }

    pub fn rotation(&self) -> Rotation {
        Rotation { key: KeyId::random(&mut chance()), boxes: boxes() }
    }

    pub fn named(&self) -> ScopeKeys {
        ScopeKeys { key: self.key.id, boxes: boxes() }
    }

    pub fn record(&self, change: MembershipChange) -> MembershipRecord {
        let device = &self.anna.device;
        let content = MembershipContent::next(self.membership.space(), self.membership.head(), device.device, change);
        Signed::sign(content, device).expect("short")
    }

    /// Anna's record, taken by the relay.
    pub fn takes(&mut self, change: MembershipChange) {
        let record = self.record(change);
        assert_eq!(self.owner().membership(record.bytes()), Appended::Taken, "the owner's record is next");
        self.membership.apply(&record).expect("the device agrees");
    }

    pub fn sharing_record(&self, change: SharingChange) -> SharingRecord {
        self.sharing_by(&self.anna.device, change)
    }

    pub fn sharing_by(&self, device: &DeviceKeys, change: SharingChange) -> SharingRecord {
        let (space, head) = (self.membership.space(), self.membership.head());
        let content =
            SharingContent::next(space, self.sharing.scope(), self.sharing.head(), head, device.device, change);
        Signed::sign(content, device).expect("short")
    }

    pub fn shares(&mut self, change: SharingChange) {
        let record = self.sharing_record(change);
        let answer = self.owner().sharing(self.sharing.scope(), record.bytes());
        assert_eq!(answer, Appended::Taken, "the keeper's record is next");
        self.sharing.apply(&record, &self.membership).expect("the device agrees");
    }

    /// A sealed entry of a device.
    pub fn entry(&self, device: &DeviceKeys, counter: u64, previous: Option<EntryHash>) -> (EntryHash, Vec<u8>) {
        self.sealed(device, counter, previous, b"a change")
    }

    pub fn sealed(
        &self,
        device: &DeviceKeys,
        counter: u64,
        previous: Option<EntryHash>,
        text: &[u8],
    ) -> (EntryHash, Vec<u8>) {
        self.seal(Claims { counter, previous, ..self.claims(device) }, device, text)
    }

    /// Of the first entry of a device.
    pub fn claims(&self, device: &DeviceKeys) -> Claims {
        Claims {
            space: self.membership.space(),
            scope: self.sharing.scope(),
            document: DocumentId([0xd0; 16]),
            kind: Kind::Change,
            key: self.key.id,
            device: device.device,
            counter: 1,
            previous: None,
            abandoned: Vec::new(),
            membership: self.membership.head(),
            sharing: self.sharing.head().expect("a first record"),
        }
    }

    pub fn seal(&self, claims: Claims, device: &DeviceKeys, text: &[u8]) -> (EntryHash, Vec<u8>) {
        let key = self.key.document(claims.document);
        let body = Body { schema: 1, heads_before: vec![], heads_after: vec![], bytes: Blob(text.to_vec()) };
        entry::seal(claims, &body, &key, device, &mut chance()).expect("it seals")
    }
}

pub fn basis() -> BasisId {
    BasisId::random(&mut chance())
}

pub fn boxes() -> Vec<BoxHash> {
    vec![BoxHash::of(EMPTY_BOX)]
}
