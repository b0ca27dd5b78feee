//! A team at the command line as far as that goes without a relay: nothing is sent by itself, and what cannot be reached is told.

use std::{
    io::{Read, Write},
    net::TcpListener,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    thread,
};

use serde_json::json;

use crate::world::{SMALL, World, said};

/// An address of this machine where nobody listens.
fn nowhere() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    format!("http://{}", listener.local_addr().expect("an address"))
}

/// Something that answers, and is no relay; with how often it was asked.
fn no_relay() -> (String, Arc<AtomicU32>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let asked = Arc::new(AtomicU32::new(0));
    let count = asked.clone();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            count.fetch_add(1, Ordering::Relaxed);
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        }
    });
    (address, asked)
}

#[test]
fn a_team_is_made_without_a_network_and_what_cannot_be_reached_ends_with_8() {
    let (world, _) = World::set_up();
    let made = world.json(&["team", "create", "--name", "Noord", "--relay", &nowhere()]);
    assert_eq!((&made["name"], &made["role"]), (&json!("Noord"), &json!("owner")), "it needs nobody else: {made}");
    let resident = world.resident("An");
    world.talk(&resident, SMALL);
    let told = world.write("told", "Het team mag meelezen.");
    world.json(&["share", &resident, "--with", "team", "--what", "all", "--told", &told]);
    let shared = world.json(&["sharing", &resident]);
    assert_eq!((&shared["waiting"], &shared["shares"][0]["told"]), (&json!(true), &json!("Het team mag meelezen.")));

    let unreachable = world.run(&["sync"]);
    assert_eq!(unreachable.code, 8, "nobody listens there: {unreachable:?}");
    assert!(unreachable.out.contains("cannot be reached"), "in words: {unreachable:?}");
    let added = said(world.command(&["resident", "add", "--name", "Bep", "--sync"]).arg("--json"));
    assert_eq!(added.code, 8, "after a command too: {added:?}");
    assert!(added.object()["resident"].is_string(), "and what was asked has been done: {added:?}");
    let state = world.json(&["state", &resident]);
    assert_ne!(state["sync"]["waiting"], json!(0), "it waits: {state}");
}

#[test]
fn what_is_shared_is_the_plan_unless_more_is_asked_for() {
    let (world, _) = World::set_up();
    world.json(&["team", "create", "--name", "Noord", "--relay", &nowhere()]);
    let resident = world.resident("An");
    let talk = world.talk(&resident, SMALL);
    let told = world.write("told", "Het team leest alleen het plan.");
    let share = |what: &[&str]| {
        let all = [["share", &resident, "--with", "team", "--told", &told].as_slice(), what].concat();
        let basis = world.json(&all)["basis"].clone();
        let shares = world.json(&["sharing", &resident])["shares"].clone();
        let shares = shares.as_array().expect("a list").clone();
        shares.into_iter().find(|share| share["basis"] == basis).expect("it is listed")
    };
    let plan = share(&[]);
    assert_eq!((&plan["with"], &plan["what"]), (&json!({ "team": {} }), &json!({ "plan": {} })), "the least: {plan}");
    let one = share(&["--what", &format!("conversation:{talk}")]);
    assert_eq!(one["documents"], json!([talk]), "one conversation, and nothing else: {one}");
    let all = share(&["--what", "all"]);
    assert_eq!(all["documents"], json!([]), "all of it names none: {all}");
    let words = world.run(&["sharing", &resident]);
    assert!(words.out.contains("Noord") && words.out.contains("plan"), "in words: {words:?}");
}

#[test]
fn what_answers_and_is_no_relay_is_asked_once_and_ends_with_8() {
    let (world, _) = World::set_up();
    let (address, asked) = no_relay();
    world.json(&["team", "create", "--name", "Noord", "--relay", &address]);
    let refused = world.run(&["sync"]);
    assert_eq!(refused.code, 8, "it is no use to ask on: {refused:?}");
    assert_eq!(asked.load(Ordering::Relaxed), 1, "and nobody is asked again and again");
}

