//! Whatever is asked at the command line of a team, no key is said.

use std::fmt::Write as _;

use data_encoding::{BASE32, BASE64, BASE64URL};
use serde_json::json;

use super::{pair::team, post::Post, two_folders::shared_resident};

/// A secret in every way in which bytes are written down.
fn written(secret: &[u8]) -> Vec<String> {
    let hex = secret.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let numbers = json!(secret).to_string();
    let inside = |text: String| text.trim_end_matches('=').to_owned();
    let coded = [BASE64.encode(secret), BASE64URL.encode(secret), BASE32.encode(secret)].map(inside);
    // The last sign of a code depends on what follows; the numbers stand inside brackets.
    let coded = coded.map(|text| text.split_at(text.len() - 1).0.to_owned());
    coded.into_iter().chain([hex.to_uppercase(), hex, numbers.trim_matches(['[', ']']).to_owned()]).collect()
}

#[test]
fn no_command_of_a_team_says_a_key() {
    let post = Post::start();
    let [ans, bo] = team(&post, "Team Noord", ["Ans", "Bo"]);
    let code = ans.write("wrong-code", "AAAAA-AAAAA");
    let resident = shared_resident(&ans, "Fatma", "zij slaapt slecht");
    ans.sync();
    bo.sync();
    let alone = shared_resident(&ans, "Joop", "hij tuiniert");
    let members = bo.json(&["team", "members"]);
    let of_ans = members["people"][1]["person"]["name"].as_str().expect("a name").to_owned();
    assert_eq!(of_ans, "Ans", "Bo knows with whom: {members}");
    let basis = ans.json(&["sharing", &resident])["shares"][0]["basis"].as_str().expect("a basis").to_owned();
    let before = [ans.keys(), bo.keys()];
    for (folder, arguments) in [
        (&ans, vec!["sync"]),
        (&ans, vec!["state"]),
        (&ans, vec!["team", "members"]),
        (&bo, vec!["state"]),
        (&ans, vec!["sharing", &resident]),
        (&ans, vec!["sheet", "show"]),
        (&ans, vec!["sheet", "put", "--code-file", &code]),
        (&ans, vec!["verify"]),
        (&ans, vec!["rebuild"]),
        (&ans, vec!["access-log"]),
        (&ans, vec!["erase", "others"]),
        (&ans, vec!["withdraw", &resident, &basis, "--sync"]),
        (&bo, vec!["sync"]),
        (&ans, vec!["erase", "resident", &alone, "--confirm", "Joop", "--sync"]),
        (&bo, vec!["team", "leave", "--sync"]),
        (&ans, vec!["sync"]),
    ] {
        let said = folder.run(&arguments);
        assert!(said.code.is_some_and(|code| code != 2), "{arguments:?} is a command: {said:?}");
        folder.forget_guesses();
    }
    for (folder, keys) in [&ans, &bo].into_iter().zip(before) {
        assert!(keys.len() > 2, "a seed, and keys of the team and of a dossier: {}", keys.len());
        for secret in keys.into_iter().chain(folder.keys()).flat_map(|key| written(&key)) {
            assert!(!folder.said().contains(&secret), "a command said something that opens what is shared");
        }
    }
}

#[test]
fn a_key_that_is_said_would_be_seen() {
    let key: Vec<u8> = (100..132).collect();
    let hex = "6465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f80818283";
    let said = format!(r#"{{"hex":"{hex}","numbers":{},"code":"{}"}}"#, json!(key), BASE64.encode(&key));
    let seen = written(&key).into_iter().filter(|secret| said.contains(secret)).count();
    assert!(seen >= 3, "in hexadecimal, in numbers and in Base64: {seen}");
}
