//! What an erasure leaves, and who may sign one.

use protocol::{
    entry::header::Claims,
    id::*,
    permission::Role,
    sharing::{
        SharingChange,
        record::{ScopeKeys, SecondSignature},
    },
    wire::{Appended, Item, LogItem},
};

use crate::world::{Running, World};

#[test]
fn an_owner_who_does_not_keep_a_scope_needs_a_second_person_who_was_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let olga = world.adds(Role::Owner);
    let scope = world.sharing.scope();
    let previous = world.sharing.head().expect("begun");
    let space = world.membership.space();
    let erase = |second| world.sharing_by(&olga.device, SharingChange::Erase { second });
    let by = |device| Some(SecondSignature::sign(space, scope, previous, device));
    let client = world.enter(&olga.device);
    assert_eq!(client.sharing(scope, erase(None).bytes()), Appended::Refused, "she does not keep it");
    let herself = erase(by(&olga.device));
    assert_eq!(client.sharing(scope, herself.bytes()), Appended::Refused, "nor is she two");
    let two = erase(by(&world.bram.device));
    assert_eq!(client.sharing(scope, two.bytes()), Appended::Taken, "Bram was there when the scope began");
    relay.stop();
}

#[test]
fn of_an_erased_document_the_relay_keeps_that_there_were_entries_and_not_a_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let document = DocumentId([0xee; 16]);
    let (first, bytes) = world.entry(&world.anna.device, 1, None);
    let claims = Claims { document, counter: 2, previous: Some(first), ..world.claims(&world.anna.device) };
    let (gone, gone_bytes) = world.seal(claims.clone(), &world.anna.device, b"to be erased");
    let (last, last_bytes) = world.entry(&world.anna.device, 3, Some(gone));
    world.owner().upload(&[&bytes, &gone_bytes]);
    let erase = |chain: ChainHash| {
        let key = ScopeKeys { key: KeyId([0xcc; 16]), ..world.named() };
        world.sharing_record(SharingChange::EraseDocument { document, chain, key })
    };
    let seen = ChainHash::START.then(first).then(gone);
    world.owner().upload(&[&last_bytes]);
    let (scope, head) = (world.sharing.scope(), world.sharing.head().expect("a head"));
    let early = world.owner().sharing(scope, erase(seen).bytes());
    assert_eq!(early, Appended::NewerHead { head }, "its maker has not seen every entry under the old keys");
    assert_eq!(world.owner().sharing(scope, erase(seen.then(last)).bytes()), Appended::Taken, "now she has");
    for _ in 0..2 {
        let page = world.owner().log(0, Some(scope), 0);
        let skipped = page.items.iter().any(|(_, item)| *item == LogItem::Skipped(scope, gone));
        assert!(skipped, "that it was there keeps chain and numbers whole");
        assert_eq!(
            page.items.iter().filter(|(_, item)| matches!(item, LogItem::Entry(_))).count(),
            2,
            "the rest stays"
        );
        assert_eq!(page.chains, [(scope, seen.then(last))], "in the same chain");
    }
    let again = Claims { counter: 4, previous: Some(last), ..claims };
    let (_, again) = world.seal(again, &world.anna.device, b"late");
    assert_eq!(world.owner().upload(&[&again]), [Item::Gone], "nothing comes back");
    relay.stop();
}
