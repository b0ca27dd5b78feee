//! Every reason why a store does not open, each really caused; and what a crash leaves.

use std::{
    fs::{self, OpenOptions},
    io::{BufRead, BufReader, ErrorKind, Write},
    os::unix::fs::{FileExt, PermissionsExt},
    path::Path,
    process::Stdio,
};

use store::{DatabaseKey, Error, OpenError, Store};

use crate::{
    child,
    fixture::{NOW, add_resident, by_hand, key, named, open, pages, resident},
};

fn with_fatma() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    store.transaction(|tx| add_resident(tx, resident(1), &named("Fatma"))).expect("a resident");
    store.close().expect("an orderly end");
    folder
}

fn why(folder: &Path) -> OpenError {
    Store::open(folder, &key()).expect_err("it does not open")
}

fn database(folder: &Path) -> std::path::PathBuf {
    folder.join("wijkweb.db")
}

/// Turns over one byte in the middle of a page, 1 for the first.
fn flip(folder: &Path, page: u64) {
    let file = OpenOptions::new().read(true).write(true).open(database(folder)).expect("the file");
    let (mut byte, at) = ([0], (page - 1) * 4096 + 2000);
    file.read_exact_at(&mut byte, at).expect("the page");
    file.write_all_at(&[!byte[0]], at).expect("the page");
}

#[test]
fn what_was_saved_is_there_after_an_orderly_end() {
    let folder = with_fatma();
    assert!(!folder.path().join("wijkweb.db-wal").exists(), "no log is left behind");
    assert_eq!(open(folder.path()).read().dossier(resident(1)), Ok(Some(named("Fatma"))), "she is there");
}

#[test]
fn no_word_of_it_stands_readable_on_the_disk() {
    let folder = with_fatma();
    let store = open(folder.path());
    for file in fs::read_dir(folder.path()).expect("the folder") {
        let bytes = fs::read(file.expect("a file").path()).expect("its bytes");
        for canary in [b"Fatma".as_slice(), b"SQLite format 3", &[0x5a; 32]] {
            assert!(
                !bytes.windows(canary.len()).any(|window| window == canary),
                "neither words nor key stand in a file"
            );
        }
    }
    drop(store);
}

#[test]
fn another_key_opens_nothing_and_changes_nothing() {
    let folder = with_fatma();
    let before = fs::read(database(folder.path())).expect("the file");
    let other = Store::open(folder.path(), &DatabaseKey::from_bytes([1; 32])).expect_err("it does not open");
    assert_eq!(other, OpenError::NotOurs, "the key is wrong");
    assert_eq!(fs::read(database(folder.path())).expect("the file"), before, "not a byte has changed");
    drop(open(folder.path()));
}

#[test]
fn a_file_that_is_something_else_is_not_ours() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(database(folder.path()), "boodschappen: melk, brood ".repeat(900)).expect("some file");
    assert_eq!(why(folder.path()), OpenError::NotOurs, "it was never a database");
    let folder = with_fatma();
    by_hand(folder.path(), "PRAGMA application_id = 1");
    assert_eq!(why(folder.path()), OpenError::NotOurs, "it is the database of another app");
}

#[test]
fn a_damaged_lost_or_emptied_file_is_damaged() {
    let folder = with_fatma();
    flip(folder.path(), 1);
    assert_eq!(why(folder.path()), OpenError::Damaged, "the header does not check, and the mark says that it was ours");
    let folder = with_fatma();
    flip(folder.path(), 3);
    assert_eq!(why(folder.path()), OpenError::Damaged, "the first page of a table does not check");
    let folder = with_fatma();
    let file = OpenOptions::new().write(true).open(database(folder.path())).expect("the file");
    file.set_len(9 * 4096 + 77).expect("a cut");
    assert_eq!(why(folder.path()), OpenError::Damaged, "its end is gone");
    file.set_len(0).expect("a cut");
    assert_eq!(why(folder.path()), OpenError::Damaged, "everything is gone, and nothing is quietly made anew");
    fs::remove_file(database(folder.path())).expect("the file goes");
    assert_eq!(why(folder.path()), OpenError::Damaged, "it was here once");
    assert!(!database(folder.path()).exists(), "and it is not made by looking");
}

#[test]
fn a_file_from_a_newer_version_is_left_alone() {
    let folder = with_fatma();
    by_hand(folder.path(), "PRAGMA user_version = 99");
    let before = fs::read(database(folder.path())).expect("the file");
    assert_eq!(why(folder.path()), OpenError::FromNewerVersion, "99 is yet to come");
    assert_eq!(fs::read(database(folder.path())).expect("the file"), before, "not a byte has changed");
}

#[test]
fn a_folder_that_is_not_there_or_holds_a_folder_in_its_place_is_an_io_error() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(why(&folder.path().join("gone")), OpenError::Io(ErrorKind::NotFound), "there is no such folder");
    fs::write(folder.path().join("file"), "").expect("a file");
    assert_eq!(why(&folder.path().join("file")), OpenError::Io(ErrorKind::NotADirectory), "a file is no folder");
    fs::create_dir(database(folder.path())).expect("a folder where the file should be");
    assert_eq!(why(folder.path()), OpenError::Io(ErrorKind::Other), "a folder is no file");
}

#[test]
fn a_second_app_on_the_same_folder_is_refused() {
    if let Some(folder) = child::folder() {
        assert_eq!(why(&folder), OpenError::InUse, "the parent has it open");
        return;
    }
    let folder = with_fatma();
    let store = open(folder.path());
    assert_eq!(why(folder.path()), OpenError::InUse, "also within one process");
    child::finish(child::command("opening::a_second_app_on_the_same_folder_is_refused", folder.path()));
    drop(store);
    drop(open(folder.path()));
}

