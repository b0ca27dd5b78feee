//! Everything in one file and back, the lists made anew, and the access log.

use serde_json::json;

use crate::world::{SMALL, World, said};

#[test]
fn everything_comes_back_on_another_machine_under_the_passphrase_of_the_file() {
    let (old, _) = World::set_up();
    let resident = old.resident("An");
    let talk = old.talk(&resident, SMALL);
    old.write("of-the-file", "vier kooks bakken maandag brood");
    let out = old.path("backups").display().to_string();
    let written = old.json(&["export", "--out", &out, "--file-passphrase-file", "of-the-file"]);
    let file = written["path"].as_str().expect("a path");
    assert!(file.starts_with(&out) && file.ends_with(".age"), "in the folder that was named: {file}");

    let (new, _) = World::set_up();
    let wrong = new.run(&["import", file, "--file-passphrase-file", "passphrase"]);
    assert_eq!(wrong.code, 3, "the file has a passphrase of its own: {wrong:?}");
    new.write("of-the-file", "vier kooks bakken maandag brood");
    new.write("half.age", &std::fs::read(file).expect("it is there")[..300]);
    let half = new.run(&["import", "half.age", "--file-passphrase-file", "of-the-file"]);
    assert_eq!(half.code, 5, "half a file is no file: {half:?}");
    let report = new.json(&["import", file, "--file-passphrase-file", "of-the-file"]);
    assert_eq!((&report["added"], &report["unreadable"]), (&json!(3), &json!(0)), "dossier, plan and talk");
    let content = |world: &World| world.json(&["conversation", "show", &talk])["content"].clone();
    assert_eq!(content(&new), content(&old), "the talk is the same");
    assert_eq!(new.json(&["rebuild"])["unreadable"], json!(0), "every document is read when the lists are made anew");

    let log = new.json(&["access-log"]);
    assert_eq!(log["whole"], json!(true), "the chain of the log fits");
    let events: Vec<_> = log["lines"].as_array().expect("lines").iter().map(|line| line["event"].clone()).collect();
    assert_eq!(events, [json!("opened"), json!("imported")], "the latest first, and only what was done here");
}

#[test]
fn an_answer_is_one_object_or_words_in_the_language_that_was_asked_for() {
    let (world, _) = World::set_up();
    let instruments = world.json(&["instrument", "list"]);
    assert_eq!(instruments["instruments"][0]["key"], json!("pg-volwassen@1"), "by the key that a conversation names");
    let well = world.run(&["verify"]);
    assert_eq!((well.code, well.out.as_str()), (0, "All is well: 1 part read.\n"), "in English: {well:?}");
    let mut dutch = std::process::Command::new(env!("CARGO_BIN_EXE_wijkweb-cli"));
    dutch.arg("--data").arg(world.path("data")).arg("--passphrase-file").arg(world.path("passphrase"));
    let well = said(dutch.arg("verify").env("LC_ALL", "nl_NL.UTF-8"));
    assert_eq!(well.out, "Alles is goed: 1 onderdeel gelezen.\n", "as the system is set: {well:?}");
}
