//! Who keeps a scope by somebody else's hand, and who by their own: only the former erases alone.

use protocol::{
    device::DeviceKeys,
    id::{ChainHash, PersonId},
    membership::{
        MembershipChange,
        record::{Pin, RemovedDevice},
    },
    permission::Role,
    refused::Refused,
    sharing::{
        Sharing, SharingChange,
        record::{Audience, SecondSignature},
    },
};

use super::world::*;

/// A scope that Bram keeps and the team reads.
fn teams_scope(world: &mut World) -> Sharing {
    let mut log = world.scope();
    let shared = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    log
}

fn make_keeper(world: &mut World, log: &mut Sharing, by: &DeviceKeys, person: PersonId) {
    let grant = world.grant(Audience::Keepers(vec![person]));
    world.share(log, by, grant).expect("who reads it may");
}

fn erase(world: &World, log: &mut Sharing, by: &DeviceKeys, second: Option<&DeviceKeys>) -> Result<(), Refused> {
    let previous = log.head().expect("begun");
    let second = second.map(|device| SecondSignature::sign(world.membership.space(), log.scope(), previous, device));
    world.share(log, by, SharingChange::Erase { second })
}

fn let_in(world: &mut World, role: Role, by: &DeviceKeys) -> Someone {
    let someone = Someone::new(&mut world.rng);
    let (device, person) = (someone.device.card(), someone.keys.card());
    let record = world.record(by, MembershipChange::AddPerson { role, device, person, boxes: boxes() });
    world.take(record).expect("an owner may");
    someone
}

/// Keys that can be held beside the world.
fn keys(someone: &Someone) -> DeviceKeys {
    DeviceKeys::from_seed(someone.person(), someone.device.device, someone.device.seed().clone())
}

#[test]
fn who_made_themselves_a_keeper_erases_nothing_alone() {
    let mut world = World::new();
    let mut log = teams_scope(&mut world);
    let (mees, olga) = (keys(&world.mees), keys(&world.olga));
    make_keeper(&mut world, &mut log, &mees, mees.person);
    assert!(log.keepers().contains(&mees.person), "Mees keeps it");
    assert!(!log.is_entrusted(mees.person, &world.membership), "which nobody had asked of him");
    assert_eq!(erase(&world, &mut log, &mees, None), Err(Refused::SecondPerson), "he needs somebody");
    let key = world.scope_keys();
    let talk = SharingChange::EraseDocument { document: document(), chain: ChainHash::START, key };
    let refused = world.share(&mut log, &mees, talk);
    assert!(matches!(refused, Err(Refused::NotAllowed { .. })), "nor does one talk go: {refused:?}");
    make_keeper(&mut world, &mut log, &mees, mees.person);
    assert_eq!(erase(&world, &mut log, &mees, None), Err(Refused::SecondPerson), "saying it twice changes nothing");
    assert_eq!(
        erase(&world, &mut log, &mees, Some(&mees)),
        Err(Refused::SecondPerson),
        "he is no second person to himself"
    );
    assert_eq!(erase(&world, &mut log, &mees, Some(&olga)), Ok(()), "with an owner who was there");
}

#[test]
fn the_keeper_before_is_as_good_a_second_person_as_an_owner() {
    let mut world = World::new();
    let mut log = teams_scope(&mut world);
    let (mees, bram) = (keys(&world.mees), keys(&world.bram));
    make_keeper(&mut world, &mut log, &mees, mees.person);
    assert_eq!(erase(&world, &mut log, &mees, Some(&bram)), Ok(()), "Bram, who began it, agrees");
}

#[test]
fn who_is_handed_a_scope_by_somebody_else_erases_it_alone() {
    let mut world = World::new();
    let (mees, bram, anna) = (keys(&world.mees), keys(&world.bram), keys(&world.anna));
    for (by, what) in [(&bram, "its keeper hands it over"), (&anna, "a colleague hands it over for who is ill")] {
        let mut log = teams_scope(&mut world);
        make_keeper(&mut world, &mut log, by, mees.person);
        assert!(log.is_entrusted(mees.person, &world.membership), "{what}");
        assert_eq!(erase(&world, &mut log, &mees, None), Ok(()), "{what}");
    }
    let mut log = teams_scope(&mut world);
    make_keeper(&mut world, &mut log, &mees, mees.person);
    make_keeper(&mut world, &mut log, &bram, mees.person);
    assert_eq!(erase(&world, &mut log, &mees, None), Ok(()), "who took it over is confirmed by who comes back");
}

