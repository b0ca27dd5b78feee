//! Everything that has a form of its own on the wire: entries, records, boxes, requests to a relay and its answers.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::{Blob, DecodeError},
    entry::{
        Entry,
        body::Body,
        header::{Claims, Kind},
        seal,
    },
    id::{
        BasisId, BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, KeyId, LogId, PersonId, RecordHash, ScopeId,
        SpaceId,
    },
    key::{Heads, ScopeKey, key_box::KeyBox, wrap::Wrap},
    membership::{MembershipContent, MembershipRecord, record::Pin},
    sharing::{
        SharingChange, SharingContent, SharingRecord,
        record::{Audience, ScopeKeys},
    },
    signed::Signed,
    wire::{
        Append, Appended, Challenge, Have, Item, LogItem, LogPage, LogRequest, Message, Missing, Pins, PinsRequest,
        Restore, Restored, Token, TokenRequest, Upload, Uploaded,
    },
};

use super::Sample;
use crate::chance::Chance;

/// The same bytes, read as everything there is.
pub fn messages(bytes: &[u8]) {
    if let Ok(entry) = Entry::decode(bytes) {
        assert!(entry.hash() == EntryHash::of(bytes), "an entry's identity is that of its bytes");
    }
    if let Ok(record) = MembershipRecord::decode(bytes) {
        assert!(record.bytes() == bytes && record.hash() == RecordHash::of(bytes), "a record is its bytes");
    }
    if let Ok(record) = SharingRecord::decode(bytes) {
        assert!(record.bytes() == bytes && record.hash() == RecordHash::of(bytes), "a record is its bytes");
    }
    if let Ok(opened) = KeyBox::decode(BoxHash::of(bytes), bytes) {
        let packed = KeyBox::pack(opened.wraps);
        assert!(packed.is_empty() || packed.iter().any(|(_, again)| again == bytes), "a box has one form");
    }
    assert!(KeyBox::decode(BoxHash([0; 32]), bytes).is_err(), "nothing is taken for the box that was asked for");
    one_form::<Upload>(bytes);
    one_form::<Uploaded>(bytes);
    one_form::<LogRequest>(bytes);
    one_form::<LogPage>(bytes);
    one_form::<Append>(bytes);
    one_form::<Appended>(bytes);
    one_form::<PinsRequest>(bytes);
    one_form::<Pins>(bytes);
    one_form::<Have>(bytes);
    one_form::<Missing>(bytes);
    one_form::<Restore>(bytes);
    one_form::<Restored>(bytes);
    one_form::<Challenge>(bytes);
    one_form::<TokenRequest>(bytes);
    one_form::<Token>(bytes);
}

/// What can be read is written as it was read; another version is told apart from nonsense.
fn one_form<M: Message>(bytes: &[u8]) {
    match M::from_bytes(bytes) {
        Ok(message) => assert!(message.to_bytes() == bytes, "a message has one form"),
        Err(DecodeError::UnknownVersion(version)) => assert!(bytes.first() == Some(&version), "the first byte says it"),
        Err(_) => {}
    }
}

