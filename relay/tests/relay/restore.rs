//! A relay that begins again from a backup.

use protocol::{id::Hash, membership::MembershipChange, wire::Appended};
use relay::{backup, clock::SystemChance, restore};

use crate::world::{Running, World};

#[test]
fn a_restored_relay_has_a_new_log_id_and_takes_records_only_after_an_owner_resumed() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(&folder.path().join("old"));
    let mut world = World::new(relay.at);
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let before = world.owner().log(0, None, 0);
    let file = folder.path().join("backup");
    backup(&folder.path().join("old"), &file).expect("a backup while it runs");
    assert!(backup(&folder.path().join("old"), &file).is_err(), "a file that is there is not written over");
    relay.stop();

    let new = folder.path().join("new");
    restore(&new, &file, &SystemChance).expect("an empty folder");
    assert!(restore(&new, &file, &SystemChance).is_err(), "a folder with a relay is not written over");
    let relay = Running::start(&new);
    world.at = relay.at;
    let after = world.owner().log(0, None, 0);
    assert_ne!(after.log, before.log, "another life of the log");
    assert_eq!(after.items, before.items, "with what was in the backup");
    let rotate = world.record(MembershipChange::Rotate(world.rotation()));
    assert_eq!(world.owner().membership(rotate.bytes()), Appended::NotResumed, "no owner has signed yet");
    let wrong = MembershipChange::Resume { log: before.log, cursor: after.head, digest: after.digest };
    let wrong = world.record(wrong);
    assert_eq!(world.owner().membership(wrong.bytes()), Appended::Refused, "that is the old log");
    let wrong = MembershipChange::Resume { log: after.log, cursor: after.head, digest: Hash([0; 32]) };
    let wrong = world.record(wrong);
    assert_eq!(world.owner().membership(wrong.bytes()), Appended::Refused, "that is not what is here");
    world.takes(MembershipChange::Resume { log: after.log, cursor: after.head, digest: after.digest });
    let rotation = world.rotation();
    world.takes(MembershipChange::Rotate(rotation));
    relay.stop();
}
