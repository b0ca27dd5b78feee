//! Entries and wraps: what goes in comes out, and whatever was touched does not.

use proptest::prelude::*;
use protocol::{
    encode::DecodeError,
    entry::{Entry, EntryError, header::Kind},
    id::*,
    key::{
        Heads, SpaceKey,
        content::Content,
        key_box::KeyBox,
        wrap::{Wrap, WrapError},
    },
    signature::SigningPublic,
};

use super::world::*;

fn open(bytes: &[u8], signing: &SigningPublic, key: &protocol::key::DocumentKey) -> Result<Vec<u8>, EntryError> {
    let entry = Entry::decode(bytes)?.verify(signing)?;
    entry.open(key).map(|body| body.bytes.0)
}

#[test]
fn no_bit_of_an_entry_can_be_turned() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.bram.device);
    let (signing, document) = (world.bram.device.card().signing, key.document(document()));
    let (_, sealed) =
        protocol::entry::seal(claims, &body(b"ik slaap slecht"), &document, &world.bram.device, &mut world.rng)
            .expect("fits");
    assert_eq!(open(&sealed, &signing, &document), Ok(b"ik slaap slecht".to_vec()), "untouched it opens");
    assert!(!sealed.windows(5).any(|piece| b"slaap".windows(5).any(|word| word == piece)), "no word can be read");
    for bit in 0..sealed.len() * 8 {
        let mut turned = sealed.clone();
        turned[bit / 8] ^= 1 << (bit % 8);
        assert!(open(&turned, &signing, &document).is_err(), "bit {bit} was turned");
    }
    for length in 0..sealed.len() {
        assert!(open(&sealed[..length], &signing, &document).is_err(), "{length} bytes are left");
    }
    let longer = [&sealed[..], &[0]].concat();
    assert!(open(&longer, &signing, &document).is_err(), "one byte follows");
}

#[test]
fn another_key_document_or_signer_opens_nothing() {
    let mut world = World::new();
    let mut log = world.scope();
    let (key, other) = (world.scope_key(&mut log), world.scope_key(&mut log));
    let claims = world.claims(&log, &key, &world.bram.device);
    let document_key = key.document(document());
    let (_, sealed) =
        protocol::entry::seal(claims.clone(), &body(b"x"), &document_key, &world.bram.device, &mut world.rng)
            .expect("fits");
    let (bram, mees) = (world.bram.device.card().signing, world.mees.device.card().signing);
    let another_document = key.document(DocumentId([1; 16]));
    assert_eq!(open(&sealed, &bram, &another_document), Err(EntryError::OtherKey), "the key of another document");
    assert_eq!(open(&sealed, &bram, &other.document(document())), Err(EntryError::OtherKey), "another scope key");
    assert!(matches!(open(&sealed, &mees, &document_key), Err(EntryError::Signature(_))), "another signer");
    let mut same_name = other.document(document());
    same_name.id = key.id;
    assert_eq!(open(&sealed, &bram, &same_name), Err(EntryError::Commitment), "another key under the same name");
    let sealed = protocol::entry::seal(claims, &body(b"x"), &document_key, &world.mees.device, &mut world.rng);
    assert!(matches!(sealed, Err(EntryError::Signature(_))), "nobody seals as another device");
}

#[test]
fn an_entry_of_a_later_version_is_kept_apart() {
    assert_eq!(Entry::decode(&[2, 9, 9]), Err(DecodeError::UnknownVersion(2)), "deferred, not dropped");
}

#[test]
fn a_body_of_a_length_that_padding_cannot_have_is_refused_before_any_key_is_needed() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.bram.device);
    let document = key.document(document());
    let (_, sealed) =
        protocol::entry::seal(claims, &body(b"x"), &document, &world.bram.device, &mut world.rng).expect("fits");
    // The header, 2 bytes of length, 512 + 16 bytes of body, 64 bytes of signature.
    let header = &sealed[..sealed.len() - 64 - 528 - 2];
    let with_body = |bytes: usize| {
        let length = [u8::try_from(bytes % 128).expect("7 bits") | 0x80, u8::try_from(bytes / 128).expect("few")];
        Entry::decode(&[header, &length, &vec![7; bytes], &[0; 64]].concat()).map(|_| ())
    };
    assert_eq!(with_body(528), Ok(()), "the shortest there is");
    assert_eq!(with_body(544 + 16), Ok(()), "the next");
    for bytes in [512, 527, 529, 544] {
        assert_eq!(with_body(bytes), Err(DecodeError::Malformed), "{bytes} bytes are between two lengths");
    }
}

