//! Comes back with a recovery sheet at the command line, through a real relay.

use serde_json::json;

use super::{folder::Folder, post::Post, two_folders::shared_resident};

#[test]
fn a_folder_that_is_gone_comes_back_with_code_and_line() {
    let mut post = Post::start();
    let (other, code_of_other) = Folder::begun_with_code("Cor");
    let (dia, code) = Folder::begun_with_code("Dia");
    let line = {
        dia.json(&["team", "create", "--name", "Team Zuid", "--relay", &post.address(), "--sync"]);
        shared_resident(&dia, "Joop", "hij tuiniert");
        let refused = dia.run(&["sheet", "put", "--code-file", &code_of_other]);
        assert_eq!(refused.code, Some(3), "another folder's code: {refused:?}");
        dia.forget_guesses();
        let sheet = dia.json(&["sheet", "put", "--code-file", &code, "--sync"]);
        assert_eq!(sheet["teams"][0]["state"], json!("waiting"), "it was asked for: {sheet}");
        let sheet = dia.json(&["sheet", "show"]);
        assert_eq!(sheet["teams"][0]["state"], json!("on"), "and the relay has heard of it: {sheet}");
        sheet["teams"][0]["line"].as_str().expect("a line").to_owned()
    };
    let new = Folder::of("Dia");
    new.write("code", &std::fs::read_to_string(&code).expect("the code was kept"));
    drop(dia);
    let code = new.beside("code");
    let back = ["team", "bring-back", "--line", &line, "--name", "Team Zuid", "--code-file", &code];
    post.kill();
    assert_eq!(new.run(&back).code, Some(8), "without the relay: try again later");
    post.start_again();
    let slip = line.replacen('0', "8", 1);
    let slipped = new.run(&["team", "bring-back", "--line", &slip, "--code-file", &code]);
    assert_eq!(slipped.code, Some(4), "a slip in the line: {slipped:?}");
    assert_eq!(new.json(&back)["done"], json!("Team Zuid"), "with the relay it comes back");
    let again = new.run(&back);
    assert_eq!(again.code, Some(4), "it is in that team now: {again:?}");
    new.sync();
    let names: Vec<_> = new.json(&["resident", "list"])["residents"].as_array().expect("rows").clone();
    assert_eq!(names.len(), 1, "with the dossier: {names:?}");
    assert_eq!(new.json(&["verify"])["problems"], json!([]), "all is whole");
    let wrong = ["team", "bring-back", "--line", &line, "--code-file", &code_of_other];
    let wrong = other.run(&wrong);
    assert_eq!(
        (wrong.code, wrong.out.as_str()),
        (Some(4), ""),
        "with another code the relay lets nobody in: {wrong:?}"
    );
}

#[test]
fn a_new_code_from_the_command_line_replaces_the_sheet() {
    let post = Post::start();
    let (dia, old) = Folder::begun_with_code("Dia");
    dia.json(&["team", "create", "--name", "Team Zuid", "--relay", &post.address(), "--sync"]);
    dia.json(&["sheet", "put", "--code-file", &old, "--sync"]);
    let new = dia.beside("new-code");
    let made = dia.json(&["sheet", "new", "--recovery-file", &new, "--sync"]);
    assert_eq!(made["recovery_file"], json!(new), "it stands in the file and nowhere else: {made}");
    assert_eq!(made["teams"][0]["state"], json!("waiting"), "the team is put on the sheet with it: {made}");
    let sheet = dia.json(&["sheet", "show"]);
    assert_eq!(sheet["teams"][0]["state"], json!("on"), "and the relay has heard of it: {sheet}");
    let line = sheet["teams"][0]["line"].as_str().expect("a line");
    let found = Folder::of("Dia");
    let (before, after) = (std::fs::read_to_string(&old).expect("kept"), std::fs::read_to_string(&new).expect("kept"));
    assert_ne!(before, after, "it is another code");
    found.write("code", &before);
    let code = found.beside("code");
    let back = ["team", "bring-back", "--line", line, "--name", "Team Zuid", "--code-file", &code];
    assert_eq!(found.run(&back).code, Some(4), "the old one lets nobody in");
    found.write("code", &after);
    assert_eq!(found.json(&back)["done"], json!("Team Zuid"), "the new one does");
}