#[test]
fn a_folder_that_can_only_be_read_is_told() {
    if let Some(folder) = child::folder() {
        assert_eq!(why(&folder), OpenError::ReadOnly, "nothing can be written here");
        return;
    }
    let (folder, scratch) = (with_fatma(), tempfile::tempdir().expect("a folder"));
    let test = "opening::a_folder_that_can_only_be_read_is_told";
    let allow = |mode, file_mode| {
        for file in fs::read_dir(folder.path()).expect("the folder") {
            fs::set_permissions(file.expect("a file").path(), fs::Permissions::from_mode(file_mode))
                .expect("permissions");
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(mode)).expect("permissions");
    };
    for file_mode in [0o444, 0o666] {
        allow(0o555, file_mode);
        child::finish(child::command_without_rights(test, folder.path(), scratch.path()));
    }
    allow(0o755, 0o644);
    drop(open(folder.path()));
}

/// Needs `unshare` and the right to mount: root, or a system with user namespaces. Elsewhere the unit test beside `Store` still
/// makes SQLite run out of pages.
#[test]
fn a_full_disk_is_told_and_costs_nothing_that_was_saved() {
    if let Some(folder) = child::folder() {
        full_disk(&folder);
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let test = "opening::a_full_disk_is_told_and_costs_nothing_that_was_saved";
    match child::command_on_small_disk(test, folder.path(), 1024) {
        Some(command) => child::finish(command),
        None => eprintln!("not run: this system lets nobody mount a small disk"),
    }
}

fn full_disk(folder: &Path) {
    let filler = folder.join("filler");
    fs::write(&filler, vec![0; 1020 * 1024]).expect("almost everything");
    assert_eq!(why(folder), OpenError::DiskFull, "there is no room for a database");
    fs::remove_file(&filler).expect("room again");
    let mut store = open(folder);
    let mut saved = 0;
    let error = loop {
        let mut dossier = named("Fatma");
        dossier.remarks = "lang verhaal ".repeat(300);
        match store.transaction(|tx| add_resident(tx, resident(saved + 1), &dossier)) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(error, Error::DiskFull, "at some point it is full");
    assert!(saved > 5, "some were saved before");
    assert_eq!(
        store.read().residents("", None, 99).map(|page| page.rows.len()),
        Ok(saved.into()),
        "all of them can still be read"
    );
    drop(store);
    let store = open(folder);
    assert_eq!(
        store.read().residents("", None, 99).map(|page| page.rows.len()),
        Ok(saved.into()),
        "after a restart on the full disk too"
    );
    assert_eq!(
        store.read().counts().map(|counts| counts.waiting),
        Ok(saved.into()),
        "and of the one that failed nothing is there"
    );
}

#[test]
fn what_was_called_saved_survives_a_kill() {
    const TEST: &str = "opening::what_was_called_saved_survives_a_kill";
    if let Some(folder) = child::folder() {
        let mut store = open(&folder);
        for n in 1..=250 {
            store.transaction(|tx| add_resident(tx, resident(n), &named("Fatma"))).expect("a resident");
            println!("saved {n}");
        }
        return;
    }
    for after in [1, 7, 40] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = child::command(TEST, folder.path()).stdout(Stdio::piped()).spawn().expect("the child starts");
        let lines = BufReader::new(child.stdout.take().expect("what it says")).lines().map_while(Result::ok);
        let mut saved = lines.filter_map(|line| line.strip_prefix("saved ").and_then(|n| n.parse::<u8>().ok()));
        let last = saved.find(|n| *n >= after).expect("it came so far");
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        let last = saved.last().unwrap_or(last);
        let store = open(folder.path());
        for n in 1..=last {
            assert_eq!(
                store.read().dossier(resident(n)),
                Ok(Some(named("Fatma"))),
                "what was called saved is there, number {n}"
            );
        }
        assert!(
            store.read().dossier(resident(last + 2)).is_ok_and(|found| found.is_none()),
            "at most one more was under way"
        );
    }
}

#[test]
fn after_a_crash_every_page_is_checked() {
    if let Some(folder) = child::folder() {
        let mut store = open(&folder);
        store.transaction(|tx| tx.set_setting("theme", &"dark")).expect("a setting");
        std::io::stdout().flush().expect("what was said");
        std::process::abort();
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(folder.path());
    let mut dossier = named("Fatma");
    dossier.remarks = "lang verhaal ".repeat(3000);
    store.transaction(|tx| add_resident(tx, resident(1), &dossier)).expect("a resident with much to tell");
    store.close().expect("an orderly end");
    flip(folder.path(), pages(folder.path(), "resident", "overflow")[2]);

    let store = open(folder.path());
    let found = store.read().dossier(resident(1)).map(|found| found.is_some());
    assert_eq!(
        found,
        Err(Error::Damaged),
        "after an orderly end damage shows where it is met, and is never taken for data"
    );
    drop(store);
    let mut child = child::command("opening::after_a_crash_every_page_is_checked", folder.path());
    assert!(!child.output().expect("the child starts").status.success(), "the child is gone in the middle of it");
    assert!(folder.path().join("wijkweb.db-wal").exists(), "and leaves its log");
    assert_eq!(why(folder.path()), OpenError::Damaged, "so everything is checked");
    let (store, report) = Store::salvage(folder.path(), &key(), NOW).expect("what can be read is saved");
    assert_eq!(store.read().setting::<String>("theme"), Ok(Some("dark".into())), "what stood in the log came along");
    assert!(report.kept.is_some_and(|kept| folder.path().join(kept).exists()), "the damaged file is kept");
}
