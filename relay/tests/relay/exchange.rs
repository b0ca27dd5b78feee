//! Devices that give each other entries through the relay.

use std::sync::atomic::Ordering;

use protocol::{
    device::DeviceKeys,
    id::*,
    key::{content::Content, key_box::KeyBox, wrap::Wrap},
    membership::{
        MembershipChange,
        record::{Pin, RemovedDevice},
    },
    permission::Role,
    sharing::{SharingChange, record::ScopeKeys},
    wire::{Appended, Item, Message, PinsRequest},
};

use crate::{
    client::{Client, entries, records},
    engine::database,
    world::{BEGUN, EMPTY_BOX, Running, World, basis, boxes, chance},
};

#[test]
fn two_devices_exchange_entries_and_a_repeated_upload_is_a_duplicate() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let (anna, bram) = (world.owner(), world.member());
    let (one, first) = world.entry(&world.anna.device, 1, None);
    let (two, second) = world.entry(&world.bram.device, 1, None);
    assert_eq!(anna.upload(&[&first]), [Item::Taken { cursor: BEGUN + 1, duplicate: false }], "Anna's is the first");
    assert_eq!(bram.upload(&[&second]), [Item::Taken { cursor: BEGUN + 2, duplicate: false }], "Bram's follows");
    assert_eq!(
        anna.upload(&[&first]),
        [Item::Taken { cursor: BEGUN + 1, duplicate: true }],
        "the same, at the same cursor"
    );
    let page = bram.log(0, None, 0);
    assert_eq!(entries(&page), [(BEGUN + 1, first), (BEGUN + 2, second)], "everything in its order, as it was sent");
    let chain = ChainHash::START.then(one).then(two);
    assert_eq!(page.chains, [(world.sharing.scope(), chain)], "the chain goes over both");
    assert!(bram.log(page.through, None, 0).items.is_empty(), "after the head there is nothing");
    relay.stop();
}

#[test]
fn who_waits_is_given_what_comes() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let bram = world.member();
    let waiting = std::thread::spawn(move || bram.log(BEGUN, None, 25));
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let page = waiting.join().expect("it is answered");
    assert_eq!(entries(&page).len(), 1, "the entry that came, whichever of the two was first");
    relay.stop();
}

#[test]
fn a_removed_device_is_refused_at_once_and_may_read_of_its_removal_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let bram = world.member();
    assert_eq!(bram.log(0, None, 0).head, BEGUN, "Bram is in");
    let rotation = Some(world.rotation());
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    world.takes(MembershipChange::Remove { devices, rotation });
    let (_, entry) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&entry]);
    assert_eq!(bram.ask("GET", "events", &[]).status, 403, "the token is good still, the device is not");
    assert_eq!(bram.ask("POST", "entries", &[]).status, 403, "and sends nothing");
    let page = bram.log(BEGUN, None, 0);
    assert_eq!((records(&page).0, entries(&page).len()), (1, 0), "the removal, and not the entry after it");
    relay.stop();
}

#[test]
fn a_token_ends_after_ten_minutes() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let world = World::new(relay.at);
    let bram = world.member();
    relay.clock.0.fetch_add(599, Ordering::SeqCst);
    assert_eq!(bram.log(0, None, 0).head, BEGUN, "within ten minutes");
    relay.clock.0.fetch_add(1, Ordering::SeqCst);
    assert_eq!(bram.ask("GET", "log?request=01000000", &[]).status, 401, "not after them");
    relay.stop();
}

#[test]
fn a_residents_device_gets_the_entries_of_its_own_scope_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let (_, other) = world.entry(&world.anna.device, 1, None);
    assert!(matches!(world.owner().upload(&[&other])[..], [Item::Taken { .. }]), "an entry in the first scope");
    let other_scope = world.sharing.scope();

    // A second scope, with a resident's device.
    world.begins_scope();
    let rosa = DeviceKeys::generate(PersonId::random(&mut chance()), &mut chance());
    let key = ScopeKeys { key: world.key.id, boxes: boxes() };
    world.shares(SharingChange::ResidentDevice { basis: basis(), device: rosa.card(), key });
    let (_, hers) = world.entry(&rosa, 1, None);
    let client = Client::enter(relay.at, world.membership.space(), &rosa);
    assert!(matches!(client.upload(&[&hers])[..], [Item::Taken { .. }]), "she writes in her scope");
    let page = client.log(0, None, 0);
    assert_eq!(entries(&page), [(page.head, hers)], "one of the two entries, her scope's");
    assert_eq!(records(&page), (3, vec![world.sharing.scope(); 2]), "who is in the space, and who reads her scope");
    assert!(client.log(0, Some(other_scope), 0).items.is_empty(), "asking for the other by name gives nothing");
    assert_eq!(client.upload(&[&other]), [Item::Refused], "she cannot even ask whether it is there");
    relay.stop();
}

