//! The key file: every way in, wrong ones, damage and crashes.

use std::{fs, path::Path};

use store::{DatabaseKey, KdfCost, KeyFile, KeyFileError, KeyStoreSecret, RecoveryCode, Store};

use crate::fixture::counting;

const PASSPHRASE: &str = "vier woorden met één accent";

struct Made {
    folder: tempfile::TempDir,
    key: DatabaseKey,
    code: RecoveryCode,
    file: KeyFile,
}

fn made() -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    let mut random = counting();
    let (key, code) = (DatabaseKey::random(&mut random), RecoveryCode::random(&mut random));
    let file = KeyFile::create(folder.path(), &key, PASSPHRASE, &code, KdfCost::TINY, &mut random).expect("a key file");
    Made { folder, key, code, file }
}

/// Keys have no way to be compared, so that none is by accident: a database tells.
fn same(key: Result<DatabaseKey, KeyFileError>, other: &DatabaseKey) -> bool {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Store::open(folder.path(), other).expect("a database"));
    Store::open(folder.path(), &key.expect("a key")).is_ok()
}

fn bytes(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).expect("the file")
}

#[test]
fn passphrase_and_recovery_code_open_the_same_key() {
    let made = made();
    let file = KeyFile::read(made.folder.path()).expect("the file");
    assert!(same(file.open_with_passphrase(PASSPHRASE), &made.key), "the passphrase opens it");
    assert!(
        same(file.open_with_passphrase("vier woorden met e\u{301}e\u{301}n accent"), &made.key),
        "however the keyboard writes an accent"
    );
    let typed = RecoveryCode::read(&made.code.grouped().to_lowercase()).expect("the code as typed");
    assert!(same(file.open_with_recovery_code(&typed), &made.key), "the code opens it");
    let other = RecoveryCode::random(&mut |bytes: &mut [u8]| bytes.fill(9));
    assert_eq!(
        file.open_with_recovery_code(&other).err(),
        Some(KeyFileError::Wrong),
        "a right code of another file is wrong here"
    );
    assert!(
        KeyFile::create(made.folder.path(), &made.key, "x", &made.code, KdfCost::TINY, &mut counting()).is_err(),
        "a key file is never written over"
    );
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let made = made();
    let before = bytes(made.folder.path(), "wijkweb.keys");
    for wrong in ["", "vier woorden", "Vier woorden met één accent", PASSPHRASE.trim_end_matches('t')] {
        assert_eq!(made.file.open_with_passphrase(wrong).err(), Some(KeyFileError::Wrong), "{wrong} is not it");
    }
    assert_eq!(bytes(made.folder.path(), "wijkweb.keys"), before, "not a byte has changed");
    assert!(same(made.file.open_with_passphrase(PASSPHRASE), &made.key), "the right one still opens it");
}

#[test]
fn a_new_passphrase_or_code_closes_the_old_way_in_both_copies() {
    let mut made = made();
    let before = bytes(made.folder.path(), "wijkweb.keys");
    made.file
        .change_passphrase(&made.key, "heel iets anders", KdfCost::TINY, &mut counting())
        .expect("a new passphrase");
    let code = RecoveryCode::random(&mut |bytes: &mut [u8]| bytes.fill(9));
    made.file.change_recovery_code(&made.key, &code, &mut counting()).expect("a new code");
    fs::remove_file(made.folder.path().join("wijkweb.keys")).expect("the first copy goes");
    let file = KeyFile::read(made.folder.path()).expect("the second copy");
    assert_ne!(bytes(made.folder.path(), "wijkweb.keys"), before, "the first is made again from the second");
    assert!(same(file.open_with_passphrase("heel iets anders"), &made.key), "the new passphrase opens it");
    assert!(same(file.open_with_recovery_code(&code), &made.key), "so does the new code");
    assert_eq!(
        file.open_with_passphrase(PASSPHRASE).err(),
        Some(KeyFileError::Wrong),
        "the old passphrase opens nothing"
    );
    assert_eq!(file.open_with_recovery_code(&made.code).err(), Some(KeyFileError::Wrong), "nor does the old code");
}