#[test]
fn without_a_team_a_sync_is_refused_and_one_afterwards_is_no_failure() {
    let (world, _) = World::set_up();
    let alone = said(world.command(&["sync"]).arg("--json"));
    assert_eq!((alone.code, &alone.complaint()["failure"]), (4, &json!("no-team")), "there is nobody: {alone:?}");
    let added = world.run(&["resident", "add", "--name", "An", "--sync"]);
    assert_eq!(added.code, 0, "to work alone is normal: {added:?}");
    assert!(added.out.contains("Only on this device"), "and it is told where it is: {added:?}");
}

#[test]
fn what_is_running_is_shown_to_who_is_in_a_team_and_of_people_who_are_in_it() {
    let (world, _) = World::set_up();
    let alone = said(world.command(&["team", "running"]).arg("--json"));
    assert_eq!(
        (alone.code, &alone.complaint()["failure"]),
        (4, &json!("no-team")),
        "nobody to hand over to: {alone:?}"
    );
    world.json(&["team", "create", "--name", "Noord", "--relay", &nowhere()]);
    let view = world.json(&["team", "running"]);
    assert_eq!((&view["dossiers"], &view["others"]), (&json!([]), &json!([])), "nothing, and nobody else: {view}");
    assert_eq!((&view["of"], &view["unread"]["with_nobody"]), (&json!(null), &json!(0)), "one's own: {view}");
    let words = world.run(&["team", "running"]);
    assert!(words.out.contains("Nothing is running with you"), "in words: {words:?}");
    let me = world.json(&["team", "show"])["me"].as_str().expect("an id").to_owned();
    let of = said(world.command(&["team", "running", "--of", &me]).arg("--json"));
    assert_eq!(of.complaint()["failure"], json!("not-found"), "oneself is no colleague: {of:?}");
}

#[test]
fn what_a_team_refuses_ends_with_4_in_the_words_of_the_app() {
    let (world, _) = World::set_up();
    let plain = world.run(&["team", "create", "--name", "Noord", "--relay", "http://relay.example.nl"]);
    assert_eq!(plain.code, 4, "what is not encrypted stays on this machine: {plain:?}");
    world.json(&["team", "create", "--name", "Noord", "--relay", &nowhere()]);
    let me = world.json(&["team", "show"])["me"].as_str().expect("an id").to_owned();
    let alone: [(&[&str], &str); 3] = [
        (&["team", "leave"], "last-owner"),
        (&["team", "role", &me, "member"], "last-owner"),
        (&["team", "remove", "--person", &me], "last-owner"),
    ];
    for (arguments, failure) in alone {
        let told = said(world.command(arguments).arg("--json"));
        assert_eq!((told.code, &told.complaint()["failure"]), (4, &json!(failure)), "{arguments:?}: {told:?}");
    }
    let mistyped =
        world.run(&["team", "join", "--code", "geen code", "--relay", "relay.example.nl", "--digits-fd", "0"]);
    assert_eq!(mistyped.code, 3, "a code that cannot be one is told at once: {mistyped:?}");
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_terminal_nobody_is_asked_about_digits_and_nobody_is_invited() {
    let (world, _) = World::set_up();
    world.json(&["team", "create", "--name", "Noord", "--relay", &nowhere()]);
    // A session of its own has no terminal, also where these tests are run at one.
    let mut invite = Command::new("setsid");
    invite.args(["--wait", env!("CARGO_BIN_EXE_wijkweb-cli"), "--lang", "en", "--data"]).arg(world.path("data"));
    invite.arg("--passphrase-file").arg(world.path("passphrase")).args(["team", "invite", "--role", "member"]);
    let invited = said(&mut invite);
    assert_eq!(invited.code, 2, "nobody can compare the digits: {invited:?}");
    assert!(invited.err.contains("--digits-fd"), "and what to do is told: {invited:?}");
}
