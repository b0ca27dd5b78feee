//! Who may write in a scope, under which key, after what happened to people and bases.

use protocol::{
    device::DeviceKeys,
    id::*,
    membership::{
        MembershipChange,
        record::{Pin, RemovedDevice, Rotation},
    },
    refused::Refused,
    sharing::{
        Access, SharingChange,
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
    let pins = vec![Pin { scope: log.scope(), entry: Some((4, pinned)), sharing: log.head() }];
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
    let (again, key) = (world.basis(), world.scope_keys());
    let twice = SharingChange::ResidentDevice { basis: again, device: world.rosa.device.card(), key: key.clone() };
    assert_eq!(world.share(&mut log, &world.bram.device, twice), Err(Refused::Used), "let in once");
    let seed = world.rosa.device.seed().clone();
    let renamed = DeviceKeys::from_seed(world.rosa.person(), DeviceId([1; 16]), seed).card();
    let twice = SharingChange::ResidentDevice { basis: again, device: renamed, key };
    assert_eq!(world.share(&mut log, &world.bram.device, twice), Err(Refused::Used), "also under another id");
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
    let withdraw = |bases, key| SharingChange::Withdraw { bases, key, pins: Vec::new() };
    let key = Some(world.scope_keys());
    world.share(&mut log, &world.rosa.device, withdraw(vec![team], key)).expect("as easy as giving");
    assert_eq!(log.access(world.anna.person(), &world.membership), Access::Nothing, "the team reads no more");
    world.share(&mut log, &world.rosa.device, withdraw(vec![basis], None)).expect("her own device, too");
    assert_eq!(log.residents().count(), 0, "it is out");
    let again = world.grant(Audience::Resident(world.rosa.device.device));
    world.share(&mut log, &world.bram.device, again).expect("with a new basis");
    assert_eq!(log.residents().count(), 1, "and in again");
}

#[test]
fn an_entry_cites_its_own_scope_known_records_and_a_key_that_was_there() {
    let mut world = World::new();
    let mut log = world.scope();
    let early = world.scope_key(&mut log);
    let before = log.head().expect("begun");
    let late = world.scope_key(&mut log);
    let good = world.claims(&log, &late, &world.bram.device);
    let admit = |change: &dyn Fn(&mut protocol::entry::header::Claims)| {
        let mut claims = good.clone();
        change(&mut claims);
        log.admit(&claims, EntryHash([1; 32]), &world.membership).map(|_| ())
    };
    assert_eq!(admit(&|_| {}), Ok(()), "as it should be");
    assert_eq!(admit(&|claims| claims.space = SpaceId([1; 32])), Err(Refused::OtherLog), "another space");
    assert_eq!(admit(&|claims| claims.scope = ScopeId([1; 16])), Err(Refused::OtherLog), "another scope");
    assert_eq!(admit(&|claims| claims.sharing = RecordHash([1; 32])), Err(Refused::UnknownHead), "unknown sharing");
    assert_eq!(admit(&|claims| claims.membership = RecordHash([1; 32])), Err(Refused::UnknownHead), "unknown members");
    assert_eq!(admit(&|claims| claims.key = KeyId([1; 16])), Err(Refused::Absent), "a key that no record named");
    assert_eq!(admit(&|claims| claims.sharing = before), Err(Refused::Absent), "a key that was not there yet");
    assert_eq!(admit(&|claims| claims.key = early.id), Ok(()), "an older key is good while nobody lost it");
}

#[test]
fn what_was_written_before_a_withdrawal_stays_under_its_old_key() {
    let mut world = World::new();
    let mut log = world.scope();
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.bram.device);
    for _ in 0..2 {
        let withdraw =
            SharingChange::Withdraw { bases: vec![world.basis()], key: Some(world.scope_keys()), pins: Vec::new() };
        world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    }
    assert!(log.admit(&claims, EntryHash([1; 32]), &world.membership).is_ok(), "it cites the time before");
    let hold = SharingChange::Hold { stands: false };
    assert_eq!(world.share(&mut log, &world.anna.device, hold), Err(Refused::Content), "there is no hold to lift");
    let nobody = world.grant(Audience::People(Vec::new()));
    assert_eq!(world.share(&mut log, &world.bram.device, nobody), Err(Refused::Content), "a grant to nobody");
    let stranger = world.grant(Audience::People(vec![PersonId([1; 16])]));
    assert_eq!(world.share(&mut log, &world.bram.device, stranger), Err(Refused::Absent), "to who is not there");
}
