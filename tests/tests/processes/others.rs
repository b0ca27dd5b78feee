//! The command line for others than a professional: a helper, and somebody who was taken out of the team.

use domain::Language;
use serde_json::json;
use testkit::{device::PASSPHRASE, others};

use super::folder::Folder;

#[test]
fn a_helper_lists_what_was_shared_and_shows_it_and_nothing_else() {
    let els = Folder::made(PASSPHRASE, |folder| others::a_helper(folder, Language::En));
    let view = els.json(&["shared"]);
    let items = view["items"].as_array().expect("a list");
    assert_eq!(items.len(), 2, "the plan and the talk of Fatma: {view}");
    assert!(items.iter().all(|item| item["note"]["whose"] == json!("Fatma")), "whose they are: {view}");
    assert_eq!(view["gone"]["count"], json!(1), "and that something has gone, without a name");
    let resident = items[0]["resident"].as_str().expect("an id");
    let plan = els.json(&["plan", "show", resident]);
    assert_eq!(plan["profile"]["name"], json!("Fatma"), "the plan says whose it is");
    assert_eq!(plan["plan"]["steps"].as_object().map(serde_json::Map::len), Some(1), "with its step");
    let talk = items.iter().find_map(|item| item["what"]["conversation"]["conversation"].as_str()).expect("a talk");
    assert_eq!(els.json(&["conversation", "show", talk])["name"], json!("Fatma"), "the talk can be read");
    assert_eq!(els.json(&["resident", "list"])["residents"], json!([]), "no resident stands in a list");
    assert_eq!(els.run(&["resident", "show", resident]).code, Some(4), "there is no dossier");
    els.json(&["shared", "--seen"]);
    assert_eq!(els.json(&["shared"])["gone"], json!(null), "what was told is put away");
}

#[test]
fn who_was_taken_out_writes_what_was_not_sent_to_a_file() {
    let bo = Folder::made(PASSPHRASE, |folder| others::taken_out(folder, Language::En));
    let state = bo.json(&["state"]);
    assert_eq!(state["sync"]["unsent"][0]["changes"], json!(1), "how much was not sent: {state}");
    let team = state["sync"]["unsent"][0]["team"]["id"].as_str().expect("an id").to_owned();
    let (out, secret) = (bo.write("out", ""), bo.write("of-the-file", "vier kooks bakken maandag brood"));
    let out = format!("{out}-side");
    let export = |team: &str| bo.run(&["export", "--unsent", team, "--out", &out, "--file-passphrase-file", &secret]);
    assert_eq!(export("Elders").code, Some(4), "of a team that nothing is left of there is nothing to write");
    let written = export(&team);
    assert_eq!(written.code, Some(0), "it is written: {written:?}");
    let path = written.object()["path"].as_str().expect("a path").to_owned();
    assert!(path.ends_with(".age"), "locked: {path}");
    let read = bo.json(&["import", &path, "--file-passphrase-file", &secret]);
    assert_eq!(read["not_here"], json!(1), "whoever has the dossier no more takes nothing in: {read}");
}
