//! The words on screen: every key that is asked for has words in every language, and no words stand there for nothing.

mod asked;
mod made;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use content::messages;
use domain::Language;

use super::finding::{Finding, none_of};
use asked::{Asked, asked_for};

#[test]
fn every_key_that_is_asked_for_has_words_in_every_language() {
    let mut findings = Vec::new();
    for Asked { key, file, line } in asked_for().keys {
        let remedy = "write it in content/locales/, or correct the key";
        let lacking = lacking(&key);
        findings.extend(
            lacking.map(|lacking| Finding::at(file, line, format!("`{key}` has no words in {lacking}"), remedy)),
        );
    }
    none_of("A key without words:", findings);
}

#[test]
fn every_key_that_is_put_together_is_listed() {
    let unlisted = asked_for().shapes.into_iter().filter(|asked| !made::MADE.iter().any(|made| made.fits(&asked.key)));
    let remedy = "add it to MADE in tests/tests/tidy/words/made.rs with the names that can stand in it";
    let findings = unlisted
        .map(|asked| Finding::at(asked.file, asked.line, format!("`{}` is put together here", asked.key), remedy));
    none_of("A key that cannot be checked:", findings.collect());
}

#[test]
fn every_key_that_can_be_put_together_has_words_in_every_language() {
    let mut findings = Vec::new();
    for key in made::keys() {
        let remedy = "write them, or correct the line in tests/tests/tidy/words/made.rs";
        let lacking = lacking(&key);
        findings.extend(
            lacking.map(|lacking| {
                Finding::in_file("content/locales", format!("`{key}` has no words in {lacking}"), remedy)
            }),
        );
    }
    none_of("A key without words:", findings);
}

#[test]
fn every_key_in_the_locale_files_is_used() {
    let asked = asked_for();
    let made = made::keys();
    // One language stands for all: `crates/content` tests that they have the same keys.
    let unused = keys(Language::Nl).into_iter().filter(|(key, _)| !asked.texts.contains(key) && !made.contains(key));
    let findings = unused.map(|(key, name)| {
        let path = format!("content/locales/nl/{name}");
        let line = super::tree::file(&path).line_of(&format!("{key} ="));
        Finding::at(path, line, format!("nothing asks for `{key}`"), "use it, or take it out in every language")
    });
    none_of("Words that nobody sees:", findings.collect());
}

#[test]
fn every_listed_key_is_still_put_together_somewhere() {
    let written = asked_for().put_together;
    let stale = made::MADE.iter().filter(|made| !written.iter().any(|written| made.fits(written)));
    let findings = stale.map(|made| {
        let what = format!("nothing puts `{}` together", made.shape);
        Finding::in_file("tests/tests/tidy/words/made.rs", what, "take the line out")
    });
    none_of("A line of the table that is no longer needed:", findings.collect());
}

/// The keys of a language with the file each stands in.
fn keys(language: Language) -> BTreeMap<String, &'static str> {
    messages(language).into_iter().map(|message| (message.key, message.file)).collect()
}

/// The languages that have no words for a key, if there are any.
fn lacking(key: &str) -> Option<String> {
    static KEYS: LazyLock<Vec<(Language, BTreeMap<String, &str>)>> =
        LazyLock::new(|| Language::ALL.into_iter().map(|language| (language, keys(language))).collect());
    let lacking: Vec<&str> =
        KEYS.iter().filter(|(_, keys)| !keys.contains_key(key)).map(|(language, _)| language.tag()).collect();
    (!lacking.is_empty()).then(|| lacking.join(" and "))
}
