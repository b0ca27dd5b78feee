//! The membership log, story by story.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::*,
    membership::{
        Membership, MembershipChange, MembershipContent,
        record::{Pin, RemovedDevice, Rotation},
    },
    permission::Role,
    refused::Refused,
    signed::Signed,
};

use super::world::*;

/// A new key, the same each time.
fn rotation() -> Rotation {
    Rotation { key: KeyId([0xaa; 16]), boxes: boxes() }
}

#[test]
fn the_last_owner_cannot_go_in_any_way() {
    let mut world = World::new();
    world.anna_removes(world.olga.device.device);
    let remove = |rotation| MembershipChange::Remove {
        devices: vec![RemovedDevice { device: world.anna.device.device, pins: Vec::new() }],
        rotation,
    };
    let person = world.anna.person();
    let ways = [
        remove(None),
        MembershipChange::Role { person, role: Role::Member, rotation: None },
        MembershipChange::Role { person, role: Role::Helper, rotation: None },
    ];
    for way in ways {
        let before = world.membership.clone();
        let record = world.record(&world.anna.device, way);
        assert_eq!(world.take(record), Err(Refused::LastOwner), "somebody has to be able to add people");
        assert_eq!(world.membership, before, "a refused record changes nothing");
    }
}

#[test]
fn of_two_who_remove_each_other_the_first_wins() {
    let mut world = World::new();
    let removal = |world: &mut World, device: DeviceId| {
        let rotation = Some(world.rotation());
        MembershipChange::Remove { devices: vec![RemovedDevice { device, pins: Vec::new() }], rotation }
    };
    let (anna, olga) = (world.anna.device.device, world.olga.device.device);
    let (by_anna, by_olga) = (removal(&mut world, olga), removal(&mut world, anna));
    let (by_anna, by_olga) = (world.record(&world.anna.device, by_anna), world.record(&world.olga.device, by_olga));
    assert_eq!(world.take(by_anna), Ok(()), "it came first");
    assert_eq!(world.take(by_olga.clone()), Err(Refused::NotNext), "it has to be decided again");
    let again = world.record(&world.olga.device, by_olga.content().change.clone());
    assert_eq!(world.take(again), Err(Refused::RemovedDevice), "and then it is not allowed any more");
}

#[test]
fn an_owner_cannot_pass_a_device_off_as_somebody_elses() {
    let mut world = World::new();
    let mut card = DeviceKeys::generate(world.anna.person(), &mut world.rng).card();
    card.person = PersonId([1; 16]);
    let mut person = world.anna.keys.card();
    (person.person, person.key) = (card.person, KeyId([2; 16]));
    let add = |device, person| MembershipChange::AddPerson { role: Role::Member, device, person, boxes: boxes() };
    let record = world.record(&world.anna.device, add(card, person));
    assert_eq!(world.take(record), Err(Refused::Card), "the device did not say so itself");
    person.person = world.bram.person();
    let card = DeviceKeys::generate(world.bram.person(), &mut world.rng).card();
    let record = world.record(&world.anna.device, add(card, person));
    assert_eq!(world.take(record), Err(Refused::Used), "Bram is there already, and only Bram adds to Bram");
    world.anna_removes(world.bram.device.device);
    let record = world.record(&world.anna.device, add(card, person));
    assert_eq!(world.take(record), Err(Refused::Used), "nor does he come back without knowing");
    let record = world.record(&world.anna.device, add(world.olga.device.card(), world.olga.keys.card()));
    assert_eq!(world.take(record), Err(Refused::Used), "keys are of one device only");
}

#[test]
fn whoever_loses_the_space_key_leaves_a_new_one_behind() {
    let mut world = World::new();
    let remove =
        |device| MembershipChange::Remove { devices: vec![RemovedDevice { device, pins: Vec::new() }], rotation: None };
    let record = world.record(&world.anna.device, remove(world.mees.device.device));
    assert_eq!(world.take(record), Err(Refused::KeyMissing), "Mees knows the key");
    let demotion = MembershipChange::Role { person: world.mees.person(), role: Role::Helper, rotation: None };
    let record = world.record(&world.anna.device, demotion);
    assert_eq!(world.take(record), Err(Refused::KeyMissing), "a helper has no space key");
    let demotion =
        MembershipChange::Role { person: world.olga.person(), role: Role::Helper, rotation: Some(rotation()) };
    let record = world.record(&world.olga.device, demotion);
    assert_eq!(world.take(record), Err(Refused::Content), "nor chooses who becomes one the next key");
    let record = world.record(&world.anna.device, remove(world.hugo.device.device));
    assert_eq!(world.take(record), Ok(()), "Hugo never had it");
    let record = world.record(&world.mees.device, remove(world.mees.device.device));
    assert_eq!(world.take(record), Ok(()), "Mees leaves, and does not choose the next key");
    assert!(world.membership.rotation_due(), "the next who writes does");
    let rotation = world.rotation();
    world.anna_says(MembershipChange::Rotate(rotation.clone()));
    assert!(!world.membership.rotation_due(), "done");
    assert_eq!(world.membership.space_key(), Some(rotation.key), "this is the key now");
    assert_eq!(world.membership.space_keys().last(), Some(rotation.key), "the newest of all");
    assert_eq!(world.membership.space_keys().count(), 2, "with the first");
    let record = world.record(&world.anna.device, MembershipChange::Rotate(rotation));
    assert_eq!(world.take(record), Err(Refused::Used), "no key comes twice");
}

