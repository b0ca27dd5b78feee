//! Records and entries that a member of the team signs, whatever they say.

use protocol::{
    device::DeviceKeys,
    encode::Blob,
    entry::{Entry, body::Body},
    id::EntryHash,
    membership::{Membership, MembershipContent, MembershipRecord},
    permission::Role,
    sharing::{Sharing, SharingContent, SharingRecord},
    signed::Signed,
    wire::{Appended, Item, Message as _},
};
use relay::heart::space::Space;
use sync::{Answer, Call, Method};

use super::{
    Sample,
    pieces::{Pieces, piece},
    scene::{Scene, play},
};
use crate::simulated_relay::Line;

/// What is done with a piece.
const MEMBERSHIP: u8 = 0;
const SHARING: u8 = 1;
const ENTRY: u8 = 2;
const INSIDE: u8 = 3;

/// Pieces, each with a byte in front that says who signs it, and one that says what it is.
pub fn insider(bytes: &[u8]) {
    if !bytes.is_empty() {
        play(|scene| {
            let mut pieces = Pieces(bytes);
            while let (Some(who), Some(what), Some(piece)) = (pieces.byte(), pieces.byte(), pieces.piece()) {
                match what % 4 {
                    MEMBERSHIP => membership(scene, who, piece),
                    SHARING => sharing(scene, who, piece),
                    ENTRY => entry(scene, who, piece),
                    _ => inside(piece),
                }
            }
        });
    }
}

fn space(scene: &Scene) -> &Space {
    &scene.relay.books.get(&scene.space).expect("the space").space
}

fn signer(scene: &Scene, who: u8) -> &DeviceKeys {
    let [owner, member] = &scene.keys;
    if who.is_multiple_of(2) { owner.keys() } else { member.keys() }
}

/// A record of the membership log with this change, at the head.
fn membership(scene: &mut Scene, who: u8, piece: &[u8]) {
    let Ok(record) = MembershipRecord::decode(piece) else { return };
    let (log, keys) = (&space(scene).membership, signer(scene, who));
    let content = MembershipContent::next(log.space(), log.head(), keys.device, record.content().change.clone());
    let Ok(record) = Signed::sign(content, keys) else { return };
    let mut next = (**log).clone();
    let taken = next.apply(&record);
    match taken {
        Err(_) => assert!(next == **log, "a refused record changes nothing"),
        Ok(()) => {
            assert!(next.head() == record.hash() && is_owned(&next), "a space has a head, and an owner with a device")
        }
    }
    let answer = scene.relay.bring_record(record.bytes());
    assert!(taken.is_ok() || answer != Some(Appended::Taken), "a relay takes no record that devices refuse");
}

fn is_owned(log: &Membership) -> bool {
    log.people().any(|(person, role)| role == Role::Owner && log.devices(person).any(|(_, device)| !device.paper))
}

/// A record of the sharing log with this change, at the head.
fn sharing(scene: &mut Scene, who: u8, piece: &[u8]) {
    let Ok(record) = SharingRecord::decode(piece) else { return };
    let (here, keys) = (space(scene), signer(scene, who));
    let Some(known) = here.scopes.get(&scene.scope) else { return };
    let (log, cites) = (&*known.sharing, here.membership.head());
    let change = record.content().change.clone();
    let content = SharingContent::next(here.id, scene.scope, log.head(), cites, keys.device, change);
    let Ok(record) = Signed::sign(content, keys) else { return };
    let mut next = Sharing::clone(log);
    let taken = next.apply(&record, &here.membership);
    match taken {
        Err(_) => assert!(next == *log, "a refused record changes nothing"),
        Ok(()) => assert!(
            next.head() == Some(record.hash()) && (next.is_erased() || !next.keepers().is_empty()),
            "a scope has a head, and a keeper until it is erased"
        ),
    }
    let path = format!("/v1/spaces/{}/scopes/{}/sharing", scene.space, scene.scope);
    let body = protocol::wire::Append { record: Blob(record.bytes().to_vec()) }.to_bytes();
    let bearer = scene.tokens.get(usize::from(who % 2)).cloned();
    let answer = scene.relay.carry(&Call { method: Method::Post, path, bearer, body, wait_seconds: 0 });
    let good = matches!(answer, Answer::Good(bytes) if Appended::from_bytes(&bytes) == Ok(Appended::Taken));
    assert!(taken.is_ok() || !good, "a relay takes no record that devices refuse");
}

/// An entry with these claims but for who writes where, sealed and signed as it should be.
fn entry(scene: &mut Scene, who: u8, piece: &[u8]) {
    let Ok(read) = Entry::decode(piece) else { return };
    let claims = read.header.claims;
    let place = (scene.scope, scene.document);
    let forger = scene.keys.get_mut(usize::from(who % 2)).expect("two of them");
    let device = forger.device();
    let before = scene.relay.changes();
    let sealed = forger.entry(&scene.relay, place, b"words".to_vec(), |honest| {
        if who & 4 == 0 {
            (honest.counter, honest.previous) = (claims.counter, claims.previous);
        }
        if who & 8 == 0 {
            (honest.membership, honest.sharing) = (claims.membership, claims.sharing);
        }
        (honest.kind, honest.abandoned) = (claims.kind, claims.abandoned);
    });
    let [item] = scene.relay.bring(device, vec![sealed.clone()])[..] else { return };
    let taken = matches!(item, Item::Taken { duplicate: false, .. });
    assert!(taken == (scene.relay.changes() != before), "what is not taken changes nothing");
    assert!(!taken || entry_stands(scene, &sealed), "what is taken stands in the log as it came");
}

fn entry_stands(scene: &Scene, bytes: &[u8]) -> bool {
    let hash = EntryHash::of(bytes);
    let book = scene.relay.books.get(&scene.space).expect("the space");
    book.line.values().any(|line| matches!(line, Line::Entry { hash: known, .. } if *known == hash))
}

/// What lies inside a seal.
fn inside(piece: &[u8]) {
    if let Ok(body) = Body::from_padded(piece) {
        assert!(body.bytes.0.len() <= piece.len(), "nothing comes out that was not in");
    }
}

/// Everything that stands at the relay, signed once more, and an inside.
#[must_use]
pub fn samples() -> Vec<Sample> {
    play(|scene| {
        let book = scene.relay.books.get(&scene.space).expect("the space");
        let mut samples = Vec::new();
        for (cursor, line) in &book.line {
            let (name, what) = match line {
                Line::Membership(_) => ("membership", MEMBERSHIP),
                Line::Sharing(scope, _) if *scope == scene.scope => ("sharing", SHARING),
                Line::Sharing(..) => continue,
                Line::Entry { .. } => ("entry", ENTRY),
            };
            // An entry with a counter and heads that fit; a record by its owner.
            let who = if what == ENTRY { 12 } else { 0 };
            samples.push((format!("{name}-{cursor}"), [vec![who, what], piece(line.bytes())].concat()));
        }
        // The length of the text, the text (schema 1, no heads, five bytes), and zeros up to the shortest padding.
        let mut padded = [&[9, 0, 0, 0][..], &[1, 0, 0, 5], b"words"].concat();
        padded.resize(512, 0);
        samples.push(("inside".to_owned(), [vec![0, INSIDE], piece(&padded)].concat()));
        samples
    })
}
