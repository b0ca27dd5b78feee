//! Bytes of released versions are kept, and must still open and show what they showed.
//!
//! `tests/fixtures/v1/` holds what version 1 of each kind wrote: a saved document with one change behind it. They are
//! never written again. When a kind gets a new version, extend the stories below and write the new folder once, with
//! `WRITE_FIXTURES=1 cargo test -p documents --test behaviour -- --exact fixtures::write_fixtures`.

mod stories;

use std::{env, fs, path::PathBuf};

use domain::{Conversation, Directory, Dossier, Plan};
use serde::Serialize;

use crate::sample::{Sample, actor, load, view};
use stories::Story;

fn path(version: u64, name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/v{version}/{name}.automerge"))
}

fn write<K: Story>() {
    let path = path(K::VERSION, K::NAME);
    assert!(!path.exists(), "{} is released; a fixture is never written twice", path.display());
    fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
    fs::write(&path, K::told()).expect("the fixture can be written");
}

fn is_kept<K: Story>() {
    assert!(path(K::VERSION, K::NAME).exists(), "the newest version of each kind has a fixture");
}

#[test]
fn write_fixtures() {
    if env::var_os("WRITE_FIXTURES").is_some() {
        write::<Conversation>();
        write::<Directory>();
        write::<Dossier>();
        write::<Plan>();
    }
    is_kept::<Conversation>();
    is_kept::<Directory>();
    is_kept::<Dossier>();
    is_kept::<Plan>();
}

/// Opens a kept document, compares what it shows, edits it, and saves and opens it again.
fn still_opens<K: Story + Sample + Serialize>(version: u64) {
    let bytes = fs::read(path(version, K::NAME)).expect("the fixture is there");
    let mut document = load::<K>(&bytes, actor(7, 0));
    insta::assert_json_snapshot!(format!("v{version}_{}", K::NAME), view(&document));
    document.apply(&K::one_more()).expect("a document of an older version takes edits").expect("which change it");
    let again = load::<K>(&document.save(), actor(7, 1));
    assert_eq!(view(&again), view(&document), "and it is saved and opened like any other");
}

#[test]
fn conversations_of_version_1_still_open() {
    still_opens::<Conversation>(1);
}

#[test]
fn directories_of_version_1_still_open() {
    still_opens::<Directory>(1);
}

#[test]
fn dossiers_of_version_1_still_open() {
    still_opens::<Dossier>(1);
}

#[test]
fn plans_of_version_1_still_open() {
    still_opens::<Plan>(1);
}
