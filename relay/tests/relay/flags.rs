//! What the program refuses at its start, and how it says so.

use std::process::Command;

/// What it says when it does not start.
fn refused(flags: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_relay")).args(flags).output().expect("the program starts");
    assert!(!output.status.success(), "{flags:?} is refused");
    String::from_utf8(output.stderr).expect("words")
}

#[test]
fn a_start_that_cannot_be_is_refused_with_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a name");
    let short = refused(&["--data", data, "--retention", "7"]);
    assert!(short.contains("30 days or more"), "who was away for a month can still catch up: {short}");
    let alone = refused(&["--data", data, "--tls-cert", "cert.pem"]);
    assert!(alone.contains("go together"), "a certificate without its key: {alone}");
    let nowhere = refused(&["--database", &format!("host={data} user=nobody dbname=none")]);
    assert!(nowhere.contains("the database cannot be used"), "no server listens there: {nowhere}");
    let old = refused(&["--data", data, "restore", "no-such-file"]);
    assert!(old.starts_with("relay: "), "one line, and no trace: {old}");
    let mut left = std::fs::read_dir(data).expect("the folder").map(|file| file.expect("a file").file_name());
    assert!(left.all(|name| name == "relay.lock"), "nothing was begun");
}
