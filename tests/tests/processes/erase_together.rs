//! An owner and a second person erase a dossier at the command line, each in a folder of their own.

use serde_json::{Value, json};

use super::{folder::Folder, pair::team, post::Post, two_folders::shared_resident};

/// The one dossier that can be erased together.
fn listed(folder: &Folder) -> Value {
    let listed = folder.json(&["erase", "others"]);
    let dossiers = listed["dossiers"].as_array().expect("a list");
    dossiers.first().cloned().unwrap_or_default()
}

/// What somebody types who has this listed.
fn typed(listed: &Value) -> Vec<String> {
    let text = |field: &str| listed[field].as_str().expect("a field").to_owned();
    let words =
        ["erase", "agree", &text("dossier"), "--confirm", &text("reference"), "--seen", &text("seen"), "--sync"];
    words.map(str::to_owned).to_vec()
}

fn agree(folder: &Folder, shown: &Value) -> Value {
    let typed = typed(shown);
    folder.json(&typed.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn two_folders_erase_together_what_one_of_them_keeps() {
    let post = Post::start();
    let [ans, bo] = team(&post, "Team Noord", ["Ans", "Bo"]);
    let fatma = shared_resident(&bo, "Fatma", "zij slaapt slecht");
    bo.sync();
    ans.sync();
    let shown = listed(&ans);
    assert_eq!((&shown["name"], &shown["step"]), (&json!("Fatma"), &json!({ "ask": {} })), "Ans, an owner, can ask");
    let mut other = typed(&shown);
    other[4] = "0000-0000".to_owned();
    let refused = ans.run(&other.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(refused.code, Some(4), "another reference is another dossier: {refused:?}");
    assert!(refused.err.contains("not-confirmed"), "and that is told: {refused:?}");

    let asked = agree(&ans, &shown);
    assert_eq!(asked["step"], json!({ "waits": { "both": false, "here": true } }), "it waits for Bo: {asked}");
    bo.sync();
    let shown = listed(&bo);
    assert_eq!(shown["step"]["agree"]["by"]["name"], json!("Ans"), "Bo is asked, and by whom");
    agree(&bo, &shown);
    let back = bo.json(&["erase", "take-back", &fatma]);
    assert!(back["saved_ms"].is_number(), "who has agreed can take it back: {back}");
    agree(&bo, &shown);
    ans.sync();
    bo.sync();
    for folder in [&ans, &bo] {
        assert_eq!(folder.json(&["resident", "list"])["residents"], json!([]), "gone from both");
        assert_eq!(listed(folder), Value::Null, "nobody is asked any more");
    }
}
