//! The shell lets the screens call our commands and nothing more.

use std::collections::BTreeSet;

use serde_json::Value;

use super::finding::{Finding, none_of};
use super::tree::{Source, file, files};

/// What else the screens may do, with the reason.
const ALSO: &[(&str, &str)] = &[
    ("core:event:allow-listen", "screens hear `changed` and `lifecycle`"),
    ("core:event:allow-unlisten", "and stop hearing them when they close"),
];

#[test]
fn every_command_may_be_called_on_every_platform() {
    let mut findings = Vec::new();
    for capability in capabilities() {
        let granted = granted(&capability);
        let missing =
            api::COMMANDS.iter().map(|command| permission(command)).filter(|wanted| !granted.contains(wanted));
        findings.extend(missing.map(|wanted| {
            Finding::in_file(&capability.path, format!("`{wanted}` is missing"), "add it to `permissions`")
        }));
    }
    none_of("A command that the screens may not call:", findings);
}

#[test]
fn nothing_else_is_granted() {
    let ours: BTreeSet<String> = api::COMMANDS.iter().map(|command| permission(command)).collect();
    let mut findings = Vec::new();
    for capability in capabilities() {
        let more = granted(&capability)
            .into_iter()
            .filter(|one| !ours.contains(one) && !ALSO.iter().any(|(known, _)| known == one));
        for one in more {
            let remedy = "take it out, or list it with its reason in ALSO of tests/tests/tidy/capabilities.rs";
            findings.push(Finding::at(
                &capability.path,
                capability.line_of(&one),
                format!("`{one}` is granted"),
                remedy,
            ));
        }
    }
    none_of("The screens may do more than they need:", findings);
}

#[test]
fn only_the_capabilities_we_wrote_are_switched_on() {
    let settings = json(&file("src-tauri/tauri.conf.json"));
    let on: BTreeSet<String> = words(&settings["app"]["security"]["capabilities"]);
    let written: BTreeSet<String> =
        capabilities().iter().map(|one| json(one)["identifier"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        on, written,
        "src-tauri/tauri.conf.json: `app.security.capabilities` names the files of src-tauri/capabilities, each one"
    );
}

#[test]
fn no_page_from_elsewhere_may_call_the_shell() {
    for capability in capabilities() {
        let remote = &json(&capability)["remote"];
        assert!(remote.is_null(), "{}: take `remote` out, all our pages come with the app", capability.path);
    }
}

fn capabilities() -> Vec<Source> {
    let found = files(&["src-tauri/capabilities"], &["json"]);
    assert!(!found.is_empty(), "src-tauri/capabilities holds a file a platform");
    found
}

fn permission(command: &str) -> String {
    format!("allow-{}", command.replace('_', "-"))
}

fn granted(capability: &Source) -> BTreeSet<String> {
    words(&json(capability)["permissions"])
}

fn words(list: &Value) -> BTreeSet<String> {
    // A permission with a scope is an object with an identifier.
    let word = |one: &Value| one.as_str().or_else(|| one["identifier"].as_str()).unwrap_or_default().to_owned();
    list.as_array().into_iter().flatten().map(word).collect()
}

fn json(source: &Source) -> Value {
    serde_json::from_str(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path))
}
