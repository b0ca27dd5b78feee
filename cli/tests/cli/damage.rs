//! Damage is found, told with its exit code, and made no worse.

use std::fs;

use serde_json::json;

use crate::world::{World, said};

/// A conversation with so many words, that hardly squeeze, that its document fills the middle of the file.
fn long_talk() -> String {
    let mut state = 1_u64;
    let mut words = || {
        let letters = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'a' + u8::try_from((state >> 33) % 26).expect("below 26"))
        });
        letters.take(9_000).collect::<String>()
    };
    let remarks: Vec<_> = (0..20).map(|_| json!({"voice": "resident", "text": words()})).collect();
    let mut file: serde_json::Value = serde_json::from_str(crate::world::SMALL).expect("JSON");
    file["answers"]["d:MD"]["remarks"] = json!(remarks);
    file.to_string()
}

#[test]
fn verify_finds_a_damaged_document() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    world.talk(&resident, &long_talk());
    assert_eq!(world.run(&["verify"]).code, 0, "all is well before");
    let path = world.path("data/wijkweb.db");
    let mut bytes = fs::read(&path).expect("it is there");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0xff);
    fs::write(&path, &bytes).expect("it can be written");

    let found = said(world.command(&["verify"]).arg("--json"));
    assert_eq!(found.code, 5, "something is wrong: {found:?}");
    let problems = found.object()["problems"].clone();
    let kinds: Vec<_> = problems.as_array().expect("problems").iter().map(|problem| problem["kind"].clone()).collect();
    // A page that opening reads already is noticed there, and what can be read goes to a new file.
    let told = kinds.contains(&json!("page")) || kinds.contains(&json!("mended"));
    assert!(told, "a page does not fit its checksum: {problems}");

    fs::write(&path, &bytes).expect("it can be written");
    let words = world.run(&["verify"]);
    assert_eq!(words.code, 5, "found again: {words:?}");
    assert!(words.out.contains("damaged"), "in words: {words:?}");
    assert!(!words.out.contains("An"), "and not whose they are: {words:?}");
}

#[test]
fn both_key_files_gone_is_told_and_nobody_is_asked_for_a_passphrase() {
    let (world, _) = World::set_up();
    world.write("data/wijkweb.keys", "{");
    world.write("data/wijkweb.keys.before", "{");
    // Without a passphrase: asking for it would fail with 2 here.
    let told = said(world.bare().args(["resident", "list"]));
    assert_eq!(told.code, 5, "damaged: {told:?}");
    assert!(told.err.starts_with("The data is damaged and does not open."), "in the words of the app: {told:?}");
}
