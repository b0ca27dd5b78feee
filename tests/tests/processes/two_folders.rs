//! A team of two at the command line: let in, shared, written apart, together again, withdrawn.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{
    folder::Folder,
    pair::{pair, team},
    post::Post,
};

/// A conversation with a remark, and the basis where it is the first.
pub(super) fn talk(remark: &str, first: bool) -> String {
    let mut talk = json!({
        "format": "wijkweb-conversation/1",
        "instrument": "pg-volwassen@1",
        "present": ["resident"],
        "answers": {"d:MD": {"answer": 7, "remarks": [{"voice": "resident", "text": remark}]}},
    });
    if first {
        let basis = json!({"purpose": "keep", "ground": "consent", "given_by": "oneself", "told": "Wij bewaren dit.", "language": "nl"});
        talk["bases"] = json!([basis]);
    }
    talk.to_string()
}

/// The ids of a resident's conversations, in order.
pub(super) fn talks(folder: &Folder, resident: &str) -> Vec<String> {
    let list = folder.json(&["conversation", "list", resident]);
    let ids = list["conversations"].as_array().expect("a list").iter().map(|row| row["conversation"].as_str());
    let mut ids: Vec<String> = ids.map(|id| id.expect("an id").to_owned()).collect();
    ids.sort();
    ids
}

/// Adds a resident with one conversation and shares all of it with the team.
pub(super) fn shared_resident(folder: &Folder, name: &str, remark: &str) -> String {
    let profile = folder.write("profile.json", &json!({ "name": name }).to_string());
    let resident = folder.text(&["resident", "add", "--file", &profile], "resident");
    let file = folder.write("first.json", &talk(remark, true));
    folder.json(&["conversation", "add", &resident, &file]);
    let told = folder.write("told", "Het team mag meelezen.");
    folder.json(&["share", &resident, "--with", "team", "--what", "all", "--told", &told]);
    resident
}

