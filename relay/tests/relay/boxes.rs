//! Which boxes stay and which go, so that an old copy of the logs opens nothing.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    encode::Blob,
    id::*,
    key::{content::Content, key_box::KeyBox, wrap::Wrap},
    membership::{MembershipChange, record::Rotation},
    permission::Role,
    sharing::{SharingChange, record::ScopeKeys},
    wire::{Appended, Message, Restore, Restored},
};
use relay::{backup, clock::SystemChance, restore};

use crate::{
    client::Client,
    engine::place,
    world::{EMPTY_BOX, Running, Someone, World, chance},
};

/// Another box each time, at the relay.
fn put(world: &World, client: &Client) -> (BoxHash, Vec<u8>) {
    let (space, anna) = (world.membership.space(), world.anna.keys.card());
    let wrap = Wrap::to_person(space, &anna, Content::Scope(&world.key), &mut chance()).expect("a key");
    let made = KeyBox::pack(vec![wrap]).remove(0);
    assert_eq!(client.put_box(&made.1).status, 204, "before the record that names it");
    made
}

fn rotate(world: &mut World, hash: BoxHash) {
    world.takes(MembershipChange::Rotate(Rotation { key: KeyId::random(&mut chance()), boxes: vec![hash] }));
}

#[test]
fn a_rotation_replaces_every_box_with_a_space_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let anna = world.owner();
    let [rotated, added, again] = [(); 3].map(|()| put(&world, &anna));
    rotate(&mut world, rotated.0);
    let new = Someone::new();
    let (device, person) = (new.device.card(), new.keys.card());
    world.takes(MembershipChange::AddPerson { role: Role::Member, device, person, boxes: vec![added.0] });
    for (_, bytes) in [&rotated, &added] {
        assert_eq!(anna.get_box(bytes).body, *bytes, "who comes in gets the key in use; the others have theirs");
    }
    rotate(&mut world, again.0);
    for (_, bytes) in [&rotated, &added] {
        assert_eq!(anna.get_box(bytes).status, 404, "replaced");
    }
    assert_eq!(anna.get_box(&again.1).body, again.1, "by this one");
    relay.stop();
}

#[test]
fn a_new_key_of_a_person_replaces_the_boxes_with_the_old_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let anna = world.owner();
    let [tablet, resealed, renewed] = [(); 3].map(|()| put(&world, &anna));
    let device = DeviceKeys::generate(world.anna.keys.person, &mut chance()).card();
    world.takes(MembershipChange::AddDevice { device, paper: false, boxes: vec![tablet.0] });
    let sealing = Some(DeviceKeys::generate(world.anna.keys.person, &mut chance()).card().sealing);
    world.takes(MembershipChange::Renew { sealing, person: None, boxes: vec![resealed.0] });
    for (_, bytes) in [&tablet, &resealed] {
        assert_eq!(anna.get_box(bytes).status, 200, "the same key for one device more, and for a new half of one");
    }
    let person = Some(PersonKeys::generate(world.anna.keys.person, &mut chance()).card());
    world.takes(MembershipChange::Renew { sealing: None, person, boxes: vec![renewed.0] });
    for (_, bytes) in [&tablet, &resealed] {
        assert_eq!(anna.get_box(bytes).status, 404, "the old key is handed out no more");
    }
    assert_eq!(anna.get_box(&renewed.1).status, 200, "the new one is");
    relay.stop();
}

#[test]
fn a_key_of_a_scope_that_is_wrapped_again_replaces_its_own_boxes_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let anna = world.owner();
    let [old, other, again] = [(); 3].map(|()| put(&world, &anna));
    let next = KeyId::random(&mut chance());
    for (key, hash) in [(world.key.id, old.0), (next, other.0), (world.key.id, again.0)] {
        world.shares(SharingChange::Rekey(ScopeKeys { key, boxes: vec![hash] }));
    }
    assert_eq!(anna.get_box(&old.1).status, 404, "the same key, wrapped again");
    assert_eq!(anna.get_box(&other.1).status, 200, "another key of the scope");
    assert_eq!(anna.get_box(&again.1).status, 200, "the newest");
    assert_eq!(anna.get_box(EMPTY_BOX).status, 200, "and what the membership log names");
    relay.stop();
}

#[test]
fn a_record_that_is_brought_back_does_not_need_boxes_that_nobody_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new, file) = (folder.path().join("old"), folder.path().join("new"), folder.path().join("backup"));
    let relay = Running::start(&old);
    let mut world = World::new(relay.at);
    backup(&place(&old), &file).expect("a backup");
    let (hash, bytes) = put(&world, &world.owner());
    let rekey = SharingChange::Rekey(ScopeKeys { key: world.key.id, boxes: vec![hash] });
    let record = world.sharing_record(rekey.clone());
    world.shares(rekey);
    relay.stop();
    restore(&place(&new), &file, &SystemChance).expect("an empty folder");
    let relay = Running::start(&new);
    world.at = relay.at;
    let records = vec![(Some(world.sharing.scope()), Blob(record.bytes().to_vec()))];
    let request = Restore { records, entries: Vec::new() }.to_bytes();
    let restored: Restored = world.owner().ask("POST", "restore", &request).message();
    assert_eq!(restored.records, [Appended::Taken], "the log goes on");
    assert_eq!(world.owner().get_box(&bytes).status, 404, "who has the key wraps it again");
    relay.stop();
}
