//! The bytes of everything, made from fixed randomness and kept as text: whoever changes a byte sees it here.
//!
//! Every story draws its randomness from [`Fixed`] under a word of its own, so that another implementation can make the same
//! bytes: the random bytes are BLAKE3's extended output of that word. Keys, wraps (not that of a change), entries and signatures were
//! worked out apart from this code too, in Python with `cryptography` and `blake3`, with HPKE, `HChaCha20` and the byte layouts written by the page.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use protocol::{
    device::DeviceKeys,
    encode::Blob,
    entry::{
        self, Entry,
        header::{Cover, Kind},
    },
    id::*,
    key::{
        Heads, ScopeKey, SpaceKey,
        content::{Content, HandedIn},
        key_box::KeyBox,
        wrap::Wrap,
    },
    membership::{
        MembershipChange,
        record::{Pin, RemovedDevice},
    },
    permission::Role,
    sharing::{
        Sharing, SharingChange,
        record::{Audience, Readers, ScopeKeys, SecondSignature},
    },
    signature::Context,
    wire::*,
};

use super::world::*;

/// Named bytes, in lines of 64 digits.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        writeln!(self.0, "{name}: {} bytes", bytes.len()).expect("memory");
        for line in bytes.chunks(32) {
            writeln!(self.0, "  {}", HEXLOWER.encode(line)).expect("memory");
        }
    }

    fn same_as_ever(self, name: &str) {
        insta::with_settings!({ prepend_module_to_snapshot => false, snapshot_path => "../vectors", omit_expression => true }, {
            insta::assert_snapshot!(name, self.0);
        });
    }
}

#[test]
fn keys_and_signatures_are_the_same_as_ever() {
    let mut sheet = Sheet::default();
    let mut rng = Fixed::new("keys");
    let someone = Someone::new(&mut rng);
    sheet.add("person id", &someone.person().0);
    sheet.add("person key id", &someone.keys.key.0);
    sheet.add("person key seed", someone.keys.seed().as_slice());
    sheet.add("person public key", &someone.keys.card().sealing.0);
    sheet.add("device id", &someone.device.device.0);
    sheet.add("device seed", someone.device.seed().as_slice());
    let card = someone.device.card();
    sheet.add("device signing public key", &card.signing.0);
    sheet.add("device sealing public key", &card.sealing.0);
    sheet.add("device card proof", &card.proof.0);
    let paper = DeviceKeys::paper(someone.person(), SpaceId([5; 32]), &[9; 16]).expect("16 bytes");
    sheet.add("paper device id for the code of 16 times 09 in the space of 32 times 05", &paper.device.0);
    sheet.add("paper device seed", paper.seed().as_slice());
    for context in Context::ALL {
        let signature = someone.device.sign(context, b"content");
        sheet.add(&format!("signature of \"content\" as {}", context.label()), &signature.0);
    }
    sheet.same_as_ever("keys");
}

#[test]
fn wraps_are_the_same_as_ever() {
    let mut sheet = Sheet::default();
    let mut rng = Fixed::new("wraps");
    let someone = Someone::new(&mut rng);
    let (space, heads) = (SpaceId([5; 32]), Heads { membership: RecordHash([6; 32]), sharing: None });
    let in_scope = Heads { sharing: Some(RecordHash([7; 32])), ..heads };
    let (old, new) = (SpaceKey::generate(heads, &mut rng), SpaceKey::generate(heads, &mut rng));
    let scope = ScopeKey::generate(ScopeId([8; 16]), in_scope, &mut rng);
    let document = scope.document(document());
    let (person, card) = (someone.keys.card(), someone.device.card());
    let person_key = Content::Person(&someone.keys, heads);
    let bytes = b"a change".to_vec().into();
    let (id, scope_id) = (KeyId([9; 16]), scope.scope);
    let change = HandedIn { id, scope: scope_id, document: document.document, heads: in_scope, bytes };
    let wraps = [
        ("space key under the next", Wrap::under(space, &new, Content::Space(&old), &mut rng)),
        ("scope key under a space key", Wrap::under(space, &new, Content::Scope(&scope), &mut rng)),
        ("space key to a person", Wrap::to_person(space, &person, Content::Space(&new), &mut rng)),
        ("document keys to a person", Wrap::to_person(space, &person, Content::Document(&document), &mut rng)),
        ("scope key to a person", Wrap::to_person(space, &person, Content::Scope(&scope), &mut rng)),
        ("person key to a device", Wrap::to_device(space, card.device, &card.sealing, person_key, &mut rng)),
        ("a change to a person", Wrap::to_person(space, &person, Content::Changes(&change), &mut rng)),
    ];
    let wraps = wraps.map(|(name, wrap)| (name, wrap.expect("wrapped")));
    for (name, wrap) in &wraps {
        let (_, bytes) = KeyBox::pack(vec![wrap.clone()]).remove(0);
        sheet.add(&format!("a box with one wrap, {name}"), &bytes);
    }
    let (hash, _) = KeyBox::pack(wraps.map(|(_, wrap)| wrap).to_vec()).remove(0);
    sheet.add("identity of a box with all of them", &hash.0);
    sheet.same_as_ever("wraps");
}