#[test]
fn a_helper_who_becomes_a_member_can_be_given_a_key_with_it() {
    let mut world = World::new();
    let (hugo, rotation) = (world.hugo.person(), world.rotation());
    let (role, key) = (Role::Member, rotation.key);
    let record = MembershipChange::Role { person: hugo, role, rotation: Some(rotation) };
    world.anna_says(record.clone());
    assert_eq!(
        record.boxes().len(),
        record.rotation().map_or(0, |rotation| rotation.boxes.len()),
        "its boxes lie beside"
    );
    assert_eq!(world.membership.space_key(), Some(key), "so the key is new for everybody");
    assert!(!world.membership.rotation_due(), "and nobody has lost anything");
}

#[test]
fn a_person_who_lost_a_device_is_sealed_to_device_by_device_until_there_is_a_new_key() {
    let mut world = World::new();
    let bram = world.bram.person();
    let second = DeviceKeys::generate(bram, &mut world.rng);
    let add = MembershipChange::AddDevice { device: second.card(), paper: false, boxes: boxes() };
    let record = world.record(&world.bram.device, add);
    world.take(record).expect("his own");
    world.anna_removes(world.bram.device.device);
    let person = world.membership.person(bram).expect("still there");
    assert_eq!(person.key, None, "the lost device could open the old one");
    let left: Vec<_> = world.membership.devices(bram).map(|(device, _)| device).collect();
    assert_eq!(left, [second.device], "seal to this one");
    let card = PersonKeys::generate(bram, &mut world.rng).card();
    let record = world.record(&second, MembershipChange::Renew { sealing: None, person: Some(card), boxes: boxes() });
    world.take(record).expect("his own");
    assert_eq!(world.membership.person(bram).and_then(|person| person.key), Some(card), "and then to the new key");
}

#[test]
fn no_bit_of_a_record_can_be_turned() {
    let world = World::new();
    let before = Membership::replay(&world.records[..2]).expect("as it was made");
    let bytes = world.records[2].bytes();
    for bit in 0..bytes.len() * 8 {
        let mut turned = bytes.to_vec();
        turned[bit / 8] ^= 1 << (bit % 8);
        let taken = Signed::decode(&turned).is_ok_and(|record| before.clone().apply(&record).is_ok());
        assert!(!taken, "bit {bit} was turned");
    }
}

#[test]
fn replaying_twice_gives_the_same_state() {
    let mut world = World::new();
    world.anna_removes(world.mees.device.device);
    let once = Membership::replay(&world.records).expect("as it was made");
    let bytes = world.records.iter().map(|record| Signed::decode(record.bytes()).expect("its own bytes"));
    let twice = Membership::replay(&bytes.collect::<Vec<_>>()).expect("as it was made");
    assert_eq!((&once, &twice), (&world.membership, &world.membership), "the log alone says who is there");
    let again = world.records.iter().map(|record| world.membership.clone().apply(record));
    assert!(again.clone().all(|taken| taken.is_err()), "no record is taken twice: {:?}", again.collect::<Vec<_>>());
}

