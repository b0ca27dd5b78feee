//! Passphrases and codes: where they come from, and that they are seen nowhere else.

use std::{
    fs,
    io::Write,
    process::Stdio,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Value, json};

use crate::world::{PASSPHRASE, SMALL, World, said};

#[test]
fn a_wrong_passphrase_changes_nothing_and_says_how_long_to_wait() {
    let (world, _) = World::set_up();
    let database = || fs::read(world.path("data/wijkweb.db")).expect("it is there");
    let before = database();
    world.write("passphrase", "een andere zin dan deze");
    let wrong = world.run(&["resident", "add", "--name", "An"]);
    assert_eq!(wrong.code, 3, "refused: {wrong:?}");
    assert_eq!(
        wrong.err, "This is not right.\nCheck it and try again. Nothing gets lost.\n",
        "in the words of the app"
    );
    assert_eq!(database(), before, "not a byte of the data is another");

    // After seven wrong ones, with the last a moment ago, there is more than a minute to wait.
    let now_ms = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
    world.write("data/wijkweb.attempts", format!(r#"{{"failures": 7, "last": {now_ms}}}"#));
    world.write("passphrase", PASSPHRASE);
    let early = said(world.command(&["resident", "list"]).arg("--json"));
    let told = early.complaint();
    assert_eq!((early.code, &told["failure"]), (3, &json!("wait")), "too soon, also with the right one: {early:?}");
    let seconds = told["wait_seconds"].as_u64().expect("a number");
    assert!((1..=80).contains(&seconds), "how long is told: {seconds}");
    assert!(told["do"].as_str().is_some_and(|words| words.contains(&seconds.to_string())), "in words too: {told}");
    let dutch = said(world.command(&["resident", "list"]).args(["--lang", "nl"]));
    assert_eq!((dutch.code, dutch.err.lines().next()), (3, Some("Nog even geduld.")), "or in Dutch: {dutch:?}");
}

#[test]
fn a_new_recovery_code_is_printed_once_or_goes_to_a_new_file() {
    let (world, old) = World::set_up();
    let made = world.json(&["sheet", "new"]);
    let code = made["recovery_code"].as_str().expect("a code").to_owned();
    assert_ne!(code, old, "it is another one");
    assert_eq!(made["teams"], json!([]), "there is no team to put on the sheet: {made}");
    let shown = world.run(&["sheet", "show"]);
    assert!(!shown.out.contains(&code), "it is shown this once: {shown:?}");
    let file = world.path("code").display().to_string();
    let told = world.run(&["sheet", "new", "--recovery-file", &file]);
    let newest = fs::read_to_string(&file).expect("it was written");
    assert!(told.code == 0 && !told.out.contains(newest.trim()), "in a file it is not printed: {told:?}");
    let again = world.run(&["sheet", "new", "--recovery-file", &file]);
    assert_eq!(again.code, 7, "a file that is there is not written over: {again:?}");
    assert_eq!(fs::read_to_string(&file).ok(), Some(newest.clone()), "and keeps the code that is in force");
    let typed = |name: &str, code: &str| world.run(&["sheet", "put", "--code-file", &world.write(name, code)]);
    assert_eq!(typed("newest", &newest).code, 0, "which is the one of the file");
    assert_eq!(typed("before", &code).code, 3, "the one before is so no more");
}

#[test]
fn a_passphrase_comes_from_a_descriptor_too_and_from_no_argument() {
    let (world, _) = World::set_up();
    let mut listing = world
        .bare()
        .args(["--passphrase-fd", "0", "resident", "list"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = listing.stdin.take().expect("its input");
    writeln!(input, "{PASSPHRASE}").expect("it reads");
    drop(input);
    assert!(listing.wait().expect("it ends").success(), "the first line of the input opened it");

    let typed = said(world.bare().args(["--passphrase", PASSPHRASE, "resident", "list"]));
    assert_eq!(typed.code, 2, "there is no such flag: others on the machine see arguments");
    let from_environment = said(world.bare().args(["resident", "list"]).env("WIJKWEB_PASSPHRASE", PASSPHRASE));
    assert_ne!(from_environment.code, 0, "the environment is not read: {from_environment:?}");
    let missing = said(world.bare().args(["--passphrase-file", "nowhere", "resident", "list"]));
    assert_eq!(missing.code, 2, "a file that is not there gives none: {missing:?}");
}

#[test]
fn a_recovery_code_can_go_to_a_file_that_was_not_there_and_only_the_owner_reads() {
    let world = World::new();
    let taken = world.write("code", "something else");
    let refused = world.run(&["init", "--name", "Marieke", "--recovery-file", &taken]);
    assert_eq!(refused.code, 7, "no file is written over: {refused:?}");
    let path = world.path("kept").display().to_string();
    world.write("weak", "welkom01");
    let weak = said(world.bare().args(["--passphrase-file", "weak", "init", "--name", "M", "--recovery-file", &path]));
    assert_eq!(weak.code, 3, "guessed at once: {weak:?}");
    assert!(!world.path("kept").exists(), "an empty file would be taken for the code");

    let begun = world.run(&["init", "--name", "Marieke", "--recovery-file", &path]);
    assert_eq!(begun.code, 0, "set up: {begun:?}");
    let code = fs::read_to_string(&path).expect("the code is there");
    assert_eq!(code.trim_end().split('-').count(), 7, "the code in groups");
    assert!(!begun.out.contains(code.trim_end()), "and it is not printed");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
    }
    let again = world.run(&["init", "--name", "Marieke"]);
    assert_eq!(again.code, 4, "what is there is not begun anew: {again:?}");
}

#[test]
fn no_command_prints_a_key() {
    let (world, code) = World::set_up();
    let resident = world.resident("An");
    let talk = world.talk(&resident, SMALL);
    let export = world.json(&["export", "--file-passphrase-file", "passphrase"]);
    let file = export["path"].as_str().expect("a path").to_owned();
    let mut secrets = vec![PASSPHRASE.to_owned(), code.clone(), code.replace('-', "")];
    let keys: Value =
        serde_json::from_slice(&fs::read(world.path("data/wijkweb.keys")).expect("it is there")).expect("JSON");
    collect_long_texts(&keys, &mut secrets);
    assert!(secrets.len() > 6, "salts and wrapped keys of the key file are looked for as well");

    let shown: [&[&str]; 7] = [
        &["resident", "list"],
        &["resident", "show", &resident],
        &["conversation", "show", &talk],
        &["verify"],
        &["access-log"],
        &["state"],
        &["sharing", &resident],
    ];
    let done: [&[&str]; 7] = [
        &["conversation", "list", &resident],
        &["conversation", "add", &resident, "talk.json"],
        &["import", &file, "--file-passphrase-file", "passphrase"],
        &["export", "--file-passphrase-file", "passphrase"],
        &["rebuild"],
        &["instrument", "list"],
        &["erase", "conversation", &talk, "--confirm", "An"],
    ];
    let as_words = shown.map(|arguments| world.run(arguments));
    let as_json = shown.into_iter().chain(done).map(|arguments| said(world.command(arguments).arg("--json")));
    for told in as_words.into_iter().chain(as_json) {
        assert_eq!(told.code, 0, "it was done, so there was something to say: {told:?}");
        for secret in &secrets {
            let seen = told.out.contains(secret) || told.err.contains(secret);
            assert!(!seen, "a command says something that opens the data");
        }
    }
}

fn collect_long_texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() >= 16 => found.push(text.clone()),
        Value::Array(all) => all.iter().for_each(|one| collect_long_texts(one, found)),
        Value::Object(all) => all.values().for_each(|one| collect_long_texts(one, found)),
        _ => {}
    }
}
