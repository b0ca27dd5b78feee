//! What is in the SQLite file and the log beside it.

use protocol::sharing::SharingChange;

use crate::world::{Running, World};

#[test]
fn the_write_ahead_log_is_empty_after_an_erasure() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start(folder.path());
    let mut world = World::new(relay.at);
    let (_, bytes) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&bytes]);
    let log = folder.path().join("relay.db-wal");
    let holds = |file: &std::path::Path| {
        let stored = std::fs::read(file).expect("it is there");
        stored.windows(64).any(|window| window == &bytes[bytes.len() - 64..])
    };
    assert!(holds(&log), "what was acknowledged is in the log first");
    world.shares(SharingChange::Erase { second: None });
    // The next thing written waits until the log was emptied.
    world.begins_scope();
    assert!(!holds(&log), "nothing of it is left in the log");
    assert!(!holds(&folder.path().join("relay.db")), "nor in the file");
    relay.stop();
}