#[test]
fn entries_are_the_same_as_ever() {
    let mut sheet = Sheet::default();
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let snapshot = EntryHash([0x51; 32]);
    let covers = vec![Cover { device: world.mees.device.device, counter: 300, entry: EntryHash([0x33; 32]) }];
    let kinds = [
        ("change", Kind::Change),
        ("snapshot", Kind::Snapshot { covers, part: 1, parts: 2 }),
        ("ack", Kind::Ack { snapshot: vec![snapshot, EntryHash([0x52; 32])], complete: true }),
        ("late", Kind::Late),
    ];
    let mut chain = ChainHash::START;
    for (counter, (name, kind)) in (1..).zip(kinds) {
        let mut claims = world.claims(&log, &key, &world.bram.device);
        (claims.counter, claims.kind) = (counter, kind);
        claims.previous = (counter > 1).then_some(EntryHash([0x11; 32]));
        if counter == 4 {
            claims.abandoned = vec![EntryHash([0x22; 32])];
        }
        let key = key.document(document());
        let sealed = entry::seal(claims, &body(b"words"), &key, &world.bram.device, &mut world.rng);
        let (hash, bytes) = sealed.expect("fits");
        sheet.add(&format!("entry, {name}"), &bytes);
        sheet.add("its identity", &hash.0);
        let read = Entry::decode(&bytes).expect("its own bytes");
        let opened = read.verify(&world.bram.device.card().signing).expect("signed").open(&key);
        assert_eq!(opened, Ok(body(b"words")), "{name}: what is kept here still opens");
        chain = chain.then(hash);
    }
    sheet.add("chain over the four", &chain.0);
    sheet.same_as_ever("entries");
}

#[test]
fn membership_records_are_the_same_as_ever() {
    let mut sheet = Sheet::default();
    let mut world = World::new();
    let bram = world.bram.person();
    let paper = DeviceKeys::paper(world.anna.person(), world.membership.space(), &[9; 16]).expect("16 bytes");
    let rotation = world.rotation();
    let another = world.rotation();
    let pins = vec![Pin { scope: ScopeId([1; 16]), entry: Some((200, EntryHash([2; 32]))), sharing: None }];
    let device = world.mees.device.device;
    world.anna_says(MembershipChange::AddDevice { device: paper.card(), paper: true, boxes: boxes() });
    world.anna_says(MembershipChange::Role { person: bram, role: Role::Helper, rotation: Some(rotation) });
    let devices = vec![RemovedDevice { device, pins }];
    world.anna_says(MembershipChange::Remove { devices, rotation: Some(another) });
    let person = protocol::device::PersonKeys::generate(world.anna.person(), &mut world.rng).card();
    let sealing = Some(world.rosa.keys.card().sealing);
    world.anna_says(MembershipChange::Renew { sealing, person: Some(person), boxes: boxes() });
    world.anna_says(MembershipChange::Resume { log: LogId([3; 16]), cursor: 70_000 });
    let alone = world.rotation();
    world.anna_says(MembershipChange::RotateAlone(alone));
    for record in &world.records {
        let name = record.content().change.act().map_or("Create".to_owned(), |act| format!("{act:?}"));
        sheet.add(&format!("membership record, {name}"), record.bytes());
        sheet.add("its identity", &record.hash().0);
    }
    sheet.same_as_ever("membership");
}

#[test]
fn sharing_records_are_the_same_as_ever() {
    let mut sheet = Sheet::default();
    let mut world = World::new();
    let mut log = Sharing::new(world.membership.space(), ScopeId([1; 16]));
    let (bram, mees, hugo) = (world.bram.person(), world.mees.person(), world.hugo.person());
    let (basis, key) = (world.basis(), world.scope_keys());
    let rosa = world.rosa.device.card();
    let pins = vec![(rosa.device, 300, EntryHash([2; 32]))];
    let again = world.grant(Audience::Resident(rosa.device));
    let SharingChange::Grant { basis: second, .. } = again else { panic!("a grant") };
    let changes = [
        world.grant(Audience::Keepers(vec![bram])),
        world.grant(Audience::Team),
        world.grant(Audience::People(vec![mees])),
        world.grant(Audience::Part { readers: Readers::People(vec![hugo]), documents: vec![document()] }),
        world.grant(Audience::Part { readers: Readers::Team, documents: vec![document()] }),
        SharingChange::ResidentDevice { basis, device: rosa, key: key.clone() },
        again,
        SharingChange::Rekey(ScopeKeys { key: key.key, boxes: [boxes(), boxes()].concat() }),
        SharingChange::Withdraw { bases: vec![basis, second], key: Some(world.scope_keys()), pins },
    ];
    let take = |log: &mut Sharing, device: &DeviceKeys, change: SharingChange, sheet: &mut Sheet| {
        let record = world.sharing_record(log, device, change);
        log.apply(&record, &world.membership).expect("allowed");
        let mut name = format!("{:?}", record.content().change);
        name.truncate(name.find([' ', '(']).unwrap_or(name.len()));
        sheet.add(&format!("sharing record, {name}"), record.bytes());
        sheet.add("its identity", &record.hash().0);
    };
    for change in changes {
        take(&mut log, &world.bram.device, change, &mut sheet);
    }
    take(&mut log, &world.rosa.device, SharingChange::Farewell { boxes: boxes() }, &mut sheet);
    for stands in [true, false] {
        take(&mut log, &world.anna.device, SharingChange::Hold { stands }, &mut sheet);
    }
    let previous = log.head().expect("begun");
    let second = SecondSignature::sign(world.membership.space(), log.scope(), previous, &world.mees.device);
    take(&mut log, &world.anna.device, SharingChange::Erase { second: Some(second) }, &mut sheet);
    let mut log = Sharing::new(world.membership.space(), ScopeId([2; 16]));
    let key = |id| ScopeKeys { key: KeyId([id; 16]), boxes: boxes() };
    let (basis, audience) = (BasisId([5; 16]), Audience::Keepers(vec![bram]));
    take(&mut log, &world.bram.device, SharingChange::Grant { basis, audience, key: key(6) }, &mut sheet);
    let (document, chain) = (DocumentId([9; 16]), ChainHash([8; 32]));
    take(&mut log, &world.bram.device, SharingChange::EraseDocument { document, chain, key: key(7) }, &mut sheet);
    sheet.same_as_ever("sharing");
}

