//! The two logs, story by story.

use protocol::{
    chain::{Step, Writers, digest},
    device::DeviceKeys,
    entry::header::Cover,
    id::*,
    membership::{
        Membership, MembershipChange,
        record::{Pin, RemovedDevice},
    },
    permission::Role,
    refused::Refused,
    sharing::{
        Access, Sharing, SharingChange,
        record::{Audience, ScopeKeys},
    },
    signed::Signed,
};

use super::world::*;

#[test]
fn a_removed_device_is_refused_after_but_for_what_was_pinned() {
    let mut world = World::new();
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let key = world.scope_key(&mut log);
    let mut claims = world.claims(&log, &key, &world.mees.device);
    (claims.counter, claims.previous) = (4, Some(EntryHash([3; 32])));
    let (pinned, other) = (EntryHash([4; 32]), EntryHash([5; 32]));
    assert!(log.admit(&claims, other, &world.membership).is_ok(), "a member writes");
    let rotation = Some(world.rotation());
    let pins = vec![Pin { scope: log.scope(), counter: 4, entry: pinned }];
    let devices = vec![RemovedDevice { device: world.mees.device.device, pins }];
    world.anna_says(MembershipChange::Remove { devices, rotation });
    let membership = &world.membership;
    assert!(log.admit(&claims, pinned, membership).is_ok(), "what was there stays");
    assert_eq!(log.admit(&claims, other, membership), Err(Refused::BeyondPin), "another entry under the same number");
    claims.counter = 5;
    assert_eq!(log.admit(&claims, other, membership), Err(Refused::BeyondPin), "backdated to before the removal");
    claims.membership = membership.head();
    assert_eq!(log.admit(&claims, other, membership), Err(Refused::RemovedDevice), "after the removal");
    let record = world.record(&world.mees.device, MembershipChange::Rotate(protocol_rotation()));
    assert_eq!(world.take(record), Err(Refused::RemovedDevice), "no record either");
    let grant = world.grant(Audience::Team);
    let shared = world.share(&mut log, &world.mees.device, grant);
    assert_eq!(shared, Err(Refused::RemovedDevice), "nor one of the scope");
}

fn protocol_rotation() -> protocol::membership::record::Rotation {
    protocol::membership::record::Rotation { key: KeyId([0xaa; 16]), boxes: boxes() }
}

#[test]
fn after_a_removal_an_older_key_is_refused_to_whoever_has_seen_it() {
    let mut world = World::new();
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let (old, alone) = (world.scope_key(&mut log), &mut world.scope());
    let own = world.scope_key(alone);
    let unaware = world.claims(&log, &old, &world.bram.device);
    world.anna_removes(world.mees.device.device);
    let aware = world.claims(&log, &old, &world.bram.device);
    let hash = EntryHash([1; 32]);
    assert!(log.admit(&unaware, hash, &world.membership).is_ok(), "who did not know of the removal is not blamed");
    assert_eq!(log.check_fresh(&unaware, &world.membership), Err(Refused::OldHead), "but the relay sends it back");
    assert_eq!(log.admit(&aware, hash, &world.membership), Err(Refused::OldKey), "who knew had to make a new key");
    let claims = world.claims(alone, &own, &world.bram.device);
    assert!(alone.admit(&claims, hash, &world.membership).is_ok(), "the removed person never had this one");
    let old = SharingChange::Rekey(ScopeKeys { key: old.id, boxes: boxes() });
    assert_eq!(world.share(&mut log, &world.bram.device, old), Err(Refused::OldKey), "the old key is not named again");
    let new = world.scope_key(&mut log);
    let claims = world.claims(&log, &new, &world.bram.device);
    assert!(log.admit(&claims, hash, &world.membership).is_ok(), "under the new key it goes on");
    assert_eq!(log.check_fresh(&claims, &world.membership), Ok(()), "and the relay takes it");
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
        MembershipChange::Role { person, role: Role::Helper, rotation: Some(protocol_rotation()) },
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
    let record = world.record(&world.anna.device, remove(world.hugo.device.device));
    assert_eq!(world.take(record), Ok(()), "Hugo never had it");
    let record = world.record(&world.mees.device, remove(world.mees.device.device));
    assert_eq!(world.take(record), Ok(()), "Mees leaves, and does not choose the next key");
    assert!(world.membership.rotation_due(), "the next who writes does");
    let rotation = world.rotation();
    world.anna_says(MembershipChange::Rotate(rotation.clone()));
    assert!(!world.membership.rotation_due(), "done");
    assert_eq!(world.membership.space_key(), Some(rotation.key), "this is the key now");
    let record = world.record(&world.anna.device, MembershipChange::Rotate(rotation));
    assert_eq!(world.take(record), Err(Refused::Used), "no key comes twice");
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
    let card = protocol::device::PersonKeys::generate(bram, &mut world.rng).card();
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
fn withdrawal_wins_in_whatever_order() {
    let mut world = World::new();
    let bases = [world.basis(), world.basis(), world.basis()];
    // What three devices want, all offline: two grants and a withdrawal that names them and one that nobody has seen yet.
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut log = world.scope();
        for wish in order {
            let key = world.scope_keys();
            let change = match wish {
                0 => SharingChange::Grant { basis: bases[0], audience: Audience::Team, key },
                1 => {
                    SharingChange::Grant { basis: bases[1], audience: Audience::People(vec![world.mees.person()]), key }
                }
                _ => SharingChange::Withdraw { bases: bases.to_vec(), key },
            };
            let withdrawn = log.withdrawn_since(None);
            let taken = world.share(&mut log, &world.bram.device, change);
            let late = withdrawn && wish != 2;
            assert_eq!(taken.is_err(), late, "{order:?}: a grant after the withdrawal of its basis is refused");
        }
        assert!(bases.iter().all(|basis| !log.stands(*basis)), "{order:?}: none of them stands");
        assert_eq!(log.access(world.mees.person(), &world.membership), Access::Nothing, "{order:?}: nobody reads");
        assert_eq!(log.access(world.bram.person(), &world.membership), Access::Whole, "{order:?}: but the keeper");
    }
}

