//! A conversation goes in as JSON and comes out as JSON, by the rules of the app.

use std::fs;

use serde_json::{Value, json};

use crate::world::{SMALL, World};

/// The example of the page that tells the format.
fn example() -> Value {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/how-to/conversation-json.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let block = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("it has an example");
    serde_json::from_str(block).expect("the example is JSON")
}

#[test]
fn what_was_entered_as_json_comes_back_as_json() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    let mut entered = example();
    let talk = world.talk(&resident, &entered.to_string());
    let shown = world.json(&["conversation", "show", &talk]);
    entered.as_object_mut().expect("an object").remove("bases");
    assert_eq!(shown["content"], entered, "all but the bases, which stand in the dossier");
    assert_eq!((&shown["resident"], &shown["name"]), (&json!(resident), &json!("An")), "with whose it is");

    let dossier = world.json(&["resident", "show", &resident]);
    assert_eq!(dossier["dossier"]["bases"].as_object().map(serde_json::Map::len), Some(2), "there are the bases");
    let steps = dossier["plan"]["steps"].as_object().expect("a plan");
    let step = steps.values().next().expect("a step");
    assert_eq!(step["text"], entered["first_step"]["text"], "the first step lives on in the plan, as from the screen");
    let list = world.json(&["conversation", "list", &resident]);
    assert_eq!(list["conversations"][0]["conversation"], json!(talk), "and it stands in the list");
    assert_eq!(list["conversations"][0]["to_print"], json!(true), "rounded off, it promises a copy");
}

#[test]
fn nothing_is_kept_without_a_basis_and_a_refused_file_leaves_nothing_behind() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    let mut file: Value = serde_json::from_str(SMALL).expect("JSON");
    let bases = file.as_object_mut().expect("an object").remove("bases").expect("bases");
    for (wrong, failure) in [
        (file.clone(), "no-basis"),
        // Words about the neighbourhood need a purpose of their own.
        (json!({"bases": bases, "talk": {"neighbourhood": {"words": {"resident": "een bankje"}}}}), "no-basis"),
        (json!({"bases": bases, "first_step": {"text": "bellen"}, "answers": {"d:XX": {"answer": 7}}}), "invalid"),
        (json!({"bases": bases, "instrument": "geen@1"}), "not-found"),
    ] {
        let mut whole = file.clone();
        whole.as_object_mut().expect("an object").extend(wrong.as_object().expect("an object").clone());
        let name = world.write("talk.json", whole.to_string());
        let said = crate::world::said(world.command(&["conversation", "add", &resident, &name]).arg("--json"));
        assert_eq!((said.code, &said.complaint()["failure"]), (4, &json!(failure)), "the engine's own rule: {said:?}");
        assert_eq!(said.out, "", "no id of something that is not there");
    }
    let dossier = world.json(&["resident", "show", &resident]);
    assert_eq!(dossier["conversations"], json!([]), "half a conversation is none");
    assert_eq!(dossier["plan"]["steps"], json!({}), "no step is left in the plan");
    let bases = dossier["dossier"]["bases"].as_object().expect("bases");
    assert!(bases.values().all(|basis| !basis["withdrawn"].is_null()), "what was recorded for it was withdrawn");
    assert_eq!(world.json(&["verify"])["problems"], json!([]), "and all is well");
}

#[test]
fn a_file_that_is_not_as_it_should_be_is_told_by_its_place_and_never_quoted() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    let file = world.write("talk.json", "{\n  \"format\": \"geheime woorden van An\"\n}");
    let said = world.run(&["conversation", "add", &resident, &file]);
    assert_eq!(said.code, 4, "refused: {said:?}");
    assert!(said.err.contains("line 2"), "with the place: {said:?}");
    assert!(!said.err.contains("geheime"), "what people wrote is not repeated in an error: {said:?}");
}

#[test]
fn erasing_needs_the_name() {
    let (world, _) = World::set_up();
    let resident = world.resident("An");
    let talk = world.talk(&resident, SMALL);
    for erase in [["erase", "conversation", &talk], ["erase", "resident", &resident]] {
        let wrong = world.run(&[&erase[..], &["--confirm", "Joop"]].concat());
        assert_eq!(wrong.code, 4, "another name erases nothing: {wrong:?}");
        let right = world.run(&[&erase[..], &["--confirm", "an"]].concat());
        assert_eq!(right.code, 0, "the name was typed: {right:?}");
    }
    assert_eq!(world.run(&["conversation", "show", &talk]).code, 4, "the talk is gone");
    assert_eq!(world.json(&["resident", "list"])["residents"], json!([]), "and so is An");
}

#[test]
fn a_resident_comes_from_flags_or_from_the_input_and_is_found_by_name() {
    use std::{io::Write, process::Stdio};
    let (world, _) = World::set_up();
    world.json(&["resident", "add", "--name", "An", "--form", "je", "--decade", "1950", "--neighbourhood", "Oost"]);
    // A name that is no argument is seen by nobody else on the machine.
    let mut adding = world
        .command(&["resident", "add", "--file", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = adding.stdin.take().expect("its input");
    input.write_all(br#"{"name": "Fatma", "form": "je"}"#).expect("it reads");
    drop(input);
    assert!(adding.wait_with_output().expect("it ends").status.success(), "read from the input");
    let found = world.json(&["resident", "list", "--find", "fat"]);
    assert_eq!(found["residents"][0]["name"], json!("Fatma"), "found by how her name begins");
    assert_eq!(found["residents"].as_array().map(Vec::len), Some(1), "and only she");
    let refused = world.run(&["resident", "add", "--name", " "]);
    assert_eq!(refused.code, 4, "somebody without a name cannot be found: {refused:?}");
}
