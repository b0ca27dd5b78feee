//! What is pinned when somebody goes, and what of theirs counts from then on.

use protocol::{
    device::DeviceKeys,
    id::*,
    membership::{
        Membership, MembershipChange,
        record::{Pin, RemovedDevice},
    },
    refused::Refused,
    sharing::{
        Sharing, SharingChange, SharingContent, SharingRecord,
        record::{Audience, Readers, SecondSignature},
    },
    signed::Signed,
};

use super::world::*;

/// A scope of the team in which Mees has shared something, and the space and its head then.
fn shared_by_mees(world: &mut World) -> (Vec<SharingRecord>, Sharing, (SpaceId, RecordHash)) {
    let mut log = Sharing::new(world.membership.space(), ScopeId([1; 16]));
    let (bram, hugo) = (world.bram.person(), world.hugo.person());
    let changes = [
        (&world.bram.device, Audience::Keepers(vec![bram])),
        (&world.bram.device, Audience::Team),
        (&world.mees.device, Audience::Part { readers: Readers::People(vec![hugo]), documents: vec![document()] }),
    ];
    let mut records = Vec::new();
    for (number, (device, audience)) in (0..).zip(changes) {
        let key = protocol::sharing::record::ScopeKeys { key: KeyId([number; 16]), boxes: boxes() };
        let grant = SharingChange::Grant { basis: BasisId([number; 16]), audience, key };
        let record = world.sharing_record(&log, device, grant);
        log.apply(&record, &world.membership).expect("they read it");
        records.push(record);
    }
    (records, log, (world.membership.space(), world.membership.head()))
}

fn remove_mees(world: &mut World, pins: Vec<Pin>) {
    let (rotation, device) = (Some(world.rotation()), world.mees.device.device);
    world.anna_says(MembershipChange::Remove { devices: vec![RemovedDevice { device, pins }], rotation });
}

/// A record that cites what it likes.
fn forged(
    log: &Sharing,
    (space, cited): (SpaceId, RecordHash),
    device: &DeviceKeys,
    change: SharingChange,
) -> SharingRecord {
    let content = SharingContent::next(space, log.scope(), log.head(), cited, device.device, change);
    Signed::sign(content, device).expect("short")
}

fn replay(records: &[SharingRecord], membership: &Membership) -> (Sharing, Result<(), Refused>) {
    let mut log = Sharing::new(membership.space(), ScopeId([1; 16]));
    let read = records.iter().try_for_each(|record| log.apply(record, membership));
    (log, read)
}

#[test]
fn a_removed_device_shares_nothing_beyond_the_pinned_head_whichever_log_is_read_first() {
    let mut world = World::new();
    let (mut records, log, before) = shared_by_mees(&mut world);
    let unaware = world.membership.clone();
    let pins: Vec<_> = log.pin(world.mees.device.device, None).into_iter().collect();
    remove_mees(&mut world, pins);
    let (again, read) = replay(&records, &world.membership);
    assert_eq!(read, Ok(()), "what was there when Mees went stays valid");
    assert!(!again.is_forked(&world.membership), "and the log is as it was");
    let grant = world.grant(Audience::Part {
        readers: Readers::People(vec![world.hugo.person()]),
        documents: vec![DocumentId([9; 16])],
    });
    records.push(forged(&log, before, &world.mees.device, grant));
    let (_, read) = replay(&records, &world.membership);
    assert_eq!(read, Err(Refused::BeyondPin), "backdated: the membership log was read first");
    let (mut late, read) = replay(&records, &unaware);
    assert_eq!(read, Ok(()), "who does not know of the removal cannot tell");
    assert!(late.is_forked(&world.membership), "and can, when it comes");
    let hold = world.sharing_record(&late, &world.anna.device, SharingChange::Hold { stands: true });
    assert_eq!(late.apply(&hold, &world.membership), Err(Refused::BeyondPin), "it is not gone on with");
}

