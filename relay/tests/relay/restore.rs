//! A relay that begins again from a backup.

use std::path::Path;

use protocol::{
    encode::Blob,
    id::*,
    membership::{MembershipChange, record::RemovedDevice},
    sharing::{SharingChange, record::Audience},
    wire::{Appended, Have, Item, Message, Missing, Restore, Restored},
};
use relay::{backup, clock::SystemChance, restore};

use crate::{
    client::{Client, entries, records},
    engine::place,
    world::{Running, World},
};

/// The relay as it was when this backup was made, in another folder.
fn begin_again(relay: Running, world: &mut World, file: &Path) -> Running {
    relay.stop();
    let new = file.with_extension("new");
    restore(&place(&new), file, &SystemChance).expect("an empty folder");
    let relay = Running::start(&new);
    world.at = relay.at;
    relay
}

fn bring(client: &Client, records: &[(Option<ScopeId>, &[u8])], entries: &[&[u8]]) -> Restored {
    let records = records.iter().map(|(scope, record)| (*scope, Blob(record.to_vec()))).collect();
    let entries = entries.iter().map(|entry| Blob(entry.to_vec())).collect();
    client.ask("POST", "restore", &Restore { records, entries }.to_bytes()).message()
}

fn resume(world: &mut World) {
    let page = world.owner().log(0, None, 0);
    world.takes(MembershipChange::Resume { log: page.log, cursor: page.head });
}

#[test]
fn a_restored_relay_hands_out_records_and_takes_nothing_new_until_an_owner_resumed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("old");
    let relay = Running::start(&data);
    let mut world = World::new(relay.at);
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let before = world.owner().log(0, None, 0);
    let file = folder.path().join("backup");
    backup(&place(&data), &file).expect("a backup while it runs");
    assert!(backup(&place(&data), &file).is_err(), "a file that is there is not written over");
    let relay = begin_again(relay, &mut world, &file);
    let again = restore(&place(&file.with_extension("new")), &file, &SystemChance);
    assert!(again.is_err(), "a folder with a relay is not written over");

    let after = world.owner().log(0, None, 0);
    assert_ne!(after.log, before.log, "another life of the log");
    assert_eq!((entries(&after).len(), after.chains.len()), (0, 0), "a tombstone may be still to come");
    assert_eq!((records(&after), after.head), (records(&before), before.head), "the records are there");
    assert_eq!(world.owner().upload(&[&bytes]), [Item::NotResumed], "no entry, not even to hear that it is there");
    let rotate = world.record(MembershipChange::Rotate(world.rotation()));
    assert_eq!(world.owner().membership(rotate.bytes()), Appended::NotResumed, "no owner has signed yet");
    let hold = world.sharing_record(SharingChange::Hold { stands: true });
    assert_eq!(world.owner().sharing(world.sharing.scope(), hold.bytes()), Appended::NotResumed, "of no log");
    let head = world.membership.head();
    for (log, cursor, answer, why) in [
        (before.log, after.head, Appended::Refused, "that is the old log"),
        (after.log, after.head + 1, Appended::NewerHead { head }, "that is not what is here"),
        (after.log, after.head - 1, Appended::NewerHead { head }, "more is here than was looked at"),
    ] {
        let wrong = world.record(MembershipChange::Resume { log, cursor });
        assert_eq!(world.owner().membership(wrong.bytes()), answer, "{why}");
    }
    let right = MembershipChange::Resume { log: after.log, cursor: after.head };
    let right = world.record(right);
    assert_eq!(bring(&world.owner(), &[(None, right.bytes())], &[]).records, [Appended::NotResumed], "not by the way");
    resume(&mut world);
    let rotation = world.rotation();
    world.takes(MembershipChange::Rotate(rotation));
    assert_eq!(world.owner().entries(), entries(&before), "from 0 everything is there again");
    relay.stop();
}