#[test]
fn an_erased_scope_answers_gone_and_its_rows_and_boxes_are_deleted() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let wrap =
        Wrap::to_person(world.membership.space(), &world.anna.keys.card(), Content::Scope(&world.key), &mut chance());
    let own = KeyBox::pack(vec![wrap.expect("her key is one")]);
    let own = own.first().map(|(_, bytes)| bytes.clone()).expect("one box");
    let owner = world.owner();
    assert_eq!(owner.put_box(&own).status, 204, "a box of this scope alone");
    let key = ScopeKeys { key: world.key.id, boxes: vec![BoxHash::of(&own)] };
    world.shares(SharingChange::Rekey(key));
    assert_eq!(owner.get_box(&own).body, own, "it is served");
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    owner.upload(&[&bytes]);
    let erase = world.sharing_record(SharingChange::Erase { second: None });
    assert_eq!(owner.sharing(world.sharing.scope(), erase.bytes()), Appended::Taken, "its keeper may");
    assert_eq!(owner.upload(&[&bytes]), [Item::Gone], "nothing comes back");
    assert!(owner.entries().is_empty(), "its entries are served no more");
    assert_eq!(owner.get_box(&own).status, 404, "nor its boxes");
    assert_eq!(owner.get_box(EMPTY_BOX).status, 200, "a box that another log names stays");
    relay.stop();
    let db = database(folder.path());
    for table in ["entry", "number", "box_use WHERE length(log) = 16"] {
        let rows: i64 = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).expect("rows");
        assert_eq!(rows, 0, "no row of the scope is left in {table}");
    }
    let boxes: i64 = db.query_row("SELECT count(*) FROM box", [], |row| row.get(0)).expect("rows");
    assert_eq!(boxes, 1, "the box is deleted");
    let stones: i64 = db.query_row("SELECT count(*) FROM tombstone", [], |row| row.get(0)).expect("rows");
    assert_eq!(stones, 1, "a tombstone stays");
}

#[test]
fn a_removal_pins_everything_that_was_taken_from_the_device() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let device = world.bram.device.device;
    let pinned = |world: &World| world.owner().pins(&[device]).remove(0).1;
    assert_eq!(pinned(&world), [], "Bram has done nothing yet");
    let remove = |world: &World, pins| MembershipChange::Remove {
        devices: vec![RemovedDevice { device, pins }],
        rotation: Some(world.rotation()),
    };
    let early = world.record(remove(&world, pinned(&world)));
    let (one, bytes) = world.entry(&world.bram.device, 1, None);
    world.member().upload(&[&bytes]);
    assert_eq!(world.owner().membership(early.bytes()), Appended::OldPins, "Bram wrote since: nobody loses that");
    let (scope, sharing) = (world.sharing.scope(), world.sharing.head());
    let pin = Pin { scope, entry: Some((1, one)), sharing };
    assert_eq!(pinned(&world), [pin], "what he wrote, and where the scope stands");
    let bogus = Pin { sharing: Some(RecordHash([1; 32])), ..pin };
    let bogus = world.record(remove(&world, vec![bogus]));
    assert_eq!(world.owner().membership(bogus.bytes()), Appended::OldPins, "a head that is not there forks nothing");
    let change = remove(&world, pinned(&world));
    world.takes(change);
    let hugo = world.adds(Role::Helper);
    let asked = PinsRequest { devices: vec![device] }.to_bytes();
    assert_eq!(world.enter(&hugo.device).ask("POST", "pins", &asked).status, 403, "a helper asks about own devices");
    assert_eq!(world.enter(&hugo.device).pins(&[hugo.device.device]), [(hugo.device.device, Vec::new())], "and may");
    relay.stop();
}

#[test]
fn nobody_brings_a_record_of_a_device_that_was_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let late = world.sharing_by(&world.bram.device, SharingChange::Rekey(world.named()));
    let devices = vec![RemovedDevice { device: world.bram.device.device, pins: Vec::new() }];
    let rotation = Some(world.rotation());
    world.takes(MembershipChange::Remove { devices, rotation });
    let answer = world.owner().sharing(world.sharing.scope(), late.bytes());
    assert_eq!(answer, Appended::Refused, "it cites what stood before the removal, and comes after it");
    relay.stop();
}
