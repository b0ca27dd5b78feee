//! After an erasure: which keys are new enough, by the logs alone.

use protocol::{
    device::{DeviceKeys, PersonKeys},
    id::{DocumentId, LogId, ScopeId},
    membership::MembershipChange,
    refused::Refused,
    sharing::{
        Renewal, Sharing, SharingChange, SharingRecord,
        record::{Audience, Readers},
    },
};

use super::world::*;

/// A scope that Bram keeps and the team reads, erased by him.
fn erased_team_scope(world: &mut World) -> Sharing {
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    log
}

#[test]
fn a_scope_that_the_team_read_asks_for_a_space_key_under_which_no_older_one_lies() {
    let mut world = World::new();
    let log = erased_team_scope(&mut world);
    assert_eq!(log.renewal(&world.membership), Some(Renewal::TeamKey), "the space key could open it");
    let rotation = world.rotation();
    world.anna_says(MembershipChange::Rotate(rotation));
    assert_eq!(log.renewal(&world.membership), Some(Renewal::TeamKey), "older keys lie under an ordinary new one");
    let alone = world.rotation();
    world.anna_says(MembershipChange::RotateAlone(alone.clone()));
    assert!(matches!(log.renewal(&world.membership), Some(Renewal::After(_))), "nothing lies under this one");
    assert_eq!(world.membership.space_keys().collect::<Vec<_>>(), [alone.key], "and no older one is handed on");
    let later = world.rotation();
    world.anna_says(MembershipChange::Rotate(later.clone()));
    assert_eq!(world.membership.space_keys().collect::<Vec<_>>(), [alone.key, later.key], "later ones wrap it again");
}

#[test]
fn an_erasure_that_comes_after_a_key_alone_asks_for_another() {
    let mut world = World::new();
    let alone = world.rotation();
    world.anna_says(MembershipChange::RotateAlone(alone));
    let log = erased_team_scope(&mut world);
    assert_eq!(log.renewal(&world.membership), Some(Renewal::TeamKey), "its keys lay under that key");
}

#[test]
fn an_erasure_that_had_not_seen_the_new_key_asks_for_no_other() {
    let mut world = World::new();
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let tombstone = world.sharing_record(&log, &world.bram.device, SharingChange::Erase { second: None });
    let alone = world.rotation();
    world.anna_says(MembershipChange::RotateAlone(alone));
    log.apply(&tombstone, &world.membership).expect("it cites what was known");
    assert!(
        matches!(log.renewal(&world.membership), Some(Renewal::After(_))),
        "nothing of it was ever wrapped under a key that it does not know"
    );
}

#[test]
fn a_scope_of_its_keeper_alone_asks_for_no_space_key() {
    let mut world = World::new();
    let mut log = world.scope();
    assert_eq!(log.renewal(&world.membership), None, "nothing is erased");
    world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    let Some(Renewal::After(place)) = log.renewal(&world.membership) else { panic!("the keeper's own key is enough") };
    let (bram, device) = (world.bram.person(), world.bram.device.device);
    assert!(log.was_open_to(bram, &world.membership), "he kept it");
    assert!(!log.was_open_to(world.anna.person(), &world.membership), "nobody else had a key of it");
    assert_eq!(world.membership.person_key_after(bram, place), None, "his key is from before");
    let second = DeviceKeys::generate(bram, &mut world.rng);
    let add = MembershipChange::AddDevice { device: second.card(), paper: false, boxes: boxes() };
    let record = world.record(&world.bram.device, add);
    world.take(record).expect("his own");
    let person = PersonKeys::generate(bram, &mut world.rng).card();
    let sealing = world.bram.device.renewed(&[5; 32]).sealing();
    let renew = MembershipChange::Renew { sealing: Some(sealing), person: Some(person), boxes: boxes() };
    let record = world.record(&world.bram.device, renew);
    world.take(record).expect("his own");
    assert!(world.membership.person_key_after(bram, place).is_some(), "now it is new");
    assert!(world.membership.is_renewed(device, place), "and so is his device's");
    assert!(!world.membership.is_renewed(second.device, place), "one that came meanwhile was given his old one");
    assert_eq!(
        world.bram.device.renewed(&[5; 32]).card().signing,
        world.bram.device.card().signing,
        "it signs as before"
    );
}

#[test]
fn whoever_ever_read_an_erased_scope_has_a_key_that_could_open_it() {
    let mut world = World::new();
    let mut log = world.scope();
    let basis = world.basis();
    let mees = Audience::People(vec![world.mees.person()]);
    let grant = SharingChange::Grant { basis, audience: mees, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, grant).expect("its keeper may");
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key: Some(world.scope_keys()), pins: Vec::new() };
    world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    assert!(
        log.was_open_to(world.mees.person(), &world.membership),
        "withdrawn, and an old copy of the boxes is there"
    );
    let log = erased_team_scope(&mut world);
    assert!(log.was_open_to(world.olga.person(), &world.membership), "everybody with the space key");
    assert!(!log.was_open_to(world.hugo.person(), &world.membership), "a helper has none");
}

