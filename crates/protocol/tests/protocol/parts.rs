//! Documents of a scope that are shared by themselves: with the team, with people, and what whoever reads them may do.

use protocol::{
    id::*,
    membership::MembershipChange,
    permission::{Act, Role, Standing},
    refused::Refused,
    sharing::{
        Access, Renewal, Sharing, SharingChange,
        record::{Audience, Readers},
    },
};

use super::world::*;

const OTHER: DocumentId = DocumentId([0xd1; 16]);

fn part(readers: Readers) -> Audience {
    Audience::Part { readers, documents: vec![document()] }
}

fn named() -> Access {
    Access::Documents([document()].into())
}

/// Shares with an audience and gives the basis.
fn share(world: &mut World, log: &mut Sharing, audience: Audience) -> BasisId {
    let basis = world.basis();
    let key = world.scope_keys();
    world.share(log, &world.bram.device, SharingChange::Grant { basis, audience, key }).expect("its keeper may");
    basis
}

fn withdraw(world: &mut World, log: &mut Sharing, basis: BasisId) {
    let key = Some(world.scope_keys());
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key, pins: Vec::new() };
    world.share(log, &world.bram.device, withdraw).expect("its keeper may");
}

#[test]
fn a_part_for_the_team_is_for_whoever_is_of_it_also_later_and_for_no_helper() {
    let mut world = World::new();
    let mut log = world.scope();
    share(&mut world, &mut log, part(Readers::Team));
    let (mees, hugo) = (world.mees.person(), world.hugo.person());
    assert_eq!(log.access(mees, &world.membership), named(), "a member reads that and no more");
    assert_eq!(log.access(world.bram.person(), &world.membership), Access::Whole, "its keeper reads all of it");
    assert_eq!(log.access(hugo, &world.membership), Access::Nothing, "a helper is of no team");
    let later = Someone::new(&mut world.rng);
    let (device, person) = (later.device.card(), later.keys.card());
    world.anna_says(MembershipChange::AddPerson { role: Role::Member, device, person, boxes: boxes() });
    assert_eq!(log.access(later.person(), &world.membership), named(), "who comes later reads it too");
    let rotation = Some(world.rotation());
    world.anna_says(MembershipChange::Role { person: hugo, role: Role::Member, rotation });
    assert_eq!(log.access(hugo, &world.membership), named(), "and a helper who becomes a member");
}

#[test]
fn whoever_reads_a_part_writes_in_it_and_says_nothing_of_the_scope() {
    let mut world = World::new();
    let mut log = world.scope();
    let both = Readers::People(vec![world.mees.person(), world.hugo.person()]);
    let basis = share(&mut world, &mut log, part(both));
    let key = world.scope_key(&mut log);
    for (device, standing) in [(&world.mees.device, Standing::Member), (&world.hugo.device, Standing::Helper)] {
        let claims = world.claims(&log, &key, device);
        let hash = EntryHash([1; 32]);
        assert!(log.admit(&claims, hash, &world.membership).is_ok(), "{standing:?} writes in the document");
        let other = protocol::entry::header::Claims { document: OTHER, ..claims };
        let refused = log.admit(&other, hash, &world.membership);
        assert_eq!(refused, Err(Refused::NotAllowed { act: Act::Entry, standing }), "and in no other");
        let keys = protocol::sharing::record::ScopeKeys { key: KeyId([7; 16]), boxes: boxes() };
        let bases = vec![basis];
        let acts = [
            SharingChange::Rekey(keys.clone()),
            SharingChange::Grant { basis: BasisId([8; 16]), audience: Audience::Team, key: keys },
            SharingChange::Withdraw { bases, key: None, pins: Vec::new() },
        ];
        for change in acts {
            let act = change.act(false);
            let said = world.share(&mut log.clone(), device, change);
            assert_eq!(said, Err(Refused::NotAllowed { act, standing }), "who reads a part decides nothing");
        }
    }
}

#[test]
fn whole_and_part_stand_beside_each_other_and_the_more_counts() {
    let mut world = World::new();
    let mut log = world.scope();
    let mees = world.mees.person();
    let first = share(&mut world, &mut log, part(Readers::Team));
    let whole = share(&mut world, &mut log, Audience::People(vec![mees]));
    assert_eq!(log.access(mees, &world.membership), Access::Whole, "all of it");
    withdraw(&mut world, &mut log, whole);
    assert_eq!(log.access(mees, &world.membership), named(), "the part still stands");
    withdraw(&mut world, &mut log, first);
    assert_eq!(log.access(mees, &world.membership), Access::Nothing, "now nothing does");
}

#[test]
fn who_reads_less_than_before_says_so_once() {
    let mut world = World::new();
    let mut log = world.scope();
    let (person, device) = (world.mees.person(), world.mees.device.device);
    share(&mut world, &mut log, part(Readers::Team));
    let whole = share(&mut world, &mut log, Audience::People(vec![person]));
    let said = || SharingChange::Farewell { boxes: boxes() };
    let refused = Err(Refused::NotAllowed { act: Act::Farewell, standing: Standing::Member });
    assert_eq!(world.share(&mut log, &world.mees.device, said()), refused, "he reads all of it");
    withdraw(&mut world, &mut log, whole);
    assert_eq!(log.open_farewells(&world.membership), [device].into(), "the rest is not his any more");
    world.share(&mut log, &world.mees.device, said()).expect("he says that it is gone");
    assert!(log.open_farewells(&world.membership).is_empty(), "and it is done");
    assert_eq!(world.share(&mut log, &world.mees.device, said()), refused, "once");
    let again = share(&mut world, &mut log, Audience::People(vec![person]));
    withdraw(&mut world, &mut log, again);
    assert_eq!(log.open_farewells(&world.membership), [device].into(), "and once more after it was his again");
}

#[test]
fn what_the_team_reads_of_a_scope_lies_under_the_space_key() {
    let mut world = World::new();
    let mut log = world.scope();
    share(&mut world, &mut log, part(Readers::Team));
    // Olga goes, and nobody has made a newer space key: the next scope key would lie under one that she knows.
    let (person, olga) = (world.mees.person(), world.olga.device.device);
    let devices = vec![protocol::membership::record::RemovedDevice { device: olga, pins: Vec::new() }];
    let record = world.record(&world.olga.device, MembershipChange::Remove { devices, rotation: None });
    world.take(record).expect("everybody may leave");
    let rekey = SharingChange::Rekey(world.scope_keys());
    assert_eq!(world.share(&mut log, &world.bram.device, rekey), Err(Refused::KeyMissing), "a rotation is due first");
    let rotation = world.rotation();
    world.anna_says(MembershipChange::Rotate(rotation));
    world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None }).expect("its keeper may");
    assert_eq!(log.asks_of(person, &world.membership), Some(Renewal::TeamKey), "its erasure asks for a key alone");
}

#[test]
fn a_part_names_somebody_and_something() {
    let mut world = World::new();
    let log = world.scope();
    let nothing = Audience::Part { readers: Readers::Team, documents: Vec::new() };
    let nobody = part(Readers::People(Vec::new()));
    let stranger = part(Readers::People(vec![PersonId([9; 16])]));
    for (audience, why) in [(nothing, Refused::Content), (nobody, Refused::Content), (stranger, Refused::Absent)] {
        let grant = world.grant(audience.clone());
        assert_eq!(world.share(&mut log.clone(), &world.bram.device, grant), Err(why), "{audience:?}");
    }
}