/// One of each.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let mut rng = Chance::new(11);
    let person = PersonKeys::generate(PersonId::random(&mut rng), &mut rng);
    let device = DeviceKeys::generate(person.person, &mut rng);
    let first = MembershipContent::create([7; 16], device.card(), person.card());
    let first = Signed::sign(first, &device).expect("short");
    let (space, scope, head) = (SpaceId(first.hash().0), ScopeId([4; 16]), first.hash());
    let heads = Heads { membership: head, sharing: None };
    let key = ScopeKey::generate(scope, heads, &mut rng);
    let content = protocol::key::content::Content::Scope(&key);
    let wrap = Wrap::to_person(space, &person.card(), content, &mut rng).expect("wrapped");
    let (hash, key_box) = KeyBox::pack(vec![wrap]).pop().expect("a box");
    let keys = ScopeKeys { key: key.id, boxes: vec![hash] };
    let grant =
        SharingChange::Grant { basis: BasisId([5; 16]), audience: Audience::Keepers(vec![person.person]), key: keys };
    let grant = SharingContent::next(space, scope, None, head, device.device, grant);
    let grant = Signed::sign(grant, &device).expect("short");
    let claims = claims(space, &key, device.device, (head, grant.hash()));
    let body = Body { schema: 1, heads_before: vec![], heads_after: vec![], bytes: Blob(b"words".to_vec()) };
    let (_, entry) = seal(claims, &body, &key.document(DocumentId([3; 16])), &device, &mut rng).expect("an entry");
    let challenge = Challenge { relay: Blob(b"relay.example".to_vec()), space, nonce: [10; 32] };
    let mut samples = vec![
        ("entry".to_owned(), entry),
        ("membership".to_owned(), first.bytes().to_vec()),
        ("sharing".to_owned(), grant.bytes().to_vec()),
        ("box".to_owned(), key_box),
        ("challenge".to_owned(), challenge.to_bytes()),
        ("token-request".to_owned(), challenge.answer(&device).to_bytes()),
        ("token".to_owned(), Token { token: [11; 32], seconds_left: 600 }.to_bytes()),
    ];
    samples.extend(requests(scope));
    samples
}

fn claims(space: SpaceId, key: &ScopeKey, device: DeviceId, cites: (RecordHash, RecordHash)) -> Claims {
    Claims {
        space,
        scope: key.scope,
        document: DocumentId([3; 16]),
        kind: Kind::Ack { snapshot: vec![EntryHash([1; 32])], complete: true },
        key: key.id,
        device,
        counter: 2,
        previous: None,
        abandoned: vec![EntryHash([2; 32])],
        membership: cites.0,
        sharing: cites.1,
    }
}

fn requests(scope: ScopeId) -> Vec<Sample> {
    let blob = || Blob(b"bytes".to_vec());
    let (record, entry, device) = (RecordHash([1; 32]), EntryHash([2; 32]), DeviceId([12; 16]));
    let items = vec![
        Item::Taken { cursor: 300, duplicate: true },
        Item::NewerHead { membership: record, sharing: record },
        Item::CounterTaken { entry },
        Item::Gap { expected: 4 },
    ];
    let line = vec![
        (300, LogItem::Membership(blob())),
        (301, LogItem::Sharing(scope, blob())),
        (302, LogItem::Entry(blob())),
        (303, LogItem::Skipped(scope, entry)),
    ];
    let chains = vec![(scope, ChainHash([5; 32]))];
    let page = LogPage { log: LogId([6; 16]), head: 304, through: 303, chains, items: line };
    let pin = Pin { scope, entry: Some((300, entry)), sharing: Some(record) };
    let restored =
        Restored { records: vec![Appended::Withdrawn { basis: BasisId([8; 16]) }], entries: vec![Item::Gone] };
    let key = KeyId([1; 16]);
    let sample = |name: &str, bytes: Vec<u8>| (name.to_owned(), bytes);
    vec![
        sample("upload", Upload { entries: vec![blob(), blob()] }.to_bytes()),
        sample("uploaded", Uploaded { items }.to_bytes()),
        sample("log-request", LogRequest { after: 300, scope: Some(scope), wait_seconds: 25 }.to_bytes()),
        sample("log-page", page.to_bytes()),
        sample("append", Append { record: Blob(key.0.to_vec()) }.to_bytes()),
        sample("appended", Appended::NewerHead { head: record }.to_bytes()),
        sample("pins-request", PinsRequest { devices: vec![device] }.to_bytes()),
        sample("pins", Pins { devices: vec![(device, vec![pin])] }.to_bytes()),
        sample("have", Have { records: vec![record], entries: vec![entry] }.to_bytes()),
        sample("missing", Missing { records: vec![record], entries: vec![] }.to_bytes()),
        sample("restore", Restore { records: vec![(Some(scope), blob())], entries: vec![blob()] }.to_bytes()),
        sample("restored", restored.to_bytes()),
    ]
}
