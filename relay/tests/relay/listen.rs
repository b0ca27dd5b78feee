//! Connections: TLS, and those who take too long.

use std::{
    io::{Read, Write},
    net::TcpStream,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use relay::{Settings, Tls, TlsError};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, RootCertStore, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, ServerName},
};

use crate::{engine::place, world::Running};

const ASK: &[u8] = b"GET /healthz HTTP/1.1\r\nhost: relay\r\nconnection: close\r\n\r\n";

/// A certificate that was made for this, and the files with it and its key.
fn certificate(folder: &std::path::Path, name: &str) -> (CertificateDer<'static>, PathBuf, PathBuf) {
    let made = rcgen::generate_simple_self_signed(["relay.test".to_owned()]).expect("a certificate");
    let (cert, key) = (folder.join(format!("{name}.cert")), folder.join(format!("{name}.key")));
    std::fs::write(&cert, made.cert.pem()).expect("it is written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("it is written");
    (made.cert.der().clone(), cert, key)
}

fn impatient(folder: &std::path::Path) -> Settings {
    let patience = Duration::from_millis(300);
    Settings { patience, ..Settings::new(place(folder), "relay.test".to_owned()) }
}

/// What comes until the relay hangs up.
fn rest(mut stream: impl Read) -> String {
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn with_a_certificate_the_relay_speaks_tls_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, cert, key) = certificate(folder.path(), "own");
    let tls = Tls::read(&cert, &key).expect("it is sound");
    let relay = Running::start_tls(impatient(folder.path()), Some(tls));
    let mut roots = RootCertStore::empty();
    roots.add(root).expect("a root");
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let config = config.with_safe_default_protocol_versions().expect("versions").with_root_certificates(roots);
    let name = ServerName::try_from("relay.test").expect("a name");
    let client = ClientConnection::new(Arc::new(config.with_no_client_auth()), name).expect("a client");
    let mut stream = StreamOwned::new(client, TcpStream::connect(relay.at).expect("it listens"));
    stream.write_all(ASK).expect("it is sent");
    let answer = rest(&mut stream);
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok\n"), "as without: {answer}");
    let mut bare = TcpStream::connect(relay.at).expect("it listens");
    bare.write_all(ASK).expect("it is sent");
    assert!(!rest(&mut bare).contains("200"), "nothing is answered in the clear");
    let silent = TcpStream::connect(relay.at).expect("it listens");
    assert_eq!(rest(silent), "", "who does not greet is left");
    relay.stop();
}

#[test]
fn a_certificate_that_does_not_fit_its_key_is_refused_at_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let ((_, cert, key), (_, _, other)) = (certificate(folder.path(), "one"), certificate(folder.path(), "other"));
    assert!(matches!(Tls::read(&cert, &other), Err(TlsError::Unfit(_))), "somebody else's key");
    assert!(matches!(Tls::read(&key, &key), Err(TlsError::Certificate(_))), "a key is no certificate");
    assert!(matches!(Tls::read(&cert, &cert), Err(TlsError::Key(_))), "nor the other way round");
}

#[test]
fn who_does_not_go_on_is_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let relay = Running::start_with(impatient(folder.path()));
    let half = |text: &[u8]| {
        let mut stream = TcpStream::connect(relay.at).expect("it listens");
        stream.write_all(text).expect("it is sent");
        rest(stream)
    };
    assert_eq!(half(b""), "", "who says nothing");
    assert!(!half(b"GET /healthz HTTP/1.1\r\nhost: re").contains("200"), "who stops in the middle of a head");
    let idle = half(b"GET /healthz HTTP/1.1\r\nhost: relay\r\n\r\n");
    assert!(idle.ends_with("ok\n"), "who asks nothing more has got the answer: {idle}");
    let path = format!("/v1/spaces/{}/token", "ab".repeat(32));
    let slow = half(format!("POST {path} HTTP/1.1\r\nhost: relay\r\ncontent-length: 9\r\n\r\nab").as_bytes());
    assert!(slow.starts_with("HTTP/1.1 404"), "there is no such space, whatever the body says: {slow}");
    let path = format!("/v1/rendezvous/{}?n=0", "ab".repeat(16));
    let slow = half(format!("POST {path} HTTP/1.1\r\nhost: relay\r\ncontent-length: 9\r\n\r\nab").as_bytes());
    assert!(slow.starts_with("HTTP/1.1 408"), "the rest of the body never comes: {slow}");
    assert!(slow.contains("application/problem+json"), "as a problem");
    relay.stop();
}
