//! What is in the SQLite file and the log beside it.

use std::sync::Arc;

use protocol::sharing::SharingChange;
use relay::{OpenError, Relay, Settings, backup, clock::SystemChance};

use crate::{
    client::try_ask,
    engine::{database, place},
    world::{Hand, Running, World},
};

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

#[test]
fn a_backup_has_no_byte_of_a_key_and_is_no_relay_before_it_is_restored() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let relay = Running::start(&data);
    World::new(relay.at);
    let path = format!("/v1/rendezvous/{}?n=0", "ab".repeat(16));
    let message = b"a message between two devices";
    assert_eq!(try_ask(relay.at, "POST", &path, "", message).expect("an answer").status, 204, "it is in a mailbox");
    let key: Vec<u8> = database(&data).query_row("SELECT door FROM space", [], |row| row.get(0)).expect("a key");
    assert_eq!(key.len(), 32, "a space has a key");
    let raw = folder.path().join("raw");
    std::fs::create_dir(&raw).expect("a folder");
    backup(&place(&data), &raw.join("relay.db")).expect("a backup");
    relay.stop();
    let stored = std::fs::read(raw.join("relay.db")).expect("the file");
    let holds = |what: &[u8]| stored.windows(what.len()).any(|window| window == what);
    assert!(!holds(&key), "nobody who has the backup makes a token");
    assert!(!holds(message), "nor reads a mailbox");
    let files: Vec<_> = std::fs::read_dir(&raw).expect("the folder").collect();
    assert_eq!(files.len(), 1, "nothing lies beside it");
    let settings = Settings::new(place(&raw), "relay.test".to_owned());
    let opened = Relay::open(settings, Arc::new(Hand::default()), Arc::new(SystemChance));
    assert!(matches!(opened, Err(OpenError::Store(_))), "a relay that lost something says so, or does not start");
}
