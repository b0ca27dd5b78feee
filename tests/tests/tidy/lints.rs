//! Every package obeys the workspace's lints; exceptions are small and give a reason.

use proc_macro2::{Delimiter, TokenTree};

use super::arrows::member_folders;
use super::finding::{Finding, none_of};
use super::tokens;
use super::tree::{file, rust_files};

#[test]
fn every_package_takes_the_lints_of_the_workspace() {
    let manifests = member_folders().into_iter().map(|folder| file(&format!("{folder}/Cargo.toml")));
    let lax = manifests.filter(|manifest| !manifest.text.replace(' ', "").contains("[lints]\nworkspace=true"));
    let remedy = "end the file with `[lints]` and `workspace = true`";
    none_of(
        "A package without the lints:",
        lax.map(|manifest| Finding::in_file(manifest.path, "no lints", remedy)).collect(),
    );
}

/// The one file that may let unsafe code pass: what Tauri's macro makes of a phone's way in.
const MAY_LET_UNSAFE_PASS: &str = "src-tauri/src/mobile.rs";

#[test]
fn nothing_is_unsafe() {
    let mut findings = Vec::new();
    for file in rust_files() {
        tokens::each(tokens::of(&file), &mut |level, at| {
            let is_lax = tokens::is_word(level, at, "unsafe_code") && file.path != MAY_LET_UNSAFE_PASS;
            if tokens::is_word(level, at, "unsafe") || is_lax {
                let remedy = "use a library that does it, safe to call";
                findings.push(Finding::at(&file.path, tokens::line(&level[at]), "unsafe code", remedy));
            }
        });
    }
    none_of("Unsafe code:", findings);
}

#[test]
fn every_allowed_lint_says_why() {
    let mut findings = Vec::new();
    for file in rust_files() {
        tokens::each(tokens::of(&file), &mut |level, at| {
            let inner =
                tokens::is_sign(level, at, '#').then(|| tokens::inside(level, at + 1, Delimiter::Bracket)).flatten();
            let outer =
                tokens::is_sign(level, at, '#').then(|| tokens::inside(level, at + 2, Delimiter::Bracket)).flatten();
            let Some(attribute) = inner.or(outer) else { return };
            let words: Vec<TokenTree> = attribute.into_iter().collect();
            let lets_pass = tokens::is_word(&words, 0, "allow") || tokens::is_word(&words, 0, "expect");
            let why = words.get(1).is_some_and(|group| group.to_string().contains("reason"));
            if lets_pass && !why {
                let remedy = "mend what the lint found, or add `reason = \"…\"`";
                findings.push(Finding::at(&file.path, tokens::line(&level[at]), "a lint is switched off", remedy));
            }
        });
    }
    none_of("A lint is switched off without a reason:", findings);
}
