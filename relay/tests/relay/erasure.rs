//! What an erasure leaves, and who may sign one.

use protocol::{
    chain::digest,
    id::*,
    permission::Role,
    sharing::{SharingChange, record::SecondSignature},
    wire::Appended,
};

use crate::world::{Running, World};

#[test]
fn an_erased_scope_stands_in_the_digest_with_the_chain_that_it_ended_with() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let first = world.sharing.scope();
    let (hash, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    world.shares(SharingChange::Erase { second: None });
    world.begins_scope();
    let chains = [(first, ChainHash::START.then(hash)), (world.sharing.scope(), ChainHash::START)].into();
    let page = world.owner().log(0, None, 0);
    assert_eq!(page.digest, digest(&chains), "every scope that ever had a record");
    assert!(page.chains.is_empty(), "no entry is on the page");
    relay.stop();
    let relay = Running::start(folder.path());
    world.at = relay.at;
    assert_eq!(world.owner().log(0, None, 0).digest, page.digest, "also after the relay was started again");
    relay.stop();
}

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
