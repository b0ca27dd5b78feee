//! The page that says which test shows what names tests that exist.

use super::finding::{Finding, none_of};
use super::tree::{file, rust_files};

const PAGE: &str = "docs/reliability.md";

#[test]
fn every_test_that_the_page_names_exists() {
    let sources = rust_files();
    let page = file(PAGE);
    let mut findings = Vec::new();
    for (line, text) in page.lines() {
        for name in text.split('`').skip(1).step_by(2).filter(|word| is_a_test(word)) {
            let there = sources.iter().any(|source| source.text.contains(&format!("fn {name}(")));
            let remedy = "write the name that the test has now";
            findings.extend((!there).then(|| Finding::at(PAGE, line, format!("no test is called `{name}`"), remedy)));
        }
    }
    none_of("A promise without its test:", findings);
}

/// A sentence in snake case.
fn is_a_test(word: &str) -> bool {
    word.matches('_').count() >= 3 && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
}
