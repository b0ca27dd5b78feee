//! Who has lost a scope says that the copy is gone, once, and hands in what was not sent.

use protocol::{
    device::DeviceKeys,
    id::*,
    key::{
        content::{Content, HandedIn},
        key_box::KeyBox,
        wrap::{Wrap, WrapError},
    },
    membership::MembershipChange,
    permission::{Act, Role, Standing},
    refused::Refused,
    sharing::{Sharing, SharingChange, record::Audience},
};
use zeroize::Zeroizing;

use super::world::*;

fn grant_to_mees(world: &mut World, log: &mut Sharing) -> BasisId {
    let basis = world.basis();
    let audience = Audience::People(vec![world.mees.person()]);
    let shared = SharingChange::Grant { basis, audience, key: world.scope_keys() };
    world.share(log, &world.bram.device, shared).expect("its keeper may");
    basis
}

fn withdraw(world: &mut World, log: &mut Sharing, basis: BasisId) {
    let key = Some(world.scope_keys());
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key, pins: Vec::new() };
    world.share(log, &world.bram.device, withdraw).expect("its keeper may");
}

fn farewell() -> SharingChange {
    SharingChange::Farewell { boxes: Vec::new() }
}

fn refused(standing: Standing) -> Result<(), Refused> {
    Err(Refused::NotAllowed { act: Act::Farewell, standing })
}

#[test]
fn every_device_of_somebody_who_lost_a_scope_says_so_once() {
    let mut world = World::new();
    let mut log = world.scope();
    let tablet = DeviceKeys::generate(world.mees.person(), &mut world.rng);
    let add = MembershipChange::AddDevice { device: tablet.card(), paper: false, boxes: boxes() };
    let record = world.record(&world.mees.device, add);
    world.take(record).expect("his own");
    let basis = grant_to_mees(&mut world, &mut log);
    assert_eq!(world.share(&mut log, &world.mees.device, farewell()), refused(Standing::Member), "he reads it");
    withdraw(&mut world, &mut log, basis);
    let later = DeviceKeys::generate(world.mees.person(), &mut world.rng);
    let add = MembershipChange::AddDevice { device: later.card(), paper: false, boxes: boxes() };
    let record = world.record(&world.mees.device, add);
    world.take(record).expect("his own");
    let (phone, tablet_id) = (world.mees.device.device, tablet.device);
    assert_eq!(log.open_farewells(&world.membership), [phone, tablet_id].into(), "not who came later, nor who reads");
    let boxes = boxes();
    let said = SharingChange::Farewell { boxes: boxes.clone() };
    world.share(&mut log, &world.mees.device, said).expect("he lost it");
    let known: Vec<_> = log.farewells().map(|farewell| (farewell.device, farewell.boxes.clone())).collect();
    assert_eq!(known, [(phone, boxes)], "everybody can see it");
    assert_eq!(log.open_farewells(&world.membership), [tablet_id].into(), "the tablet has not");
    assert_eq!(world.share(&mut log, &world.mees.device, farewell()), refused(Standing::Member), "once");
    let basis = grant_to_mees(&mut world, &mut log);
    assert!(log.open_farewells(&world.membership).is_empty(), "who reads again owes nothing");
    withdraw(&mut world, &mut log, basis);
    world.share(&mut log, &world.mees.device, farewell()).expect("and once more after each withdrawal");
    let open = [tablet_id, later.device].into();
    assert_eq!(log.open_farewells(&world.membership), open, "the new device could read this time");
}

#[test]
fn a_residents_device_that_is_out_says_farewell_and_does_nothing_else() {
    let mut world = World::new();
    let mut log = world.scope();
    let (basis, key) = (world.basis(), world.scope_keys());
    let rosa = SharingChange::ResidentDevice { basis, device: world.rosa.device.card(), key };
    world.share(&mut log, &world.bram.device, rosa).expect("its keeper may");
    assert_eq!(world.share(&mut log, &world.rosa.device, farewell()), refused(Standing::Resident), "she reads it");
    withdraw(&mut world, &mut log, basis);
    let rosa = world.rosa.device.device;
    assert!(log.leaving_resident(rosa, &world.membership).is_some(), "the relay lets her in for this");
    let again = SharingChange::Withdraw { bases: vec![world.basis()], key: None, pins: Vec::new() };
    assert_eq!(world.share(&mut log, &world.rosa.device, again), Err(Refused::UnknownDevice), "for nothing else");
    assert_eq!(world.share(&mut log, &world.rosa.device, farewell()), Ok(()), "it is hers to say");
    assert!(log.leaving_resident(rosa, &world.membership).is_none(), "and then she is out");
    assert_eq!(world.share(&mut log, &world.rosa.device, farewell()), refused(Standing::Resident), "once");
}