#[test]
fn nobody_withdraws_from_who_a_scope_was_entrusted_to_for_who_took_it() {
    let mut world = World::new();
    let mut log = teams_scope(&mut world);
    let mees = keys(&world.mees);
    let keeps = |(basis, audience): (_, &Audience)| matches!(audience, Audience::Keepers(_)).then_some(basis);
    let brams = log.standing().find_map(keeps).expect("Bram keeps it");
    make_keeper(&mut world, &mut log, &mees, mees.person);
    assert!(!log.is_kept_without(&[brams], &world.membership), "then only Mees would keep it");
    let withdraw = SharingChange::Withdraw { bases: vec![brams], key: Some(world.scope_keys()), pins: Vec::new() };
    assert_eq!(world.share(&mut log, &mees, withdraw.clone()), Err(Refused::LastKeeper), "he does not put Bram out");
    let bram = keys(&world.bram);
    make_keeper(&mut world, &mut log, &bram, mees.person);
    assert_eq!(world.share(&mut log, &bram, withdraw), Ok(()), "Bram stops once he has handed it over");
}

#[test]
fn who_was_let_in_later_makes_no_two_with_who_let_them_in() {
    let mut world = World::new();
    let mut log = teams_scope(&mut world);
    let (anna, olga, mees) = (keys(&world.anna), keys(&world.olga), keys(&world.mees));
    let puppet = let_in(&mut world, Role::Owner, &anna);
    let puppets = let_in(&mut world, Role::Member, &puppet.device);
    for (first, second, what) in [
        (&anna, &puppet.device, "who let the other in asks"),
        (&puppet.device, &anna, "who was let in asks"),
        (&puppet.device, &puppets.device, "both were let in"),
        (&anna, &puppets.device, "through somebody else"),
    ] {
        assert_eq!(erase(&world, &mut log.clone(), first, Some(second)), Err(Refused::SecondPerson), "{what}");
    }
    for (first, second, what) in [
        (&anna, &mees, "two who were there"),
        (&puppet.device, &mees, "an owner who came later, with who did not let them in"),
        (&olga, &puppet.device, "and the other way round"),
    ] {
        assert_eq!(erase(&world, &mut log.clone(), first, Some(second)), Ok(()), "{what}");
    }
    make_keeper(&mut world, &mut log, &anna, puppet.person());
    let refused = erase(&world, &mut log, &puppet.device, None);
    assert_eq!(refused, Err(Refused::SecondPerson), "who was let in is no keeper by somebody else's hand, either");
}

#[test]
fn who_is_left_with_a_scope_that_they_took_over_erases_it_alone() {
    let mut world = World::new();
    let mut log = teams_scope(&mut world);
    let anna = keys(&world.anna);
    make_keeper(&mut world, &mut log, &anna, anna.person);
    for gone in [keys(&world.olga), keys(&world.bram), keys(&world.mees)] {
        assert!(!log.erases_alone(anna.person, &world.membership), "somebody is there to ask");
        let pins = vec![Pin { scope: log.scope(), entry: None, sharing: log.head() }];
        let (devices, rotation) = (vec![RemovedDevice { device: gone.device, pins }], Some(world.rotation()));
        world.anna_says(MembershipChange::Remove { devices, rotation });
    }
    let later = let_in(&mut world, Role::Member, &anna);
    assert!(!log.is_second(later.person(), anna.person, &world.membership), "who comes now was let in by her");
    assert!(log.erases_alone(anna.person, &world.membership), "so nobody is left to ask");
    assert_eq!(erase(&world, &mut log, &anna, None), Ok(()), "and the resident's right does not end with that");
}