#[test]
fn a_log_that_lacks_the_pinned_head_is_forked() {
    let mut world = World::new();
    let (records, log, before) = shared_by_mees(&mut world);
    let pins: Vec<_> = log.pin(world.mees.device.device, None).into_iter().collect();
    remove_mees(&mut world, pins);
    let (mut short, read) = replay(&records[..2], &world.membership);
    assert_eq!(read, Ok(()), "it may still come");
    assert!(short.is_forked(&world.membership), "if this is all, something was left out");
    let grant = world.grant(Audience::People(vec![world.olga.person()]));
    let other = forged(&short, before, &world.mees.device, grant);
    assert_eq!(short.apply(&other, &world.membership), Ok(()), "another third record, the pinned one may yet follow");
    assert!(short.is_forked(&world.membership), "which it cannot: another log was shown to somebody");
}

#[test]
fn where_nothing_is_pinned_nothing_of_a_removed_device_counts() {
    let mut world = World::new();
    let (records, log, before) = shared_by_mees(&mut world);
    let unpinned = Pin { scope: log.scope(), entry: Some((1, EntryHash([1; 32]))), sharing: None };
    let mut without = World::new();
    remove_mees(&mut without, Vec::new());
    remove_mees(&mut world, vec![unpinned]);
    assert_eq!(replay(&records, &world.membership).1, Err(Refused::BeyondPin), "its entries do, its records do not");
    assert_eq!(replay(&records, &without.membership).1, Err(Refused::BeyondPin), "in a scope that is not named");
    let (mut log, read) = replay(&records[..2], &world.membership);
    assert_eq!((read, log.is_forked(&world.membership)), (Ok(()), false), "what others have signed stands");
    let second = Some(SecondSignature::sign(
        world.membership.space(),
        log.scope(),
        log.head().expect("begun"),
        &world.mees.device,
    ));
    let erase = forged(&log, before, &world.anna.device, SharingChange::Erase { second });
    let refused = log.apply(&erase, &world.membership);
    assert_eq!(refused, Err(Refused::BeyondPin), "nor does it agree to an erasure");
}

#[test]
fn a_pin_below_what_is_known_is_noticed() {
    let mut world = World::new();
    let (records, log, _) = shared_by_mees(&mut world);
    let mees = world.mees.device.device;
    let (last, other) = ((3, EntryHash([3; 32])), EntryHash([4; 32]));
    let pin = log.pin(mees, Some(last)).expect("it wrote and shared");
    assert_eq!(pin, Pin { scope: log.scope(), entry: Some(last), sharing: log.head() }, "all of it");
    assert_eq!(log.pin(world.olga.device.device, None), None, "Olga has done nothing here");
    let second = Some(records[1].hash());
    let cases = [
        (Some(pin), Ok(()), "all that is known"),
        (Some(Pin { entry: Some((4, other)), ..pin }), Ok(()), "the relay may know more"),
        (Some(Pin { entry: Some((3, other)), ..pin }), Err(Refused::BeyondPin), "another third entry"),
        (Some(Pin { entry: Some((2, other)), ..pin }), Err(Refused::BeyondPin), "an entry less"),
        (Some(Pin { entry: None, ..pin }), Err(Refused::BeyondPin), "no entry"),
        (Some(Pin { sharing: second, ..pin }), Err(Refused::BeyondPin), "a record less"),
        (Some(Pin { sharing: Some(RecordHash([9; 32])), ..pin }), Err(Refused::UnknownHead), "a head nobody knows"),
        (None, Err(Refused::BeyondPin), "nothing"),
    ];
    for (pin, checked, why) in cases {
        assert_eq!(log.check_pin(mees, Some(last), pin.as_ref()), checked, "{why}");
    }
}

