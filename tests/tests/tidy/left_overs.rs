//! Nothing half-done stays in the sources.

use proc_macro2::Delimiter;

use super::finding::{Finding, none_of};
use super::tokens;
use super::tree::{files, rust_files};

/// Marks of unfinished work. Put together here so that this file holds none.
const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Where somebody's own machine keeps things. Put together here for the same reason.
const SOMEBODYS_OWN: &[&str] =
    &[concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/"), concat!("/wo", "rk/")];

/// Files that may sleep, with the reason. Waiting for a time is how tests get slow and unsure: wait for what happens.
const MAY_SLEEP: &[(&str, &str)] = &[
    ("relay/src/http/listen.rs", "leaves a system that has no room for a connection alone for a second"),
    ("relay/src/store/postgres/poke.rs", "leaves a database that is gone alone for a second"),
    (
        "crates/courier/src/drive.rs",
        "waits before it asks a relay again that did not answer, or a mailbox that is empty",
    ),
    ("xtask/src/command.rs", "waits for a program of the system, which can only be asked whether it has ended"),
    ("xtask/src/display.rs", "waits for the virtual display, which can only be asked whether it is there"),
];

#[test]
fn no_mark_of_unfinished_work_is_left() {
    let sources = files(&[""], &["rs", "css", "toml", "ftl", "js", "html", "sql", "md"]);
    let mut findings = Vec::new();
    for file in &sources {
        for (line, text) in file.lines() {
            let mark = UNFINISHED.iter().find(|mark| words_of(text).any(|word| word == **mark));
            findings.extend(
                mark.map(|mark| Finding::at(&file.path, line, format!("`{mark}`"), "do it now, or make it an issue")),
            );
        }
    }
    none_of("Unfinished work:", findings);
}

#[test]
fn no_path_of_somebodys_own_machine_is_written_down() {
    let mut findings = Vec::new();
    for file in files(&[""], &["rs", "toml", "json", "js", "html", "css", "md", "ftl"]) {
        for (line, text) in file.lines() {
            let path = SOMEBODYS_OWN.iter().find(|path| text.contains(**path) && !text.contains("://"));
            let remedy = "start from the project's root, or ask the system for the folder";
            findings.extend(path.map(|path| Finding::at(&file.path, line, format!("`{path}…`"), remedy)));
        }
    }
    none_of("A path that exists on one machine only:", findings);
}

#[test]
fn nothing_for_debugging_is_left() {
    let findings = places(|level, at| tokens::is_word(level, at, "dbg") && tokens::is_sign(level, at + 1, '!'));
    none_of("`dbg!` is left:", found(findings, "`dbg!`", "take it out"));
}

#[test]
fn no_test_is_switched_off() {
    let ignored = places(|level, at| {
        let attribute =
            tokens::is_sign(level, at, '#').then(|| tokens::inside(level, at + 1, Delimiter::Bracket)).flatten();
        attribute.is_some_and(|words| words.into_iter().next().is_some_and(|word| word.to_string() == "ignore"))
    });
    none_of("A test is switched off:", found(ignored, "`#[ignore]`", "mend the test, or take it out"));
}

#[test]
fn nothing_sleeps() {
    let sleeping = places(|level, at| {
        let called = tokens::inside(level, at + 1, Delimiter::Parenthesis).is_some();
        tokens::is_word(level, at, "sleep") && called && !tokens::is_word(level, at.wrapping_sub(1), "fn")
    });
    let unlisted = sleeping.into_iter().filter(|(file, _)| !MAY_SLEEP.iter().any(|(path, _)| path == file)).collect();
    none_of(
        "Something sleeps:",
        found(unlisted, "`sleep(`", "wait for what happens: a channel, an event, the other end's answer"),
    );
}

/// File and line of every place in the Rust sources.
fn places(is_one: impl Fn(&[proc_macro2::TokenTree], usize) -> bool) -> Vec<(String, usize)> {
    let mut places = Vec::new();
    for file in rust_files() {
        tokens::each(tokens::of(&file), &mut |level, at| {
            if is_one(level, at) {
                places.push((file.path.clone(), tokens::line(&level[at])));
            }
        });
    }
    places
}

fn found(places: Vec<(String, usize)>, what: &str, remedy: &str) -> Vec<Finding> {
    places.into_iter().map(|(file, line)| Finding::at(file, line, what, remedy)).collect()
}

fn words_of(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !letter.is_alphanumeric())
}
