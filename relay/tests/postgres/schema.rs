//! What the tables look like in PostgreSQL.

use relay::{OpenError, Place, Relay, Settings, clock::SystemChance};

use crate::{cluster::Cluster, world::Hand};

fn open(address: String) -> Result<Relay, OpenError> {
    let settings = Settings::new(Place::Postgres(address), "relay.test".to_owned());
    Relay::open(settings, std::sync::Arc::new(Hand::default()), std::sync::Arc::new(SystemChance))
}

const KEYS: &str = "SELECT i.indrelid::regclass || ' ' || i.indexrelid::regclass || ' ' || a.attname \
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relnamespace = 'public'::regnamespace \
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]";

const TABLES_WITHOUT_KEY: &str = "SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace \
     AND relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)";

#[test]
fn every_table_and_index_begins_with_the_space_and_that_of_mailboxes_with_the_mailbox() {
    let cluster = Cluster::start();
    open(cluster.database("relay")).expect("it makes its tables").close();
    let keys = cluster.sql("relay", KEYS);
    assert!(keys.lines().count() > 12, "the keys were found: {keys}");
    for key in keys.lines() {
        let first = if key.starts_with("mailbox ") { " mailbox" } else { " space" };
        assert!(key.ends_with(first), "a key that does not begin with the{first}: {key}");
    }
    assert_eq!(cluster.sql("relay", TABLES_WITHOUT_KEY), "", "every table has a key");
}

#[test]
fn a_database_of_something_else_or_of_a_newer_relay_is_left_alone() {
    let cluster = Cluster::start();
    let address = cluster.database("other");
    cluster.sql("other", "CREATE TABLE space (x int)");
    assert!(matches!(open(address), Err(OpenError::NotOurs)), "somebody else's table");
    let address = cluster.database("newer");
    open(address.clone()).expect("it makes its tables").close();
    cluster.sql("newer", "COMMENT ON TABLE space IS 'wijkweb relay 9'");
    assert!(matches!(open(address), Err(OpenError::FromNewerVersion)), "what it has is not known here");
    let before = cluster.sql("other", "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    assert_eq!(before.trim(), "1", "nothing was added");
}

#[test]
fn a_database_that_does_not_write_to_its_disk_is_not_used() {
    let cluster = Cluster::start_with(&["fsync=off"]);
    let refused = open(cluster.database("relay"));
    assert!(matches!(refused, Err(OpenError::NotDurable)), "what it acknowledged would be lost with a pulled plug");
}