#[test]
fn two_folders_and_a_relay_exchange_through_real_processes() {
    let mut post = Post::start();
    let [ans, bo] = team(&post, "Team Noord", ["Ans", "Bo"]);
    let members = |folder: &Folder| {
        let members = folder.json(&["team", "members"]);
        let people = members["people"].as_array().expect("people").clone();
        people.iter().map(|person| person["person"]["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(members(&ans), [json!("Ans"), json!("Bo")], "Ans sees who is in the team");
    assert_eq!(members(&bo), [json!("Bo"), json!("Ans")], "and so does Bo");

    let resident = shared_resident(&ans, "Fatma", "zij slaapt slecht");
    let state = ans.json(&["state", &resident]);
    assert_ne!(state["sync"]["waiting"], json!(0), "nothing is sent by itself: {state}");
    bo.sync();
    assert_eq!(bo.json(&["resident", "list"])["residents"], json!([]), "so Bo does not have it");
    ans.sync();
    bo.sync();
    assert_eq!(talks(&bo, &resident), talks(&ans, &resident), "after a sync of both Bo reads along");
    let words = bo.words(&["team", "members"]);
    assert!(
        words.contains("1 dossier is kept by Ans alone, and others read it"),
        "what depends on Ans is told: {words}"
    );
    let state = ans.json(&["state", &resident]);
    let records = state["dossiers"][0]["records"].as_array().expect("records").clone();
    assert!(records.iter().all(|record| record["at"]["at-relay"].is_object()), "all of it is at the relay: {state}");

    // A day without a network.
    post.kill();
    for (folder, remark) in [(&ans, "de tuin"), (&bo, "het koor")] {
        let file = folder.write("apart.json", &talk(remark, false));
        let said = folder.run(&["conversation", "add", &resident, &file, "--sync"]);
        assert_eq!(said.code, Some(8), "kept here, and the relay is not there: {said:?}");
        assert!(said.object()["conversation"].is_string(), "what was asked was done: {said:?}");
    }
    post.start_again();
    ans.sync();
    bo.sync();
    ans.sync();
    let all = talks(&ans, &resident);
    assert_eq!((all.len(), &talks(&bo, &resident)), (3, &all), "at night both have everything");
    for talk in &all {
        let show = |folder: &Folder| folder.json(&["conversation", "show", talk])["content"].clone();
        assert_eq!(show(&ans), show(&bo), "and the same in it");
    }

    let shares = ans.json(&["sharing", &resident])["shares"].clone();
    let basis = shares[0]["basis"].as_str().expect("a basis").to_owned();
    ans.json(&["withdraw", &resident, &basis, "--sync"]);
    bo.sync();
    assert_eq!(bo.json(&["resident", "list"])["residents"], json!([]), "withdrawn, it goes from Bo's device");
    for folder in [&ans, &bo] {
        assert_eq!(folder.json(&["verify"])["problems"], json!([]), "and all is whole on both");
    }
}

#[test]
fn a_program_that_gives_other_digits_lets_nobody_in() {
    let post = Post::start();
    let [ans, bo] = ["Ans", "Bo"].map(Folder::of);
    ans.json(&["team", "create", "--name", "Team Noord", "--relay", &post.address(), "--sync"]);
    let said = pair(&post, &ans, &bo, |_| "no digits at all".to_owned());
    for said in &said {
        assert_eq!(said.code, Some(4), "somebody may be in between: {said:?}");
        assert!(said.out.is_empty(), "so nothing was done: {said:?}");
    }
    assert_eq!(ans.json(&["team", "show"])["people"], json!(1), "Ans is alone in the team");
    assert_eq!(bo.run(&["team", "show"]).code, Some(4), "and Bo in none");
}

#[test]
fn watching_goes_on_until_it_is_stopped_and_has_the_folder_meanwhile() {
    use std::io::{BufRead, BufReader};
    let post = Post::start();
    let ans = Folder::of("Ans");
    assert_eq!(ans.run(&["sync"]).code, Some(4), "without a team there is nobody to exchange with");
    ans.json(&["team", "create", "--name", "Team Noord", "--relay", &post.address()]);
    let mut watching = ans.command(&["sync", "--watch"]);
    let mut watching = watching.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let told = BufReader::new(watching.stderr.take().expect("its error output")).lines();
    let rests = told.map(|line| serde_json::from_str::<Value>(&line.expect("a line")).expect("an object"));
    let rests = rests.map(|told| told["progress"].clone()).find(|doing| doing == "resting");
    assert!(rests.is_some(), "everything was exchanged, and it goes on");
    assert_eq!(ans.run(&["state"]).code, Some(6), "the folder is in use");
    let stopped = Command::new("kill").args(["-TERM", &watching.id().to_string()]).status().expect("it can be asked");
    assert!(stopped.success(), "it was asked to stop");
    let ended = watching.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(0), "and it ends well: {ended:?}");
    assert_eq!(ans.json(&["state"])["sync"]["waiting"], json!(0), "with everything at the relay");
}

#[test]
fn a_relay_that_is_gone_holds_up_no_other_team() {
    let (north, south) = (Post::start(), Post::start());
    let [ans, bo] = team(&south, "Team Zuid", ["Ans", "Bo"]);
    ans.json(&["team", "create", "--name", "Team Noord", "--relay", &north.address(), "--sync"]);
    let mut north = north;
    north.kill();
    let said = ans.run(&["resident", "list", "--team", "Team Oost"]);
    assert_eq!(said.code, Some(4), "a team that she is not in is refused: {said:?}");
    let teams = ans.json(&["team", "list"]);
    assert_eq!(teams["teams"].as_array().map(Vec::len), Some(2), "she is in both: {teams}");
    let said = ans.run(&["team", "members"]);
    assert_eq!(said.code, Some(4), "which one has to be said: {said:?}");
    let members = ans.json(&["team", "members", "--team", "Team Zuid"]);
    assert_eq!(members["people"].as_array().map(Vec::len), Some(2), "then it shows who is in it: {members}");

    let told = ans.write("told", "Het team mag meelezen.");
    let profile = ans.write("profile.json", &json!({ "name": "Joop" }).to_string());
    let joop = ans.text(&["resident", "add", "--file", &profile, "--team", "Team Zuid"], "resident");
    let file = ans.write("first.json", &talk("hij tuiniert", true));
    ans.json(&["conversation", "add", &joop, &file]);
    ans.json(&["share", &joop, "--with", "team", "--what", "all", "--told", &told]);
    let profile = ans.write("profile.json", &json!({ "name": "Gerrit" }).to_string());
    let gerrit = ans.text(&["resident", "add", "--file", &profile], "resident");
    ans.json(&["conversation", "add", &gerrit, &file]);
    let share = ["share", &gerrit, "--with", "team", "--what", "all", "--told", &told];
    let said = ans.run(&share);
    assert_eq!(said.code, Some(4), "with which team has to be said: {said:?}");
    ans.json(&[&share[..], &["--team", "team noord"]].concat());

    let said = ans.run(&["sync"]);
    assert_eq!(said.code, Some(8), "one relay is not there: {said:?}");
    bo.sync();
    assert_eq!(talks(&bo, &joop), talks(&ans, &joop), "the other team has what is its");
    let waiting = |name: &str| ans.json(&["state", "--team", name])["sync"]["waiting"].clone();
    assert_eq!(waiting("Team Zuid"), json!(0), "nothing waits for the team whose relay is there");
    assert_ne!(waiting("Team Noord"), json!(0), "what is for the other one does");
    north.start_again();
    ans.sync();
    assert_eq!(waiting("Team Noord"), json!(0), "until its relay is back");
    let copy = ans.text(&["bring-along", &joop, "Team Noord", "--told", &told], "resident");
    assert_ne!(copy, joop, "a copy is a dossier of its own");
    let names = ans.json(&["resident", "list", "--team", "Team Noord"]);
    assert_eq!(names["residents"].as_array().map(Vec::len), Some(2), "the list of a team shows what is its: {names}");
}