#[test]
fn whoever_loses_a_scope_writes_no_more_into_the_time_before() {
    let mut world = World::new();
    let mut log = world.scope();
    let (basis, mees) = (world.basis(), world.mees.device.device);
    let people = vec![world.mees.person()];
    let give = |basis, people, key| SharingChange::Grant { basis, audience: Audience::People(people), key };
    let shared = give(basis, people.clone(), world.scope_keys());
    world.share(&mut log, &world.bram.device, shared).expect("its keeper may");
    let key = world.scope_key(&mut log);
    let mut claims = world.claims(&log, &key, &world.mees.device);
    (claims.counter, claims.previous) = (2, Some(EntryHash([1; 32])));
    let (sent, other) = (EntryHash([2; 32]), EntryHash([3; 32]));
    assert!(log.losing(&[world.basis()], &world.membership).is_empty(), "nobody reads on another basis");
    assert_eq!(log.losing(&[basis], &world.membership), [mees].into(), "Mees does on this one");
    let pins = vec![(mees, 2, sent)];
    let key = Some(world.scope_keys());
    let twice = SharingChange::Withdraw { bases: vec![basis], key: key.clone(), pins: [&pins[..], &pins].concat() };
    assert_eq!(world.share(&mut log, &world.bram.device, twice), Err(Refused::Content), "a device is pinned once");
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key, pins };
    world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    let lessened: Vec<_> = log.lessened(&world.membership).collect();
    let pin = Pin { scope: log.scope(), entry: Some((2, sent)), sharing: None };
    assert_eq!(lessened, [(mees, pin)], "what the relay compares with what it has");
    assert!(log.admit(&claims, sent, &world.membership).is_ok(), "what was there stays");
    assert_eq!(log.admit(&claims, other, &world.membership), Err(Refused::BeyondPin), "nothing else under its number");
    claims.counter = 3;
    assert_eq!(log.admit(&claims, other, &world.membership), Err(Refused::BeyondPin), "nor behind it");
    let (again, key) = (world.basis(), world.scope_keys());
    world.share(&mut log, &world.bram.device, give(again, people, key)).expect("its keeper may");
    assert_eq!(log.admit(&claims, other, &world.membership), Err(Refused::BeyondPin), "also when Mees reads again");
    let key = world.scope_key(&mut log);
    let mut claims = world.claims(&log, &key, &world.mees.device);
    (claims.counter, claims.previous) = (3, Some(sent));
    assert!(log.admit(&claims, other, &world.membership).is_ok(), "but what cites the new basis counts");
}

#[test]
fn a_withdrawal_keeps_out_nobody_who_reads_on_or_had_left_before() {
    let mut world = World::new();
    let mut log = world.scope();
    let (basis, team) = (world.basis(), world.grant(Audience::Team));
    let key = world.scope_keys();
    let people = SharingChange::Grant { basis, audience: Audience::People(vec![world.mees.person()]), key };
    for grant in [team, people] {
        world.share(&mut log, &world.bram.device, grant).expect("its keeper may");
    }
    let key = world.scope_key(&mut log);
    let by = |world: &World, device: &DeviceKeys| world.claims(&log, &key, device);
    let (mees, olga) = (by(&world, &world.mees.device), by(&world, &world.olga.device));
    let hash = EntryHash([1; 32]);
    let pins = vec![Pin { scope: log.scope(), entry: Some((1, hash)), sharing: log.head() }];
    let rotation = Some(world.rotation());
    let devices = vec![RemovedDevice { device: world.olga.device.device, pins }];
    world.anna_says(MembershipChange::Remove { devices, rotation });
    let withdraw = SharingChange::Withdraw { bases: vec![basis], key: Some(world.scope_keys()), pins: Vec::new() };
    world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    assert!(log.admit(&mees, hash, &world.membership).is_ok(), "Mees is of the team still");
    assert!(log.admit(&olga, hash, &world.membership).is_ok(), "Olga's removal has pinned her entry");
}

#[test]
fn a_residents_device_that_is_out_writes_nothing_into_the_time_before() {
    let mut world = World::new();
    let mut log = world.scope();
    let (basis, key) = (world.basis(), world.scope_keys());
    let rosa = SharingChange::ResidentDevice { basis, device: world.rosa.device.card(), key };
    world.share(&mut log, &world.bram.device, rosa).expect("its keeper may");
    let key = world.scope_key(&mut log);
    let claims = world.claims(&log, &key, &world.rosa.device);
    let (sent, other) = (EntryHash([2; 32]), EntryHash([3; 32]));
    let rosa = world.rosa.device.device;
    assert_eq!(log.losing(&[basis], &world.membership), [rosa].into(), "hers is to be pinned");
    let withdraw =
        SharingChange::Withdraw { bases: vec![basis], key: Some(world.scope_keys()), pins: vec![(rosa, 1, sent)] };
    world.share(&mut log, &world.bram.device, withdraw).expect("its keeper may");
    assert!(log.admit(&claims, sent, &world.membership).is_ok(), "what was there stays");
    assert_eq!(log.admit(&claims, other, &world.membership), Err(Refused::BeyondPin), "nothing else");
}
