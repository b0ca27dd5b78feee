//! The sharing log of a scope and the entries that it takes, story by story.

use protocol::{
    id::*,
    membership::{
        MembershipChange,
        record::{Pin, RemovedDevice, Rotation},
    },
    permission::Role,
    refused::Refused,
    sharing::{
        Access, Sharing, SharingChange,
        record::{Audience, ScopeKeys},
    },
};

use super::world::*;

/// A new key, the same each time.
fn a_rotation() -> Rotation {
    Rotation { key: KeyId([0xaa; 16]), boxes: boxes() }
}

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
    let record = world.record(&world.mees.device, MembershipChange::Rotate(a_rotation()));
    assert_eq!(world.take(record), Err(Refused::RemovedDevice), "no record either");
    let grant = world.grant(Audience::Team);
    let shared = world.share(&mut log, &world.mees.device, grant);
    assert_eq!(shared, Err(Refused::RemovedDevice), "nor one of the scope");
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
                _ => SharingChange::Withdraw { bases: bases.to_vec(), key: Some(key) },
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
    let taken = world.share(&mut log, &world.bram.device, withdraw(Some(same)));
    assert_eq!(taken, Err(Refused::Used), "everybody has the old key");
    let taken = world.share(&mut log, &world.bram.device, withdraw(None));
    assert_eq!(taken, Err(Refused::KeyMissing), "who reads on makes the next key");
    let key = world.scope_keys();
    let taken = world.share(&mut log, &world.anna.device, withdraw(Some(key.clone())));
    assert_eq!(taken, Err(Refused::Content), "Anna will not read on, so she may not know it");
    world.share(&mut log, &world.bram.device, withdraw(Some(key.clone()))).expect("its keeper may");
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
    let withdraw = |basis| SharingChange::Withdraw { bases: vec![basis], key: None };
    let taken = world.share(&mut log, &world.bram.device, withdraw(first));
    assert_eq!(taken, Err(Refused::LastKeeper), "nobody could open it: hand it over or erase it");
    let key = world.scope_keys();
    world.share(&mut log, &world.bram.device, keep(second, mees, key)).expect("its keeper may");
    world.share(&mut log, &world.bram.device, withdraw(first)).expect("another keeps it");
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
fn whoever_ends_their_own_reading_leaves_the_next_key_to_others() {
    let mut world = World::new();
    let mut log = world.scope();
    let basis = world.basis();
    let audience = Audience::People(vec![world.mees.person()]);
    let shared = SharingChange::Grant { basis, audience, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let old = world.scope_key(&mut log);
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key: None };
    world.share(&mut log, &world.mees.device, withdraw).expect("a reader may");
    let claims = world.claims(&log, &old, &world.bram.device);
    let refused = log.admit(&claims, EntryHash([1; 32]), &world.membership);
    assert_eq!(refused, Err(Refused::OldKey), "Mees knows this key");
    let new = world.scope_key(&mut log);
    let claims = world.claims(&log, &new, &world.bram.device);
    assert!(log.admit(&claims, EntryHash([1; 32]), &world.membership).is_ok(), "and not the one that Bram made");
}

#[test]
fn no_key_goes_to_the_team_under_a_space_key_that_a_leaver_knows() {
    let mut world = World::new();
    let mut log = world.scope();
    let team = world.grant(Audience::Team);
    world.share(&mut log, &world.bram.device, team).expect("its keeper may");
    let devices = vec![RemovedDevice { device: world.mees.device.device, pins: Vec::new() }];
    let leaves = world.record(&world.mees.device, MembershipChange::Remove { devices, rotation: None });
    world.take(leaves).expect("of his own will");
    let rekey = SharingChange::Rekey(world.scope_keys());
    let taken = world.share(&mut log, &world.bram.device, rekey.clone());
    assert_eq!(taken, Err(Refused::KeyMissing), "Mees could open it: a new space key first");
    world.anna_says(MembershipChange::Rotate(a_rotation()));
    assert_eq!(world.share(&mut log, &world.bram.device, rekey), Ok(()), "now the team may have it");
}

#[test]
fn a_residents_device_writes_and_withdraws_in_its_scope_and_nothing_more() {
    let mut world = World::new();
    let mut log = world.scope();
    let (basis, team) = (world.basis(), world.basis());
    let key = world.scope_keys();
    let mut forged = world.rosa.device.card();
    forged.person = PersonId([1; 16]);
    let admit = |device, key| SharingChange::ResidentDevice { basis, device, key };
    let taken = world.share(&mut log, &world.bram.device, admit(forged, key.clone()));
    assert_eq!(taken, Err(Refused::Card), "the device says itself whose it is");
    let taken = world.share(&mut log, &world.bram.device, admit(world.mees.device.card(), key.clone()));
    assert_eq!(taken, Err(Refused::Used), "a colleague's device is no resident's");
    world.share(&mut log, &world.bram.device, admit(world.rosa.device.card(), key)).expect("its keeper may");
    let shared = SharingChange::Grant { basis: team, audience: Audience::Team, key: world.scope_keys() };
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.rosa.device);
    let signing = Ok(world.rosa.device.card().signing);
    assert_eq!(log.admit(&claims, EntryHash([1; 32]), &world.membership), signing, "Rosa writes");
    let mut elsewhere = world.scope();
    let other = world.scope_key(&mut elsewhere);
    let claims = world.claims(&elsewhere, &other, &world.rosa.device);
    let refused = elsewhere.admit(&claims, EntryHash([1; 32]), &world.membership);
    assert_eq!(refused, Err(Refused::UnknownDevice), "nowhere else");
    let withdraw = |bases, key| SharingChange::Withdraw { bases, key };
    let key = Some(world.scope_keys());
    world.share(&mut log, &world.rosa.device, withdraw(vec![team], key)).expect("as easy as giving");
    assert_eq!(log.access(world.anna.person(), &world.membership), Access::Nothing, "the team reads no more");
    world.share(&mut log, &world.rosa.device, withdraw(vec![basis], None)).expect("her own device, too");
    assert_eq!(log.residents().count(), 0, "it is out");
    let again = world.grant(Audience::Resident(world.rosa.device.device));
    world.share(&mut log, &world.bram.device, again).expect("with a new basis");
    assert_eq!(log.residents().count(), 1, "and in again");
}