#[test]
fn a_member_who_becomes_a_helper_owes_a_farewell_where_there_was_something_to_read() {
    let mut world = World::new();
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let (person, mees) = (world.mees.person(), world.mees.device.device);
    let rotation = Some(world.rotation());
    world.anna_says(MembershipChange::Role { person, role: Role::Helper, rotation });
    let mut later = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut later, &world.bram.device, team).expect("its keeper may");
    assert_eq!(log.open_farewells(&world.membership), [mees].into(), "he had this one");
    assert!(later.open_farewells(&world.membership).is_empty(), "and never that one");
    assert_eq!(world.share(&mut log, &world.mees.device, farewell()), Ok(()), "he says so");
    assert!(log.open_farewells(&world.membership).is_empty(), "and it is done");
    world.anna_removes(world.mees.device.device);
    assert!(log.open_farewells(&world.membership).is_empty(), "a removed device cannot say anything");
}

#[test]
fn what_was_not_sent_reaches_the_keeper_and_nobody_else() {
    let mut world = World::new();
    let log = world.scope();
    let (space, heads) = (world.membership.space(), log.heads(&world.membership));
    let handed = |bytes: Vec<u8>| HandedIn {
        id: KeyId([1; 16]),
        scope: log.scope(),
        document: document(),
        heads,
        bytes: Zeroizing::new(bytes),
    };
    let change = handed(b"zij slaapt weer".to_vec());
    let bram = world.bram.keys.card();
    let wrap = Wrap::to_person(space, &bram, Content::Changes(&change), &mut world.rng).expect("short enough");
    let (hash, bytes) = KeyBox::pack(vec![wrap]).remove(0);
    let wrap = KeyBox::decode(hash, &bytes).expect("a box").wraps.remove(0);
    assert!(wrap.open_as_person(&world.mees.keys).is_err(), "not for Mees");
    let opened = wrap.open_as_person(&world.bram.keys).expect("for its keeper");
    assert!(opened.scope_key().is_err() && opened.space_key().is_err(), "it is no key");
    assert!(opened.change().is_ok_and(|opened| opened == change), "the change as it was, and where it belongs");
    let long = handed(vec![7; (256 << 10) + 1]);
    let wrap = Wrap::to_person(space, &bram, Content::Changes(&long), &mut world.rng);
    assert_eq!(wrap, Err(WrapError::TooLong), "no longer than a change may be");
    let key = protocol::key::ScopeKey::generate(log.scope(), heads, &mut world.rng);
    let wrap = Wrap::to_person(space, &bram, Content::Scope(&key), &mut world.rng).expect("a key");
    let opened = wrap.open_as_person(&world.bram.keys).expect("his");
    assert!(matches!(opened.change(), Err(WrapError::NotThis)), "nor is a key a change");
}

fn becomes(world: &mut World, person: PersonId, role: Role) {
    let rotation = Some(world.rotation());
    world.anna_says(MembershipChange::Role { person, role, rotation });
}

#[test]
fn what_came_along_is_for_those_to_whom_it_was_sealed_also_when_somebody_keeps_the_scope_again() {
    let mut world = World::new();
    let mut log = world.scope();
    grant_to_mees(&mut world, &mut log);
    let (bram, mees) = (world.bram.person(), world.mees.person());
    becomes(&mut world, bram, Role::Helper);
    assert_eq!(log.heirs(&world.membership), [mees].into(), "no keeper may read it, so who reads on");
    let said = SharingChange::Farewell { boxes: boxes() };
    world.share(&mut log, &world.bram.device, said).expect("he lost it");
    becomes(&mut world, bram, Role::Member);
    assert_eq!(log.heirs(&world.membership), [bram].into(), "what is handed in from now on is for the keeper");
    let farewell = log.farewells().last().expect("it was said");
    let takes_in = |person| log.takes_in(person, farewell, &world.membership);
    let settles = |person| log.settles(person, farewell, &world.membership);
    assert!(takes_in(mees) && settles(mees), "Mees can open what was sealed to him, and has it deleted");
    assert!(!takes_in(bram) && !settles(bram), "and the keeper, who cannot, does not");
}

#[test]
fn a_scope_is_left_to_a_helper_only_as_long_as_nobody_else_may_read_it() {
    let mut world = World::new();
    let mut log = world.scope();
    let (anna, bram, mees) = (world.anna.person(), world.bram.person(), world.mees.person());
    let left = |world: &World, log: &Sharing, person| log.is_left_to(person, &world.membership);
    assert!(!left(&world, &log, bram), "a member reads it as a member");
    becomes(&mut world, bram, Role::Helper);
    assert!(left(&world, &log, bram), "he would read it, and nobody does");
    assert!(!left(&world, &log, mees) && !left(&world, &log, anna), "nobody else would");
    becomes(&mut world, bram, Role::Member);
    assert!(!left(&world, &log, bram), "he reads it again");
    grant_to_mees(&mut world, &mut log);
    becomes(&mut world, bram, Role::Helper);
    assert!(!left(&world, &log, bram), "Mees reads it now");
    becomes(&mut world, mees, Role::Helper);
    assert!(left(&world, &log, bram) && left(&world, &log, mees), "either may have the last copy");
}
