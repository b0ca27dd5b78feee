//! Which package may use which, as the picture in ARCHITECTURE.md draws it.

use std::process::Command;

use serde_json::Value;

use super::finding::{Finding, none_of};
use super::tree::root;

/// A → B: A may use B, in its code, its build script and its own tests. What is not listed is forbidden.
const ARROWS: &[(&str, &[&str])] = &[
    ("wijkweb", &["api", "courier", "engine"]),
    ("cli", &["api", "courier", "engine"]),
    ("courier", &["engine"]),
    ("app", &["api", "content", "domain"]),
    ("relay", &["protocol"]),
    ("engine", &["api", "content", "documents", "domain", "pairing", "protocol", "store", "sync"]),
    ("api", &["domain"]),
    ("pairing", &["protocol"]),
    ("sync", &["protocol"]),
    ("documents", &["domain"]),
    ("content", &["domain"]),
    ("store", &["domain"]),
    ("protocol", &[]),
    ("domain", &[]),
];

/// They look at the product from outside, so they may use whatever they need of it. Nothing of the product uses them, but
/// for `testkit` in tests.
const OUTSIDE: &[&str] = &["tests", "benches", "xtask", "testkit"];

/// A library that only these packages may use, so that the rest cannot even try. The packages outside may.
const WALLED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store", "relay"]),
    ("tauri", &["wijkweb"]),
    ("leptos", &["app"]),
    ("axum", &["relay"]),
    ("reqwest", &["courier"]),
    ("automerge", &["documents"]),
    ("snow", &["pairing"]),
    ("spake2", &["pairing"]),
];

/// A package of the workspace with the names of what it depends on.
struct Package {
    name: String,
    manifest: String,
    /// Name, and whether for tests only.
    uses: Vec<(String, bool)>,
}

#[test]
fn packages_use_only_what_the_arrows_allow() {
    let packages = packages();
    let ours: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let mut findings = Vec::new();
    for package in packages.iter().filter(|package| !OUTSIDE.contains(&package.name.as_str())) {
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == package.name) else {
            let remedy = "draw its arrows in ARCHITECTURE.md and add a line to ARROWS in tests/tests/tidy/arrows.rs";
            findings.push(Finding::in_file(&package.manifest, format!("`{}` has no arrows", package.name), remedy));
            continue;
        };
        let ours_used = package.uses.iter().filter(|(used, _)| ours.contains(&used.as_str()));
        for (used, for_tests) in ours_used {
            let fine = allowed.contains(&used.as_str()) || (*for_tests && used == "testkit");
            if !fine {
                let remedy = "move the code to where it may stand, or hand the value in; a new arrow needs an ADR";
                findings.push(package.uses_wrongly(used, remedy));
            }
        }
    }
    none_of("An arrow that is not drawn is forbidden:", findings);
}

#[test]
fn walled_libraries_are_used_in_their_place_only() {
    let mut findings = Vec::new();
    for package in packages().iter().filter(|package| !OUTSIDE.contains(&package.name.as_str())) {
        for (used, _) in &package.uses {
            let wall = WALLED.iter().find(|(library, _)| library == used);
            if let Some((library, allowed)) = wall.filter(|(_, allowed)| !allowed.contains(&package.name.as_str())) {
                let remedy = format!(
                    "`{library}` is for {} only: put the code there behind a plain function",
                    allowed.join(" and ")
                );
                findings.push(package.uses_wrongly(used, remedy));
            }
        }
    }
    none_of("A library stands behind a wall:", findings);
}

impl Package {
    fn uses_wrongly(&self, used: &str, remedy: impl Into<String>) -> Finding {
        let line = super::tree::file(&self.manifest).line_of(used);
        Finding::at(&self.manifest, line, format!("`{}` uses `{used}`", self.name), remedy)
    }
}

/// The workspace's packages, as cargo reads them.
fn packages() -> Vec<Package> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--format-version", "1", "--no-deps", "--offline"];
    let output = Command::new(cargo).args(arguments).current_dir(root()).output().expect("cargo starts");
    assert!(output.status.success(), "cargo reads the workspace: {}", String::from_utf8_lossy(&output.stderr));
    let all: Value = serde_json::from_slice(&output.stdout).expect("cargo answers in JSON");
    all["packages"].as_array().expect("a list of packages").iter().map(package).collect()
}

fn package(told: &Value) -> Package {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let manifest = word(&told["manifest_path"]).replace('\\', "/");
    let root = root().to_string_lossy().replace('\\', "/");
    let dependencies = told["dependencies"].as_array().expect("a list of dependencies");
    Package {
        name: word(&told["name"]),
        manifest: manifest.trim_start_matches(&root).trim_start_matches('/').to_owned(),
        uses: dependencies.iter().map(|one| (word(&one["name"]), one["kind"] == "dev")).collect(),
    }
}

/// The members of the workspace by folder, for the rules that go through them.
pub fn member_folders() -> Vec<String> {
    let manifests = packages().into_iter().map(|package| package.manifest);
    manifests.filter_map(|manifest| manifest.strip_suffix("/Cargo.toml").map(str::to_owned)).collect()
}