#[test]
fn a_recovery_code_brings_a_person_back_and_does_nothing_else() {
    let mut world = World::new();
    let (bram, space) = (world.bram.person(), world.membership.space());
    assert!(DeviceKeys::paper(bram, space, &[9; 15]).is_err(), "too short to be a recovery code");
    let paper = DeviceKeys::paper(bram, space, &[9; 16]).expect("long enough");
    let elsewhere = DeviceKeys::paper(bram, SpaceId([1; 32]), &[9; 16]).expect("long enough");
    assert_ne!(paper.card(), elsewhere.card(), "other keys in another space");
    let add = |device, paper| MembershipChange::AddDevice { device, paper, boxes: boxes() };
    let record = world.record(&world.bram.device, add(paper.card(), true));
    world.take(record).expect("his own");
    // The phone is lost, and somebody else removes it.
    world.anna_removes(world.bram.device.device);
    assert_eq!(world.membership.role(bram), Some(Role::Member), "the code keeps his place");
    let typed = DeviceKeys::paper(bram, space, &[9; 16]).expect("long enough");
    let new = DeviceKeys::generate(bram, &mut world.rng);
    for (change, why) in [
        (add(DeviceKeys::generate(bram, &mut world.rng).card(), true), "another paper device"),
        (MembershipChange::Rotate(rotation()), "a space key"),
        (add(DeviceKeys::generate(world.mees.person(), &mut world.rng).card(), false), "a device of somebody else"),
    ] {
        let record = world.record(&typed, change);
        assert!(matches!(world.take(record), Err(Refused::NotAllowed { .. })), "not {why}");
    }
    let record = world.record(&typed, add(new.card(), false));
    assert_eq!(world.take(record), Ok(()), "a new phone");
    assert_eq!(world.membership.device(new.device).map(|device| device.person), Ok(bram), "it is Bram's");
}

#[test]
fn no_bit_of_a_first_record_can_be_turned_without_making_another_space() {
    let world = World::new();
    let bytes = world.records[0].bytes();
    for bit in 0..bytes.len() * 8 {
        let mut turned = bytes.to_vec();
        turned[bit / 8] ^= 1 << (bit % 8);
        let begun = Signed::decode(&turned).is_ok_and(|record| Membership::begin(&record).is_ok());
        assert!(!begun, "bit {bit} was turned");
    }
}

#[test]
fn a_space_is_begun_by_the_device_and_person_that_it_names() {
    let world = World::new();
    let (anna, mees) = (&world.anna, &world.mees);
    let begin = |device, person, signer| {
        let first = MembershipContent::create([1; 16], device, person);
        Membership::begin(&Signed::sign(first, signer).expect("short")).map(|_| ())
    };
    let (card, person) = (anna.device.card(), anna.keys.card());
    assert_eq!(begin(card, person, &anna.device), Ok(()), "her own");
    assert_eq!(begin(card, mees.keys.card(), &anna.device), Err(Refused::Card), "another person's key");
    assert!(matches!(begin(card, person, &mees.device), Err(Refused::Signature(_))), "signed by somebody else");
    let mut forged = card;
    forged.person = mees.person();
    assert_eq!(
        begin(forged, mees.keys.card(), &anna.device),
        Err(Refused::Card),
        "a card that the device did not make"
    );
    let record = world.record(&anna.device, MembershipChange::Rotate(rotation()));
    assert_eq!(Membership::begin(&record).map(|_| ()), Err(Refused::NotNext), "no other record begins one");
    assert_eq!(world.membership.clone().apply(&world.records[0]), Err(Refused::OtherLog), "and none begins twice");
}

#[test]
fn a_record_that_says_nothing_something_twice_or_too_much_is_refused() {
    let mut world = World::new();
    let (anna, mees) = (world.anna.person(), world.mees.device.device);
    let pin = Pin { scope: ScopeId([1; 16]), entry: Some((1, EntryHash([1; 32]))), sharing: None };
    let gone = |pins| RemovedDevice { device: mees, pins };
    let remove = |devices| MembershipChange::Remove { devices, rotation: Some(rotation()) };
    let cases = [
        (remove(Vec::new()), Refused::Content, "no device"),
        (remove(vec![gone(Vec::new()), gone(Vec::new())]), Refused::Absent, "one device twice"),
        (remove(vec![gone(vec![pin, pin])]), Refused::Content, "one scope twice"),
        (MembershipChange::Rotate(Rotation { boxes: Vec::new(), ..rotation() }), Refused::Content, "a key for nobody"),
        (MembershipChange::Rotate(Rotation { boxes: boxes().repeat(65), ..rotation() }), Refused::Content, "65 boxes"),
        (MembershipChange::Role { person: anna, role: Role::Owner, rotation: None }, Refused::Content, "the same role"),
        (MembershipChange::Renew { sealing: None, person: None, boxes: boxes() }, Refused::Content, "nothing new"),
    ];
    for (change, refused, why) in cases {
        let record = world.record(&world.anna.device, change);
        assert_eq!(world.take(record), Err(refused), "{why}");
    }
}

#[test]
fn a_record_of_another_space_is_refused() {
    let mut world = World::new();
    let change = MembershipChange::Rotate(rotation());
    let content = MembershipContent::next(SpaceId([1; 32]), world.membership.head(), world.anna.device.device, change);
    let record = Signed::sign(content, &world.anna.device).expect("short");
    assert_eq!(world.take(record), Err(Refused::OtherLog), "it says so itself");
}