#[test]
fn messages_are_the_same_as_ever() {
    fn add<M: Message + PartialEq + std::fmt::Debug>(sheet: &mut Sheet, message: M) {
        let mut name = format!("{message:?}");
        name.truncate(name.find([' ', '(']).unwrap_or(name.len()));
        let bytes = message.to_bytes();
        sheet.add(&name, &bytes);
        assert_eq!(M::from_bytes(&bytes).as_ref(), Ok(&message), "it reads back what it wrote");
    }
    let mut sheet = Sheet::default();
    let (record, entry) = (RecordHash([1; 32]), EntryHash([2; 32]));
    let blob = || Blob(b"bytes".to_vec());
    let items = vec![
        Item::Taken { cursor: 300, duplicate: true },
        Item::Gone,
        Item::NewerHead { membership: record, sharing: RecordHash([3; 32]) },
        Item::CounterTaken { entry },
        Item::Gap { expected: 4 },
        Item::Refused,
        Item::UnknownVersion,
        Item::NotResumed,
    ];
    add(&mut sheet, Upload { entries: vec![blob(), blob()] });
    add(&mut sheet, Uploaded { items });
    add(&mut sheet, LogRequest { after: 300, scope: Some(ScopeId([4; 16])), wait_seconds: 25 });
    let scope = ScopeId([4; 16]);
    let chains = vec![(scope, ChainHash([5; 32]))];
    let left_out = LeftOut { document: DocumentId([14; 16]), device: DeviceId([15; 16]), counter: 300, entry };
    let items = vec![
        (300, LogItem::Membership(blob())),
        (301, LogItem::Sharing(scope, blob())),
        (302, LogItem::Entry(blob())),
        (303, LogItem::Skipped(scope, entry)),
        (304, LogItem::Superseded { scope, chain: ChainHash([5; 32]), last: vec![left_out] }),
    ];
    add(&mut sheet, LogPage { log: LogId([6; 16]), head: 305, through: 304, chains, items });
    add(&mut sheet, Append { record: blob() });
    for answer in [
        Appended::Taken,
        Appended::NewerHead { head: record },
        Appended::BoxesMissing,
        Appended::Withdrawn { basis: BasisId([8; 16]) },
        Appended::Held,
        Appended::Refused,
        Appended::NotResumed,
        Appended::UnknownVersion,
        Appended::OldPins,
    ] {
        add(&mut sheet, answer);
    }
    let device = DeviceId([12; 16]);
    add(&mut sheet, PinsRequest { devices: vec![device] });
    let pin = Pin { scope, entry: Some((300, entry)), sharing: Some(record) };
    let bare = Pin { scope, entry: None, sharing: None };
    add(&mut sheet, Pins { devices: vec![(device, vec![pin, bare])] });
    add(&mut sheet, Have { records: vec![record], entries: vec![entry] });
    let records = vec![(None, blob()), (Some(scope), blob())];
    add(&mut sheet, Restore { records, entries: vec![blob()] });
    let (records, entries) = (vec![Appended::Taken], vec![Item::Gone]);
    add(&mut sheet, Restored { records, entries });
    add(&mut sheet, Missing { records: vec![record], entries: vec![] });
    let challenge = Challenge { relay: Blob(b"relay.example".to_vec()), space: SpaceId([9; 32]), nonce: [10; 32] };
    let answer = challenge.answer(&Someone::new(&mut Fixed::new("messages")).device);
    add(&mut sheet, challenge);
    add(&mut sheet, answer);
    add(&mut sheet, Token { token: [11; 32], seconds_left: 600 });
    sheet.same_as_ever("messages");
}
