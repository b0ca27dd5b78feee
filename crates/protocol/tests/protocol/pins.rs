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
        record::{Audience, SecondSignature},
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
        (&world.mees.device, Audience::Helper { person: hugo, documents: vec![document()] }),
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
    let grant = world.grant(Audience::Helper { person: world.hugo.person(), documents: vec![DocumentId([9; 16])] });
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
