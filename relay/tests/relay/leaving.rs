//! Who loses a scope: what is pinned of them, and how they say farewell.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::*,
    key::{
        content::{Content, HandedIn},
        key_box::KeyBox,
        wrap::Wrap,
    },
    membership::{
        MembershipChange,
        record::{RemovedDevice, Rotation},
    },
    permission::Role,
    sharing::{
        SharingChange,
        record::{Audience, Readers, ScopeKeys},
    },
    wire::{Appended, Item, LogItem},
};

use crate::{
    client::records,
    world::{EMPTY_BOX, Running, World, basis, boxes, chance},
};

fn withdraw(basis: BasisId, pins: Vec<(DeviceId, u64, EntryHash)>) -> SharingChange {
    let key = ScopeKeys { key: KeyId::random(&mut chance()), boxes: boxes() };
    SharingChange::Withdraw { bases: vec![basis], key: Some(key), pins }
}

#[test]
fn a_withdrawal_pins_everything_that_was_taken_from_those_who_lose_by_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    world.begins_scope();
    let read_on = world.grants(Audience::People(vec![world.bram.keys.person]));
    let (one, bytes) = world.entry(&world.bram.device, 1, None);
    world.member().upload(&[&bytes]);
    let (_, hidden) = world.entry(&world.bram.device, 2, Some(one));
    let scope = world.sharing.scope();
    let without = world.sharing_record(withdraw(read_on, Vec::new()));
    assert_eq!(world.owner().sharing(scope, without.bytes()), Appended::OldPins, "Bram's entry would be gone");
    let pins = vec![(world.bram.device.device, 1, one)];
    world.shares(withdraw(read_on, pins));
    assert_eq!(world.owner().upload(&[&bytes, &hidden])[1], Item::Refused, "nothing is written into the time before");
    assert!(
        world.member().log(0, Some(scope), 0).items.iter().all(|(_, item)| !matches!(item, LogItem::Entry(_))),
        "nor read"
    );
    relay.stop();
}

#[test]
fn a_helper_and_a_residents_device_hear_of_a_withdrawal_and_say_farewell() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let hugo = world.adds(Role::Helper);
    world.begins_scope();
    let helps = world.grants(Audience::Part {
        readers: Readers::People(vec![hugo.keys.person]),
        documents: vec![DocumentId([0xd0; 16])],
    });
    let rosa = DeviceKeys::generate(PersonId::random(&mut chance()), &mut chance());
    let shares = basis();
    world.shares(SharingChange::ResidentDevice { basis: shares, device: rosa.card(), key: world.named() });
    let (scope, rosas) = (world.sharing.scope(), world.enter(&rosa));
    for (device, basis) in [(&hugo.device, helps), (&rosa, shares)] {
        let client = world.enter(device);
        let before = records(&client.log(0, None, 0)).1.len();
        world.shares(withdraw(basis, Vec::new()));
        let heard = records(&client.log(0, None, 0)).1;
        assert_eq!(heard, vec![scope; before + 1], "the withdrawal itself is heard of");
        let farewell = world.sharing_by(device, SharingChange::Farewell { boxes: boxes() });
        assert_eq!(client.put_box(EMPTY_BOX).status, 204, "what was not sent");
        assert_eq!(client.sharing(scope, farewell.bytes()), Appended::Taken, "and that the copy is gone");
        world.sharing.apply(&farewell, &world.membership).expect("the device agrees");
    }
    let after = records(&world.enter(&hugo.device).log(0, None, 0));
    assert!(after.0 > 0, "the helper is in the space still");
    assert_eq!(
        after.1,
        [scope],
        "and hears of the scope no more but that the own farewell stands, should that answer be lost"
    );
    assert_eq!(rosas.ask("GET", "log?request=01000000", &[]).status, 403, "the resident's device is out");
    relay.stop();
}

#[test]
fn what_was_handed_in_lies_there_until_a_keeper_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    world.begins_scope();
    let read_on = world.grants(Audience::People(vec![world.bram.keys.person]));
    world.shares(withdraw(read_on, Vec::new()));
    let heads = world.sharing.heads(&world.membership);
    let (scope, document) = (world.sharing.scope(), DocumentId([0xd0; 16]));
    let bytes = b"not sent".to_vec().into();
    let change = HandedIn { id: KeyId::random(&mut chance()), scope, document, heads, bytes };
    let card = PersonKeys::card(&world.anna.keys);
    let wrap = Wrap::to_person(world.membership.space(), &card, Content::Changes(&change), &mut chance());
    let (hash, handed) = KeyBox::pack(vec![wrap.expect("short")]).remove(0);
    let (anna, bram) = (world.owner(), world.member());
    assert_eq!(bram.put_box(&handed).status, 204, "a box goes before the record that names it");
    let farewell = world.sharing_by(&world.bram.device, SharingChange::Farewell { boxes: vec![hash] });
    assert_eq!(bram.sharing(scope, farewell.bytes()), Appended::Taken, "his copy is gone");
    assert_eq!(anna.get_box(&handed).body, handed, "its keeper fetches it");
    assert_eq!(bram.drop_box(&handed).status, 403, "nobody else has it deleted");
    assert_eq!(anna.drop_box(EMPTY_BOX).status, 403, "nor does a keeper have a box with keys deleted");
    assert_eq!(anna.drop_box(&handed).status, 204, "she has what is in it");
    assert_eq!(anna.get_box(&handed).status, 404, "it is gone");
    relay.stop();
}