#[test]
fn claims_that_make_no_sense_are_neither_sealed_nor_read() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let good = world.claims(&log, &key, &world.bram.device);
    let hash = EntryHash([5; 32]);
    let bad = [
        ("number 0", 0, None, Vec::new(), Kind::Change),
        ("the first after another", 1, Some(hash), Vec::new(), Kind::Change),
        ("the second after none", 2, None, Vec::new(), Kind::Change),
        ("more abandoned than numbers", 1, None, vec![hash], Kind::Change),
        ("too many abandoned", 66, None, vec![hash; 65], Kind::Change),
        ("part 1 of 1, from 0", 1, None, Vec::new(), Kind::Snapshot { covers: Vec::new(), part: 1, parts: 1 }),
        ("65 parts", 1, None, Vec::new(), Kind::Snapshot { covers: Vec::new(), part: 0, parts: 65 }),
        ("an ack of nothing", 1, None, Vec::new(), Kind::Ack { snapshot: Vec::new(), complete: true }),
    ];
    for (why, counter, previous, abandoned, kind) in bad {
        let mut claims = good.clone();
        (claims.counter, claims.previous, claims.abandoned, claims.kind) = (counter, previous, abandoned, kind);
        let document = key.document(document());
        let sealed = protocol::entry::seal(claims, &body(b""), &document, &world.bram.device, &mut world.rng);
        assert_eq!(sealed, Err(EntryError::Inside), "{why}");
    }
}

#[test]
fn an_entry_is_never_longer_than_a_mebibyte() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.bram.device);
    let document = key.document(document());
    for (bytes, fits) in [(1_000_000, true), (1 << 20, false)] {
        let body = body(&vec![7; bytes]);
        let sealed = protocol::entry::seal(claims.clone(), &body, &document, &world.bram.device, &mut world.rng);
        assert_eq!(sealed.is_ok(), fits, "{bytes} bytes");
    }
}

/// A wrap of every way to close it, and the space key that the first is under.
fn wraps(world: &mut World) -> (Vec<Wrap>, SpaceKey) {
    let space = world.membership.space();
    let space_key = world.space_key();
    let heads = Heads { membership: world.membership.head(), sharing: Some(world.membership.head()) };
    let key = protocol::key::ScopeKey::generate(ScopeId([3; 16]), heads, &mut world.rng);
    let (bram, card) = (world.bram.keys.card(), world.bram.device.card());
    let scope = Content::Scope(&key);
    let wraps = vec![
        Wrap::under(space, &space_key, scope, &mut world.rng).expect("wrapped"),
        Wrap::to_person(space, &bram, scope, &mut world.rng).expect("sealed"),
        Wrap::to_device(space, card.device, &card.sealing, scope, &mut world.rng).expect("sealed"),
    ];
    (wraps, space_key)
}

#[test]
fn no_bit_of_a_wrap_can_be_turned() {
    let mut world = World::new();
    let (wraps, space_key) = wraps(&mut world);
    for wrap in &wraps {
        let (_, bytes) = KeyBox::pack(vec![wrap.clone()]).remove(0);
        let opened = |wrap: &Wrap| {
            let sealed = wrap.open_as_person(&world.bram.keys).or_else(|_| wrap.open_as_device(&world.bram.device));
            sealed.or_else(|_| wrap.open_under(&space_key)).map(|_| ())
        };
        assert_eq!(opened(wrap), Ok(()), "untouched it opens");
        for bit in 8..bytes.len() * 8 {
            let mut turned = bytes.clone();
            turned[bit / 8] ^= 1 << (bit % 8);
            let read = KeyBox::decode(BoxHash::of(&turned), &turned);
            let opens = read.is_ok_and(|read| read.wraps.iter().any(|wrap| opened(wrap).is_ok()));
            assert!(!opens, "bit {bit} was turned");
        }
    }
}

