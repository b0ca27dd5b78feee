//! Who loses a scope: what is pinned of them, and how they say farewell.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::*,
    key::{
        content::{Content, HandedIn},
        key_box::KeyBox,
        wrap::Wrap,
    },
    permission::Role,
    sharing::{
        SharingChange,
        record::{Audience, ScopeKeys},
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
    let helps = world.grants(Audience::Helper { person: hugo.keys.person, documents: vec![DocumentId([0xd0; 16])] });
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
    assert!(after.0 > 0 && after.1.is_empty(), "the helper is in the space still, and follows the scope no more");
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