#[test]
fn an_erasure_after_the_relay_was_restored_asks_everybody_for_new_keys() {
    let mut world = World::new();
    let (mut before, mut after) = (world.scope(), world.scope());
    world.share(&mut before, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    world.anna_says(MembershipChange::Resume { log: LogId([3; 16]), cursor: 9 });
    world.share(&mut after, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    let anna = world.anna.person();
    assert!(matches!(before.renewal(&world.membership), Some(Renewal::After(_))), "nothing before it was lost");
    assert!(!before.was_open_to(anna, &world.membership), "so his keys are enough");
    assert_eq!(after.renewal(&world.membership), Some(Renewal::TeamKey), "a grant to the team may have been lost");
    assert!(after.was_open_to(anna, &world.membership), "or one to her");
}

#[test]
fn from_where_a_person_has_a_key_again_is_known_for_the_time_without_one_only() {
    let mut world = World::new();
    let bram = world.bram.person();
    let second = DeviceKeys::generate(bram, &mut world.rng);
    let add = MembershipChange::AddDevice { device: second.card(), paper: false, boxes: boxes() };
    let record = world.record(&world.bram.device, add);
    world.take(record).expect("his own");
    let here = |world: &World| world.membership.place(world.membership.head()).expect("the head is in the log");
    let before = here(&world);
    world.anna_removes(second.device);
    let without = here(&world);
    assert_eq!(world.membership.key_again(bram, without), None, "he has none yet");
    let person = PersonKeys::generate(bram, &mut world.rng).card();
    let renew = MembershipChange::Renew { sealing: None, person: Some(person), boxes: boxes() };
    let record = world.record(&world.bram.device, renew);
    world.take(record).expect("his own");
    let again = here(&world);
    assert_eq!(world.membership.key_again(bram, without), Some(again), "what was wrapped meanwhile is for his devices");
    assert_eq!(world.membership.key_again(bram, before), None, "he had one then");
    assert_eq!(world.membership.key_again(bram, again), None, "and has one now");
    assert_eq!(world.membership.key_again(world.anna.person(), without), None, "nobody took anything from Anna");
}

#[test]
fn who_never_had_a_space_key_waits_for_none_to_come_alone() {
    let mut world = World::new();
    let mut log = world.scope();
    let (hugo, mees) = (world.hugo.person(), world.mees.person());
    let helps =
        world.grant(Audience::Part { readers: Readers::People(vec![hugo]), documents: vec![DocumentId([7; 16])] });
    world.share(&mut log, &world.bram.device, helps).expect("its keeper may");
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    assert_eq!(log.asks_of(mees, &world.membership), Some(Renewal::TeamKey), "a member waits for the team's key");
    let Some(Renewal::After(cited)) = log.asks_of(hugo, &world.membership) else { panic!("Hugo waits for nobody") };
    let empty = Sharing::new(world.membership.space(), log.scope());
    let told = |world: &World, person| empty.told_asks_of(cited, person, &world.membership);
    assert_eq!(told(&world, hugo), Renewal::After(cited), "who was told of it alone comes to the same");
    assert_eq!(told(&world, mees), Renewal::After(cited), "nobody has told him yet that the team read it");
    let alone = world.rotation();
    world.anna_says(MembershipChange::RotateAlone(alone));
    assert_eq!(told(&world, hugo), Renewal::After(cited), "Hugo never had a key of the team's");
    let asks = log.asks_of(mees, &world.membership).expect("it was open to him");
    assert_eq!(told(&world, mees), asks, "whoever had one comes to the same as who has the log");
}

#[test]
fn an_erasure_that_is_told_alone_is_checked_as_far_as_it_can_be() {
    let mut world = World::new();
    let mut log = world.scope();
    let helps = world.grant(Audience::Part {
        readers: Readers::People(vec![world.hugo.person()]),
        documents: vec![DocumentId([7; 16])],
    });
    world.share(&mut log, &world.bram.device, helps).expect("its keeper may");
    let erase = || SharingChange::Erase { second: None };
    let hold = world.sharing_record(&log, &world.anna.device, SharingChange::Hold { stands: true });
    let by_keeper = world.sharing_record(&log, &world.bram.device, erase());
    let by_helper = world.sharing_record(&log, &world.hugo.device, erase());
    let (space, scope) = (world.membership.space(), log.scope());
    let (empty, other) = (Sharing::new(space, scope), Sharing::new(space, ScopeId([9; 16])));
    let check = |sharing: &Sharing, record| sharing.check_told(record, &world.membership);
    assert_eq!(
        check(&empty, &by_keeper),
        Ok(world.membership.place(world.membership.head()).expect("its place")),
        "where it cites"
    );
    assert_eq!(check(&other, &by_keeper), Err(Refused::OtherLog), "of another scope");
    assert_eq!(check(&empty, &hold), Err(Refused::Content), "no erasure");
    assert!(matches!(check(&empty, &by_helper), Err(Refused::NotAllowed { .. })), "a helper erases nothing");
    let mut forged = by_keeper.bytes().to_vec();
    *forged.last_mut().expect("a signature") ^= 1;
    let forged = SharingRecord::decode(&forged).expect("it reads");
    assert!(matches!(check(&empty, &forged), Err(Refused::Signature(_))), "nor whoever has no key");
    assert!(log.is_told(by_keeper.content(), world.hugo.person(), &world.membership), "Hugo could read of it");
    assert!(!log.is_told(hold.content(), world.hugo.person(), &world.membership), "he is told of erasures alone");
    assert!(!log.is_told(by_keeper.content(), world.mees.person(), &world.membership), "Mees could not");
}