#[test]
fn keys_of_every_kind_come_out_of_their_wraps() {
    let mut world = World::new();
    let space = world.membership.space();
    let (old, new) = (world.space_key(), world.space_key());
    let heads = world.membership.heads();
    let scope_key = protocol::key::ScopeKey::generate(ScopeId([3; 16]), heads, &mut world.rng);
    let document_key = scope_key.document(document());
    let card = world.hugo.device.card();
    let under = |content, rng: &mut Fixed| Wrap::under(space, &new, content, rng).expect("wrapped");
    let opened = under(Content::Space(&old), &mut world.rng).open_under(&new).expect("opens");
    assert_eq!(opened.space_key().map(|key| key.id), Ok(old.id), "the space key before");
    assert!(opened.scope_key().is_err() && opened.person_keys().is_err(), "and no other kind");
    let wrap = under(Content::Scope(&scope_key), &mut world.rng);
    let opened = wrap.open_under(&new).expect("opens");
    assert_eq!(opened.scope_key().map(|key| (key.id, key.scope)), Ok((scope_key.id, scope_key.scope)), "a scope key");
    assert_eq!(wrap.open_under(&old).map(|_| ()), Err(WrapError::NotThis), "not with the key before");
    let person = Content::Person(&world.hugo.keys, heads);
    let wrap = Wrap::to_device(space, card.device, &card.sealing, person, &mut world.rng).expect("sealed");
    let opened = wrap.open_as_device(&world.hugo.device).expect("opens");
    assert_eq!(opened.person_keys().map(|keys| keys.card()), Ok(world.hugo.keys.card()), "a person's key");
    let helper = world.hugo.keys.card();
    let wrap = Wrap::to_person(space, &helper, Content::Document(&document_key), &mut world.rng).expect("sealed");
    let opened = wrap.open_as_person(&world.hugo.keys).expect("opens");
    let given = opened.document_key().expect("a document key");
    // What the giver writes, the helper reads.
    let mut log = world.scope();
    let listed = world.scope_key(&mut log);
    let mut claims = world.claims(&log, &listed, &world.bram.device);
    (claims.key, claims.scope) = (scope_key.id, scope_key.scope);
    let (_, sealed) =
        protocol::entry::seal(claims, &body(b"plan"), &document_key, &world.bram.device, &mut world.rng).expect("fits");
    let read = open(&sealed, &world.bram.device.card().signing, &given);
    assert_eq!(read, Ok(b"plan".to_vec()), "the helper reads the one document");
}

#[test]
fn boxes_are_never_longer_than_a_mebibyte_and_lose_no_wrap() {
    let mut world = World::new();
    let wrap = wraps(&mut world).0.remove(0);
    let boxes = KeyBox::pack(vec![wrap; 10_000]);
    assert!(boxes.len() > 1, "too many for one box");
    assert!(boxes.iter().all(|(_, bytes)| bytes.len() <= 1 << 20), "none is too long");
    let read = boxes.iter().map(|(hash, bytes)| KeyBox::decode(*hash, bytes).expect("as it was packed").wraps.len());
    assert_eq!(read.sum::<usize>(), 10_000, "all are there");
    let (_, bytes) = &boxes[0];
    assert_eq!(KeyBox::decode(BoxHash([0; 32]), bytes), Err(DecodeError::Malformed), "not the one asked for");
}

#[test]
fn nothing_is_sealed_to_a_key_that_is_none() {
    let mut world = World::new();
    let (space, key) = (world.membership.space(), world.space_key());
    let none = protocol::device::SealingPublic([0; 32]);
    let sealed = Wrap::to_device(space, DeviceId([1; 16]), &none, Content::Space(&key), &mut world.rng);
    assert_eq!(sealed, Err(WrapError::NoKey), "anybody could open it");
}

#[test]
fn keys_that_were_kept_are_the_same_keys() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let kept = protocol::key::ScopeKey::from_secret(key.id, key.scope, key.heads, key.secret().clone());
    let (one, other) = (key.document(document()), kept.document(document()));
    assert_eq!(one.secrets(), other.secrets(), "they make the same document keys");
    let secrets = (one.secrets().0.clone(), one.secrets().1.clone());
    let helpers = protocol::key::DocumentKey::from_secrets(one.id, (one.scope, one.document), one.heads, secrets);
    let claims = world.claims(&log, &key, &world.bram.device);
    let (_, sealed) =
        protocol::entry::seal(claims, &body(b"x"), &one, &world.bram.device, &mut world.rng).expect("fits");
    let signing = world.bram.device.card().signing;
    assert_eq!(open(&sealed, &signing, &helpers), Ok(b"x".to_vec()), "and open what was sealed");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_sealed_opens_again(bytes in prop::collection::vec(any::<u8>(), 0..5_000), counter in 2_u64.., late: bool) {
        let mut world = World::new();
        let mut log = world.scope();
        let key = world.scope_key(&mut log);
        let mut claims = world.claims(&log, &key, &world.bram.device);
        (claims.counter, claims.previous) = (counter, Some(EntryHash([1; 32])));
        claims.kind = if late { Kind::Late } else { Kind::Change };
        let document = key.document(document());
        let (hash, sealed) =
            protocol::entry::seal(claims.clone(), &body(&bytes), &document, &world.bram.device, &mut world.rng)
                .expect("fits");
        let entry = Entry::decode(&sealed).expect("an entry");
        prop_assert_eq!(entry.hash(), hash, "the identity is that of the bytes");
        prop_assert_eq!(&entry.header.claims, &claims, "the claims are what was claimed");
        let entry = entry.verify(&world.bram.device.card().signing).expect("signed");
        prop_assert_eq!(entry.open(&document), Ok(body(&bytes)), "the body is what was written");
    }
}