#[test]
fn a_withdrawal_brings_a_new_key_and_ends_the_old_ones() {
    let mut world = World::new();
    let mut log = world.scope();
    let basis = world.basis();
    let shared = SharingChange::Grant { basis, audience: Audience::Team, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let old = world.scope_key(&mut log);
    let (before, seen) = (world.claims(&log, &old, &world.mees.device), log.head());
    let same = ScopeKeys { key: old.id, boxes: boxes() };
    let withdraw = |key| SharingChange::Withdraw { bases: vec![basis], key };
    let taken = world.share(&mut log, &world.anna.device, withdraw(same));
    assert_eq!(taken, Err(Refused::Used), "everybody has the old key");
    let key = world.scope_keys();
    world.share(&mut log, &world.anna.device, withdraw(key.clone())).expect("an owner may");
    assert!(log.withdrawn_since(seen), "a wish from before falls");
    assert!(!log.withdrawn_since(log.head()), "one from after stands");
    let hash = EntryHash([1; 32]);
    assert!(log.admit(&before, hash, &world.membership).is_ok(), "what was written before stays readable");
    assert_eq!(log.check_fresh(&before, &world.membership), Err(Refused::OldHead), "nothing more comes in under it");
    let after = world.claims(&log, &old, &world.bram.device);
    assert_eq!(log.admit(&after, hash, &world.membership), Err(Refused::OldKey), "not by the keeper either");
    let mut by_mees = world.claims(&log, &old, &world.mees.device);
    by_mees.key = key.key;
    let refused = log.admit(&by_mees, hash, &world.membership);
    assert!(matches!(refused, Err(Refused::NotAllowed { .. })), "who no longer reads no longer writes");
}

#[test]
fn a_scope_is_handed_over_and_never_without_a_keeper() {
    let mut world = World::new();
    let mut log = Sharing::new(world.membership.space(), ScopeId([1; 16]));
    let (first, second) = (world.basis(), world.basis());
    let keep = |basis, person, key| SharingChange::Grant { basis, audience: Audience::Keepers(vec![person]), key };
    let (bram, mees) = (world.bram.person(), world.mees.person());
    let key = world.scope_keys();
    let not_own = world.share(&mut log, &world.bram.device, keep(first, mees, key.clone()));
    assert_eq!(not_own, Err(Refused::Content), "a scope begins with its author");
    world.share(&mut log, &world.bram.device, keep(first, bram, key)).expect("its author");
    let withdraw = |basis, key| SharingChange::Withdraw { bases: vec![basis], key };
    let key = world.scope_keys();
    let taken = world.share(&mut log, &world.bram.device, withdraw(first, key));
    assert_eq!(taken, Err(Refused::LastKeeper), "nobody could open it: hand it over or erase it");
    let key = world.scope_keys();
    world.share(&mut log, &world.bram.device, keep(second, mees, key)).expect("its keeper may");
    let key = world.scope_keys();
    world.share(&mut log, &world.bram.device, withdraw(first, key)).expect("another keeps it");
    assert_eq!(log.keepers().into_iter().collect::<Vec<_>>(), [mees], "it is Mees's now");
    let erased = world.share(&mut log, &world.bram.device, SharingChange::Erase { second: None });
    assert!(matches!(erased, Err(Refused::NotAllowed { .. })), "no longer Bram's to erase");
}

#[test]
fn a_hold_keeps_and_an_erased_scope_stays_erased() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    world.share(&mut log, &world.anna.device, SharingChange::Hold { stands: true }).expect("an owner may");
    let erase = || SharingChange::Erase { second: None };
    assert_eq!(world.share(&mut log, &world.bram.device, erase()), Err(Refused::Held), "it has to be kept");
    world.share(&mut log, &world.anna.device, SharingChange::Hold { stands: false }).expect("an owner may");
    world.share(&mut log, &world.bram.device, erase()).expect("its keeper may");
    let claims = world.claims(&log, &key, &world.bram.device);
    assert_eq!(log.admit(&claims, EntryHash([1; 32]), &world.membership), Err(Refused::Erased), "no entry comes back");
    let grant = world.grant(Audience::Team);
    assert_eq!(world.share(&mut log, &world.bram.device, grant), Err(Refused::Erased), "nor a record");
    assert_eq!(log.access(world.bram.person(), &world.membership), Access::Nothing, "nobody reads it");
}