#[test]
fn the_key_of_another_database_is_never_written() {
    let mut made = made();
    let other = DatabaseKey::from_bytes([1; 32]);
    let refused = made.file.change_passphrase(&other, "x", KdfCost::TINY, &mut counting());
    assert_eq!(refused, Err(KeyFileError::OtherKey), "it would lock everybody out");
    assert!(same(made.file.open_with_passphrase(PASSPHRASE), &made.key), "nothing has changed");
}

#[test]
fn this_device_and_a_pin_open_it_only_while_they_are_set_up() {
    let mut made = made();
    let secret = KeyStoreSecret::random(&mut counting());
    let other = KeyStoreSecret::from_bytes(&[3; 32]).expect("32 bytes");
    assert_eq!(made.file.open_remembered(&secret).err(), Some(KeyFileError::NotSetUp), "not asked for yet");
    made.file.remember(&made.key, &secret, &mut counting()).expect("remembered");
    for pin in ["12345", "12345a", "１２３４５６", ""] {
        let refused = made.file.set_pin(&made.key, pin, &secret, KdfCost::TINY, &mut counting());
        assert_eq!(refused, Err(KeyFileError::Pin), "{pin:?} is no PIN");
    }
    made.file.set_pin(&made.key, "123456", &secret, KdfCost::TINY, &mut counting()).expect("a PIN");
    let mut file = KeyFile::read(made.folder.path()).expect("the file");
    assert!(file.is_remembered() && file.has_pin(), "both stand in the file");
    assert!(same(file.open_remembered(&secret), &made.key), "the secret alone");
    assert!(same(file.open_with_pin("123456", &secret), &made.key), "the PIN with the secret");
    assert_eq!(file.open_remembered(&other).err(), Some(KeyFileError::Wrong), "the secret of another device is wrong");
    assert_eq!(
        file.open_with_pin("123456", &other).err(),
        Some(KeyFileError::Wrong),
        "the PIN without the secret is nothing"
    );
    assert_eq!(file.open_with_pin("123457", &secret).err(), Some(KeyFileError::Wrong), "another PIN is wrong");
    file.forget().and_then(|()| file.remove_pin()).expect("both are taken away");
    let file = KeyFile::read(made.folder.path()).expect("the file");
    assert_eq!(file.open_remembered(&secret).err(), Some(KeyFileError::NotSetUp), "gone");
    assert_eq!(file.open_with_pin("123456", &secret).err(), Some(KeyFileError::NotSetUp), "gone");
    assert_eq!(KeyStoreSecret::from_bytes(&[3; 31]).map(drop), None, "a secret has 32 bytes");
}

#[test]
fn damage_is_told_apart_from_a_wrong_passphrase_and_the_second_copy_steps_in() {
    let made = made();
    let (folder, whole) = (made.folder.path(), bytes(made.folder.path(), "wijkweb.keys"));
    for at in (0..whole.len()).step_by(11) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x01;
        fs::write(folder.join("wijkweb.keys"), &damaged).expect("damage");
        let file = KeyFile::read(folder).expect("one of the two reads");
        assert!(same(file.open_with_passphrase(PASSPHRASE), &made.key), "byte {at} turned over costs nothing");
    }
    for both in [b"".as_slice(), b"{", &whole[..whole.len() / 2]] {
        fs::write(folder.join("wijkweb.keys"), both).expect("damage");
        fs::write(folder.join("wijkweb.keys.before"), both).expect("damage");
        assert_eq!(KeyFile::read(folder).err(), Some(KeyFileError::Damaged), "nothing is made of half a file");
        assert_eq!(bytes(folder, "wijkweb.keys"), both, "and nothing is written over it");
    }
    fs::remove_file(folder.join("wijkweb.keys")).expect("gone");
    fs::remove_file(folder.join("wijkweb.keys.before")).expect("gone");
    assert_eq!(KeyFile::read(folder).err(), Some(KeyFileError::Missing), "no file is another matter");
    assert!(!KeyFile::exists(folder), "nothing is there");
}

