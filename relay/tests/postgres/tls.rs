//! TLS between relay and PostgreSQL: asked for in the address, and then the certificate has to be right.

use std::{
    path::Path,
    process::{Command, Output},
};

use rcgen::{CertifiedKey, generate_simple_self_signed};

use crate::{
    client::Client,
    cluster::Cluster,
    crash::start_with,
    events::listen,
    world::{BEGUN, World},
};

/// A server that talks to nobody without TLS over a network, the file with the authority that vouches for it, and its address.
fn under_tls(home: &Path, host: &str) -> (Cluster, String, String) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([host.to_owned()]).expect("a certificate");
    let authority = home.join("authority.pem");
    std::fs::write(&authority, cert.pem()).expect("written");
    let cluster = Cluster::start_under_tls(&cert.pem(), &signing_key.serialize_pem());
    cluster.database("relay");
    let address = format!("host=localhost hostaddr=127.0.0.1 port={} user=relay dbname=relay", cluster.port());
    (cluster, authority.to_string_lossy().into_owned(), address)
}

/// Writes a backup, which asks the database for everything.
fn backup(home: &Path, address: &str, authority: &str) -> Output {
    let file = home.join("backup");
    let _ = std::fs::remove_file(&file);
    let mut relay = Command::new(env!("CARGO_BIN_EXE_relay"));
    relay.args(["--database", address, "backup"]).arg(file);
    relay.env("SSL_CERT_FILE", authority).env_remove("SSL_CERT_DIR");
    relay.output().expect("the program starts")
}

#[test]
fn a_relay_reaches_its_database_under_tls_and_hears_what_another_relay_took() {
    let home = tempfile::tempdir().expect("a folder");
    let (_cluster, authority, address) = under_tls(home.path(), "localhost");
    let place = ["--database".into(), format!("{address} sslmode=require").into()];
    let trust = [("SSL_CERT_FILE", authority.as_str())];
    let (mut one, at) = start_with(&place, &home.path().join("one"), &trust);
    let (mut other, there) = start_with(&place, &home.path().join("other"), &trust);
    let world = World::new(at);
    let listener = Client::enter(there, world.membership.space(), &world.bram.device);
    let mut pokes = listen(&listener);
    assert_eq!(pokes.next(), Some(BEGUN), "the other knows the space");
    let (_, entry) = world.entry(&world.anna.device, 1, None);
    world.owner().upload(&[&entry]);
    assert_eq!(pokes.next(), Some(BEGUN + 1), "the poke goes from relay to relay through the database");
    assert_eq!(listener.entries(), [(BEGUN + 1, entry)], "and the entry is there for both");
    for relay in [&mut one, &mut other] {
        relay.kill().expect("it is killed");
        relay.wait().expect("it is gone");
    }
}

#[test]
fn a_certificate_of_somebody_else_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let (_cluster, authority, address) = under_tls(home.path(), "localhost");
    let address = format!("{address} sslmode=require");
    assert!(backup(home.path(), &address, &authority).status.success(), "with its own authority it is reached");
    let others = home.path().join("others.pem");
    let other = generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    std::fs::write(&others, other.cert.pem()).expect("written");
    let refused = backup(home.path(), &address, &others.to_string_lossy());
    assert!(!refused.status.success(), "whoever stands in between has a certificate of somebody else");
    let missing = home.path().join("missing.pem");
    let refused = backup(home.path(), &address, &missing.to_string_lossy());
    let said = String::from_utf8(refused.stderr).expect("words");
    assert!(said.contains("SSL_CERT_FILE"), "where nobody is trusted it says what to do: {said}");
}

#[test]
fn a_certificate_for_another_host_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let (_cluster, authority, address) = under_tls(home.path(), "elsewhere.example");
    let refused = backup(home.path(), &format!("{address} sslmode=require"), &authority);
    assert!(!refused.status.success(), "a right certificate of another host is not this one's");
}

#[test]
fn without_sslmode_there_is_no_tls_and_a_server_that_wants_it_says_no() {
    let home = tempfile::tempdir().expect("a folder");
    let (_cluster, authority, address) = under_tls(home.path(), "localhost");
    assert!(!backup(home.path(), &address, &authority).status.success(), "the server takes nobody without TLS");
}
