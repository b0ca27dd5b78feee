//! ARCHITECTURE.md stays a map: short, and with every package on it.

use super::arrows::member_folders;
use super::finding::{Finding, none_of};
use super::tree::{exists, file};

const PAGE: &str = "ARCHITECTURE.md";
const LINES_MAX: usize = 150;

/// Packages that are a workspace of their own, with the reason.
const APART: &[(&str, &str)] = &[("fuzz", "libFuzzer is C++, and is built by nobody who does not fuzz")];

#[test]
fn the_map_fits_in_a_hundred_and_fifty_lines() {
    let lines = file(PAGE).text.lines().count();
    assert!(
        lines <= LINES_MAX,
        "{PAGE} has {lines} lines: say it shorter, or move detail into the crate's own documentation"
    );
}

#[test]
fn every_package_is_on_the_map() {
    let page = file(PAGE);
    let missing = member_folders().into_iter().filter(|folder| !page.text.contains(&format!("`{folder}`")));
    let remedy = "add a paragraph that says what it is for and what it never does";
    let findings = missing.map(|folder| Finding::in_file(PAGE, format!("`{folder}` is not on the map"), remedy));
    none_of("A package that the map does not show:", findings.collect());
}

#[test]
fn every_folder_of_a_package_is_a_member_of_the_workspace() {
    let members = member_folders();
    let manifests = super::tree::files(&[""], &["toml"]).into_iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    let known = |path: &str| {
        let mut folders = members.iter().map(String::as_str).chain(APART.iter().map(|(folder, _)| *folder));
        folders.any(|folder| path == format!("{folder}/Cargo.toml"))
    };
    let strays = manifests.filter(|file| !known(&file.path));
    let remedy = "add it to `members` of the root's Cargo.toml with one comment that says what it is";
    none_of(
        "A package outside the workspace:",
        strays.map(|file| Finding::in_file(file.path, "not a member", remedy)).collect(),
    );
}

#[test]
fn the_decisions_are_numbered_without_gaps() {
    let decisions = super::tree::files(&["docs/adr"], &["md"]);
    assert!(exists("docs/adr"), "decisions are kept in docs/adr");
    for (place, decision) in decisions.iter().enumerate() {
        let number = format!("{:04}-", place + 1);
        assert!(decision.name().starts_with(&number), "{}: the next free number is {number}", decision.path);
    }
}
