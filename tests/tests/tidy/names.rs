//! Names that say nothing, and files that hide behind one another's name.

use proc_macro2::TokenTree;

use super::finding::{Finding, none_of};
use super::tokens;
use super::tree::{Source, rust_files};

/// Words that fit everything and so say nothing.
const EMPTY_WORDS: &[&str] = &["manager", "service", "helper", "util", "processor"];

/// What names a thing in Rust.
const KEYWORDS: &[&str] = &["struct", "enum", "trait", "type", "union", "mod"];

const REMEDY: &str = "name it after what it is or does, in a word of the field";

#[test]
fn no_file_is_called_mod() {
    let hidden = rust_files().into_iter().filter(|file| file.name() == "mod.rs");
    let remedy = |path: &str| format!("move it to {}.rs, beside its folder", path.trim_end_matches("/mod.rs"));
    let findings =
        hidden.map(|file| Finding::in_file(&file.path, "ten tabs of this name look alike", remedy(&file.path)));
    none_of("A file named `mod.rs`:", findings.collect());
}

#[test]
fn no_name_is_a_word_that_fits_everything() {
    let findings = rust_files().iter().flat_map(|file| file_name(file).into_iter().chain(type_names(file))).collect();
    none_of("A name that says nothing:", findings);
}

fn file_name(file: &Source) -> Vec<Finding> {
    let stem = file.name().trim_end_matches(".rs");
    let empty = stem.split('_').find(|word| is_empty(word));
    empty.map(|word| Finding::in_file(&file.path, format!("`{word}` in the file's name"), REMEDY)).into_iter().collect()
}

fn type_names(file: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    tokens::each(tokens::of(file), &mut |level, at| {
        let named = KEYWORDS.iter().any(|keyword| tokens::is_word(level, at, keyword));
        if let (true, Some(TokenTree::Ident(name))) = (named, level.get(at + 1)) {
            let name = name.to_string();
            if words_of(&name).iter().any(|word| is_empty(word)) {
                findings.push(Finding::at(&file.path, tokens::line(&level[at]), format!("`{name}`"), REMEDY));
            }
        }
    });
    findings
}

fn is_empty(word: &str) -> bool {
    let word = word.to_lowercase();
    EMPTY_WORDS.iter().any(|empty| word == *empty || word == format!("{empty}s"))
}

/// The words of `CamelCase` or `snake_case`.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in name.chars() {
        if letter == '_' || letter.is_uppercase() {
            words.push(String::new());
        }
        if let (Some(word), true) = (words.last_mut(), letter != '_') {
            word.push(letter);
        }
    }
    words
}
