//! Every call of the screens is made by at least one test.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use super::finding::{Finding, none_of};
use super::tokens;
use super::tree::{Source, file, files};

const LIST: &str = "crates/api/src/list.rs";

#[test]
fn every_command_is_called_by_a_test() {
    let named = words_of_tests();
    let list = file(LIST);
    let calls = calls(&list);
    assert_eq!(calls.len(), api::COMMANDS.len(), "{LIST} is read as the compiler reads it");
    let untested = calls.iter().filter(|(_, request)| !named.contains(request));
    let findings = untested.map(|(command, request)| {
        let remedy = format!("write a test that sends `{request}`, in crates/engine/tests or in tests/tests");
        Finding::at(LIST, list.line_of(&format!(" {command}: ")), format!("no test calls `{command}`"), remedy)
    });
    none_of("A command without a test:", findings.collect());
}

/// Every command with its request type: `name: Request =>` in the one list.
fn calls(list: &Source) -> Vec<(String, String)> {
    let mut calls = Vec::new();
    tokens::each(tokens::of(list), &mut |level, at| {
        let is_call = tokens::is_sign(level, at + 1, ':')
            && tokens::is_sign(level, at + 3, '=')
            && tokens::is_sign(level, at + 4, '>');
        if let (true, TokenTree::Ident(name), Some(TokenTree::Ident(request))) =
            (is_call, &level[at], level.get(at + 2))
        {
            calls.push((name.to_string(), request.to_string()));
        }
    });
    // A type begins with a capital; the macro's own `$request:ident =>` does not.
    calls.retain(|(_, request)| request.starts_with(char::is_uppercase));
    calls
}

/// Every word in the code of tests: those of the product, of the engine, and inside the engine's files.
fn words_of_tests() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let outside = files(&["tests/src", "tests/tests", "crates/testkit/src", "crates/engine/tests"], &["rs"]);
    let outside = outside.iter().filter(|file| !file.path.contains("/tidy"));
    outside.for_each(|file| add_words(tokens::of(file), &mut words));
    for file in files(&["crates/engine/src"], &["rs"]) {
        let whole = file.path.ends_with("/tests.rs") || file.path.contains("/tests/");
        add_words(if whole { tokens::of(&file) } else { tokens::tests_only(&file) }, &mut words);
    }
    words
}

fn add_words(code: TokenStream, words: &mut BTreeSet<String>) {
    tokens::each(code, &mut |level, at| {
        if let TokenTree::Ident(word) = &level[at] {
            words.insert(word.to_string());
        }
    });
}