#[test]
fn what_came_after_the_backup_is_brought_back_by_whoever_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("old");
    let relay = Running::start(&data);
    let mut world = World::new(relay.at);
    world.begins_scope();
    world.grants(Audience::Team);
    let (_, doomed) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&doomed]);
    let file = folder.path().join("backup");
    backup(&place(&data), &file).expect("a backup");

    // After the backup: one scope is erased, another goes on.
    let erased = world.sharing.scope();
    let erase = world.sharing_record(SharingChange::Erase { second: None });
    assert_eq!(world.owner().sharing(erased, erase.bytes()), Appended::Taken, "its keeper may");
    world.begins_scope();
    world.grants(Audience::Team);
    let scope = world.sharing.scope();
    let (one, first) = world.entry(&world.bram.device, 1, None);
    world.member().upload(&[&first]);
    world.shares(SharingChange::Hold { stands: true });
    let (two, second) = world.entry(&world.bram.device, 2, Some(one));
    world.member().upload(&[&second]);
    let lost = world.member().log(0, Some(scope), 0);
    let lost: Vec<Vec<u8>> = lost
        .items
        .into_iter()
        .filter_map(|(_, item)| match item {
            protocol::wire::LogItem::Sharing(_, bytes) => Some(bytes.0),
            _ => None,
        })
        .collect();

    let relay = begin_again(relay, &mut world, &file);
    let bram = world.member();
    assert!(bram.entries().is_empty(), "the erased scope does not come back");
    let hashes = lost.iter().map(|record| RecordHash::of(record)).chain([erase.hash()]).collect::<Vec<_>>();
    let known = EntryHash::of(&doomed);
    let have = Have { records: [&[world.membership.head()][..], &hashes].concat(), entries: vec![known, one, two] };
    let missing: Missing = bram.ask("POST", "have", &have.to_bytes()).message();
    assert_eq!(missing, Missing { records: hashes, entries: vec![one, two] }, "what came after the backup");
    let brought: Vec<_> = lost.iter().map(|record| (Some(scope), record.as_slice())).collect();
    let restored = bring(
        &bram,
        &[&brought[1..2], &brought[..], &[(Some(erased), erase.bytes())]].concat(),
        &[&second, &first, &second, &doomed],
    );
    let order = [Appended::Refused, Appended::Taken, Appended::Taken, Appended::Taken, Appended::Taken];
    assert_eq!(restored.records, order, "each log in its order, though Anna signed them");
    let [Item::Gap { expected: 1 }, Item::Taken { .. }, Item::Taken { .. }, Item::Gone] = restored.entries[..] else {
        panic!("in their order, whatever was new when they were signed: {:?}", restored.entries);
    };
    resume(&mut world);
    let got: Vec<_> = world.owner().entries().into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(got, [first.clone(), second], "nothing is lost, and nothing erased is back");
    let nothing = Restore { records: Vec::new(), entries: vec![Blob(first)] }.to_bytes();
    assert_eq!(bram.ask("POST", "restore", &nothing).status, 409, "from here on everything is as usual");
    relay.stop();
}

#[test]
fn a_removal_is_brought_back_before_or_after_what_it_pins() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("old");
    let relay = Running::start(&data);
    let mut world = World::new(relay.at);
    let file = folder.path().join("backup");
    backup(&place(&data), &file).expect("a backup");
    let scope = world.sharing.scope();
    let by_bram = world.sharing_by(&world.bram.device, SharingChange::Rekey(world.named()));
    assert_eq!(world.member().sharing(scope, by_bram.bytes()), Appended::Taken, "he reads it");
    let (_, entry) = world.entry(&world.bram.device, 1, None);
    let device = world.bram.device.device;
    let pins = world.owner().pins(&[device]).remove(0).1;
    let rotation = Some(world.rotation());
    let removal = world.record(MembershipChange::Remove { devices: vec![RemovedDevice { device, pins }], rotation });
    assert_eq!(world.owner().membership(removal.bytes()), Appended::Taken, "an owner may");

    let relay = begin_again(relay, &mut world, &file);
    let records = [(None, removal.bytes()), (Some(scope), by_bram.bytes())];
    let restored = bring(&world.owner(), &records, &[&entry]);
    assert_eq!(restored.records, [Appended::Taken, Appended::Taken], "the pinned record comes after the pin");
    assert_eq!(restored.entries, [Item::Refused], "what was not there when he went stays out");
    relay.stop();
}