#[test]
fn a_crash_at_any_moment_of_a_change_leaves_a_way_in() {
    // What the folder holds after each step of a change: the new file beside, in place, and the second copy after it.
    let mut made = made();
    let folder = made.folder.path().to_owned();
    let old = bytes(&folder, "wijkweb.keys");
    made.file
        .change_passphrase(&made.key, "heel iets anders", KdfCost::TINY, &mut counting())
        .expect("a new passphrase");
    let new = bytes(&folder, "wijkweb.keys");
    let half = &new[..new.len() / 3];
    for (step, first, before, beside, passphrase) in [
        ("beside, half", &old, &old, Some(half), PASSPHRASE),
        ("beside, whole", &old, &old, Some(new.as_slice()), PASSPHRASE),
        ("in place", &new, &old, None, "heel iets anders"),
        ("second copy, half", &new, &old, Some(half), "heel iets anders"),
    ] {
        fs::write(folder.join("wijkweb.keys"), first).expect("a file");
        fs::write(folder.join("wijkweb.keys.before"), before).expect("a file");
        for name in ["wijkweb.keys.new", "wijkweb.keys.before.new"] {
            let _ = fs::remove_file(folder.join(name));
            beside.into_iter().for_each(|bytes| fs::write(folder.join(name), bytes).expect("a file"));
        }
        let mut file = KeyFile::read(&folder).expect("the file reads");
        assert!(
            same(file.open_with_passphrase(passphrase), &made.key),
            "after the step {step} one of the two passphrases opens it"
        );
        assert_eq!(bytes(&folder, "wijkweb.keys.before"), *first, "and the second copy follows");
        file.change_passphrase(&made.key, "nog iets", KdfCost::TINY, &mut counting())
            .expect("the next change is not in the way of leftovers");
    }
}

#[test]
fn a_file_from_a_newer_version_is_told_and_left_alone() {
    let made = made();
    let newer = r#"{ "version": 2, "keys": { "of another shape": true } }"#;
    fs::write(made.folder.path().join("wijkweb.keys"), newer).expect("a newer file");
    assert_eq!(KeyFile::read(made.folder.path()).err(), Some(KeyFileError::FromNewerVersion), "2 is yet to come");
    assert_eq!(
        bytes(made.folder.path(), "wijkweb.keys"),
        newer.as_bytes(),
        "the older second copy does not replace it"
    );
}

#[test]
fn nothing_secret_stands_in_the_file_or_shows_in_a_log() {
    let mut made = made();
    let secret = KeyStoreSecret::from_bytes(&[0x77; 32]).expect("32 bytes");
    made.file.remember(&made.key, &secret, &mut counting()).expect("remembered");
    let text = String::from_utf8(bytes(made.folder.path(), "wijkweb.keys")).expect("text");
    let code = made.code.grouped();
    for canary in [PASSPHRASE, code.as_str(), &code.replace('-', ""), &"77".repeat(32)] {
        assert!(!text.contains(canary), "the file holds wrapped keys alone");
    }
    let shown = format!("{:?} {:?} {secret:?}", made.key, made.code);
    assert_eq!(shown, "DatabaseKey(…) RecoveryCode(…) KeyStoreSecret(…)", "what is printed by accident says nothing");
}

#[test]
fn the_usual_cost_is_what_the_design_asks_for() {
    let cost = KdfCost::default();
    assert_eq!((cost.memory_kib, cost.passes, cost.lanes), (65_536, 3, 1), "64 MiB, three passes, one lane");
    let folder = tempfile::tempdir().expect("a folder");
    let (key, code) = (DatabaseKey::from_bytes([2; 32]), RecoveryCode::random(&mut counting()));
    let file = KeyFile::create(folder.path(), &key, PASSPHRASE, &code, cost, &mut counting()).expect("a key file");
    assert!(same(file.open_with_passphrase(PASSPHRASE), &key), "and it opens");
    let greedy = KdfCost { memory_kib: u32::MAX, ..cost };
    let refused =
        KeyFile::create(tempfile::tempdir().expect("a folder").path(), &key, "x", &code, greedy, &mut counting());
    assert_eq!(refused.err(), Some(KeyFileError::Cost), "a cost that nobody can pay is refused before it is tried");
}