/// A removal that pins what the relay has of the device.
fn removes(world: &World, device: DeviceId, rotation: Option<Rotation>) -> MembershipChange {
    let pins = world.owner().pins(&[device]).into_iter().flat_map(|(_, pins)| pins).collect();
    MembershipChange::Remove { devices: vec![RemovedDevice { device, pins }], rotation }
}

#[test]
fn a_removed_device_hears_what_was_withdrawn_before_and_nothing_that_came_after() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let bram = world.member();
    let before = bram.log(0, None, 0);
    let reads = world.grants(Audience::People(vec![world.bram.keys.person]));
    world.shares(withdraw(reads, Vec::new()));
    let (scope, rotation) = (world.sharing.scope(), Some(world.rotation()));
    world.takes(removes(&world, world.bram.device.device, rotation));
    let removal = before.head + 3;
    world.shares(SharingChange::Hold { stands: true });
    world.begins_scope();
    let page = bram.log(before.head, None, 0);
    assert_eq!(records(&page), (1, vec![scope, scope]), "the grant, the withdrawal and the removal, nothing after it");
    assert_eq!((page.head, page.through), (removal, removal), "not even how much came after it");
    let later = bram.log(removal, None, 0);
    assert_eq!((later.items.len(), later.head), (0, removal), "and nothing ever again");
    assert_eq!(
        records(&bram.log(0, Some(scope), 0)).1,
        records(&bram.log(0, None, 0)).1,
        "asked for by itself neither"
    );
    assert_eq!(bram.ask("GET", &format!("boxes/{}", "00".repeat(32)), &[]).status, 403, "no box");
    relay.stop();
}

#[test]
fn a_helper_or_paper_device_that_was_removed_hears_of_what_it_could_follow_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let hugo = world.adds(Role::Helper);
    let paper = DeviceKeys::paper(world.anna.keys.person, world.membership.space(), &[9; 16]).expect("a code");
    world.takes(MembershipChange::AddDevice { device: paper.card(), paper: true, boxes: boxes() });
    let named =
        || Audience::Part { readers: Readers::People(vec![hugo.keys.person]), documents: vec![DocumentId([0xd0; 16])] };
    // Of the first scope Hugo has read and said farewell, of the second he reads, of the third he has lost it and not heard so.
    let said = world.grants(named());
    let (client, paper_client) = (world.enter(&hugo.device), world.enter(&paper));
    world.shares(withdraw(said, Vec::new()));
    let farewell = world.sharing_by(&hugo.device, SharingChange::Farewell { boxes: boxes() });
    assert_eq!(client.put_box(EMPTY_BOX).status, 204, "what was not sent");
    assert_eq!(client.sharing(world.sharing.scope(), farewell.bytes()), Appended::Taken, "his copy is gone");
    world.sharing.apply(&farewell, &world.membership).expect("he may say so");
    world.begins_scope();
    world.grants(named());
    let second = world.sharing.scope();
    world.begins_scope();
    let lost = world.grants(named());
    let third = world.sharing.scope();
    world.shares(withdraw(lost, Vec::new()));
    world.begins_scope();
    world.takes(removes(&world, hugo.device.device, None));
    world.takes(removes(&world, paper.device, Some(world.rotation())));
    world.shares(SharingChange::Hold { stands: true });
    let heard = records(&client.log(0, None, 0)).1;
    assert_eq!(heard, [second, second, third, third, third], "what he reads, and what he has lost");
    assert_eq!(records(&paper_client.log(0, None, 0)).1, [], "paper reads nothing");
    relay.stop();
}

#[test]
fn a_helper_who_has_said_farewell_is_told_of_an_erasure_alone_and_who_never_read_it_of_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let (hugo, ida) = (world.adds(Role::Helper), world.adds(Role::Helper));
    world.begins_scope();
    let helps = world.grants(Audience::Part {
        readers: Readers::People(vec![hugo.keys.person]),
        documents: vec![DocumentId([0xd0; 16])],
    });
    let (scope, client) = (world.sharing.scope(), world.enter(&hugo.device));
    world.shares(withdraw(helps, Vec::new()));
    let farewell = world.sharing_by(&hugo.device, SharingChange::Farewell { boxes: boxes() });
    assert_eq!(client.put_box(EMPTY_BOX).status, 204, "what was not sent");
    assert_eq!(client.sharing(scope, farewell.bytes()), Appended::Taken, "his copy is gone");
    world.sharing.apply(&farewell, &world.membership).expect("he may say so");
    let before = client.log(0, None, 0);
    let (audience, key) = (Audience::People(vec![world.bram.keys.person]), KeyId::random(&mut chance()));
    world.shares(SharingChange::Grant { basis: basis(), audience, key: ScopeKeys { key, boxes: boxes() } });
    world.shares(SharingChange::Hold { stands: true });
    world.shares(SharingChange::Hold { stands: false });
    let page = client.log(before.head, None, 0);
    assert_eq!(records(&page), (0, vec![]), "of who reads since, and of holds, he is told nothing");
    let tombstone = world.sharing_record(SharingChange::Erase { second: None });
    assert_eq!(world.owner().sharing(scope, tombstone.bytes()), Appended::Taken, "her keeper may");
    let heard = client.log(before.head, None, 0);
    let told = LogItem::Sharing(scope, protocol::encode::Blob(tombstone.bytes().to_vec()));
    assert_eq!(heard.items.into_iter().map(|(_, item)| item).collect::<Vec<_>>(), [told], "of the erasure he is");
    assert_eq!(records(&world.enter(&ida.device).log(0, None, 0)).1, [], "who never read of it is not");
    relay.stop();
}
