//! What the app is built of is built once, for its tests and for its window.

use std::collections::BTreeSet;
use std::process::Command;

use super::tree::root;

/// Cargo unites the features that are asked for, and the tests ask for more than the app. A library with one feature less is another
/// build of it and of all that stands on it: the window would wait for half of Tauri again.
#[test]
fn no_library_has_features_for_the_tests_that_it_has_not_for_the_app() {
    let app = libraries("normal,build");
    let tests = libraries("all");
    assert!(app.len() > 300, "cargo names what the app is built of, {} libraries", app.len());
    let other: Vec<_> = app.difference(&tests).collect();
    assert!(
        other.is_empty(),
        "{other:#?} are built once more with other features; `cargo tree --workspace --features tests/window --edges all --invert NAME` \
         tells which dev-dependency asks: give the features to the app too, where Cargo.toml at the top names the library"
    );
}

/// Every library that is reached along these edges, with its features.
fn libraries(edges: &str) -> BTreeSet<String> {
    let everything = ["tree", "--workspace", "--features", "tests/window", "--prefix", "none", "--format", "{p} [{f}]"];
    let cargo = Command::new(env!("CARGO")).args(everything).args(["--edges", edges]).current_dir(root()).output();
    let said = cargo.expect("cargo starts");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let lines = String::from_utf8(said.stdout).expect("cargo writes UTF-8");
    lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
}