#[test]
fn a_helper_reads_what_is_named_and_a_member_who_becomes_one_reads_no_more_than_that() {
    let mut world = World::new();
    let mut log = world.scope();
    let (hugo, mees) = (world.hugo.person(), world.mees.person());
    let plan = world.grant(Audience::Helper { person: hugo, documents: vec![document()] });
    world.share(&mut log, &world.bram.device, plan).expect("its keeper may");
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let named = Access::Documents([document()].into());
    assert_eq!(log.access(hugo, &world.membership), named, "the team's basis is not the helper's");
    assert_eq!(log.access(mees, &world.membership), Access::Whole, "a member is of the team");
    let rotation = Some(world.rotation());
    world.anna_says(MembershipChange::Role { person: mees, role: Role::Helper, rotation });
    assert_eq!(log.access(mees, &world.membership), Access::Nothing, "now a helper without a basis");
    let keep = world.grant(Audience::Keepers(vec![hugo]));
    assert_eq!(world.share(&mut log, &world.bram.device, keep), Err(Refused::Absent), "a helper keeps nothing");
}

#[test]
fn gaps_replays_and_forks_are_told_apart() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = |counter, previous: Option<u8>, abandoned: &[u8]| {
        let mut claims = world.claims(&log, &key, &world.bram.device);
        (claims.counter, claims.previous) = (counter, previous.map(|hash| EntryHash([hash; 32])));
        claims.abandoned = abandoned.iter().map(|hash| EntryHash([*hash; 32])).collect();
        claims
    };
    let mut writers = Writers::default();
    let steps = [
        (1, None, &[][..], 1, Step::Next, "the first"),
        (1, None, &[], 1, Step::Replay, "the same again"),
        (1, None, &[], 9, Step::Fork, "another first: two folders with one key"),
        (3, Some(2), &[], 3, Step::Gap { expected: 2 }, "2 is missing"),
        (2, Some(9), &[], 2, Step::Fork, "it follows another first"),
        (2, Some(1), &[], 2, Step::Next, "the second"),
        (5, Some(2), &[3, 4], 5, Step::Next, "3 and 4 were refused by the relay, nobody waits for them"),
        (4, Some(3), &[], 4, Step::Replay, "one of those after all"),
        (4, Some(3), &[], 8, Step::Fork, "another in its place"),
    ];
    for (counter, previous, abandoned, hash, step, why) in steps {
        assert_eq!(writers.take(&claims(counter, previous, abandoned), EntryHash([hash; 32])), step, "{why}");
    }
    let last: Vec<_> = writers.last(world.bram.device.device).collect();
    assert_eq!(last, [(log.scope(), 5, EntryHash([5; 32]))], "what a removal would pin");
    let mut new = Writers::default();
    let cover = Cover { device: world.bram.device.device, counter: 5, entry: EntryHash([5; 32]) };
    new.start_from(log.scope(), &cover);
    assert_eq!(new.take(&claims(4, Some(3), &[]), EntryHash([4; 32])), Step::Replay, "the snapshot has it");
    assert_eq!(new.take(&claims(6, Some(5), &[]), EntryHash([6; 32])), Step::Next, "from there it goes on");
}

#[test]
fn the_chain_tells_order_and_the_digest_tells_scopes_apart() {
    let (one, other) = (EntryHash([1; 32]), EntryHash([2; 32]));
    let chain = |entries: &[EntryHash]| entries.iter().fold(ChainHash::START, |chain, entry| chain.then(*entry));
    assert_ne!(chain(&[one, other]), chain(&[other, one]), "two in another order");
    assert_ne!(chain(&[one]), chain(&[one, one]), "one twice");
    let digest = |scope: u8, chain| digest(&[(ScopeId([scope; 16]), chain)].into());
    assert_ne!(digest(1, chain(&[one])), digest(2, chain(&[one])), "another scope");
    assert_ne!(digest(1, chain(&[one])), digest(1, chain(&[other])), "another entry");
}
