//! Rust files as tokens: comments are gone, strings are whole, and what stands inside `view!` is seen like any other code.

use std::str::FromStr;

use proc_macro2::{Delimiter, Literal, TokenStream, TokenTree};

use super::tree::Source;

/// The tokens of a file.
pub fn of(source: &Source) -> TokenStream {
    TokenStream::from_str(&source.text).unwrap_or_else(|error| panic!("{} is no Rust: {error}", source.path))
}

/// The tokens of a file without what only its tests are made of.
pub fn without_tests(source: &Source) -> TokenStream {
    split(of(source)).0
}

/// The tokens of a file that only its tests are made of.
pub fn tests_only(source: &Source) -> TokenStream {
    split(of(source)).1
}

/// Calls `see` with every token and its neighbours: the tokens of one level, and the place among them.
pub fn each(stream: TokenStream, see: &mut impl FnMut(&[TokenTree], usize)) {
    let level: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in level.iter().enumerate() {
        see(&level, at);
        if let TokenTree::Group(group) = token {
            each(group.stream(), see);
        }
    }
}

/// The line of a token, from 1.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}

/// Whether the token at this place is that word.
pub fn is_word(level: &[TokenTree], at: usize, word: &str) -> bool {
    matches!(level.get(at), Some(TokenTree::Ident(ident)) if ident == word)
}

/// Whether the token at this place is a name with a capital.
pub fn is_capitalised(level: &[TokenTree], at: usize) -> bool {
    matches!(level.get(at), Some(TokenTree::Ident(ident)) if ident.to_string().starts_with(char::is_uppercase))
}

/// Whether the token at this place is that sign.
pub fn is_sign(level: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(level.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// What stands between the brackets at this place, if there are brackets of this kind.
pub fn inside(level: &[TokenTree], at: usize, delimiter: Delimiter) -> Option<TokenStream> {
    match level.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

/// The text of the token at this place, if it is a plain string.
pub fn text(level: &[TokenTree], at: usize) -> Option<String> {
    match level.get(at) {
        Some(TokenTree::Literal(literal)) => plain(literal),
        _ => None,
    }
}

fn plain(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    Some(written.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// What a file is made of, and what only its tests are made of: each item after `#[cfg(test)]` or `#[test]`.
fn split(stream: TokenStream) -> (TokenStream, TokenStream) {
    let level: Vec<TokenTree> = stream.into_iter().collect();
    let (mut code, mut tests) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < level.len() {
        if opens_tests(&level, at) {
            let end = end_of_item(&level, at);
            tests.extend(level[at..end].iter().cloned());
            at = end;
        } else {
            code.push(level[at].clone());
            at += 1;
        }
    }
    (code.into_iter().collect(), tests.into_iter().collect())
}

fn opens_tests(level: &[TokenTree], at: usize) -> bool {
    let attribute = is_sign(level, at, '#').then(|| inside(level, at + 1, Delimiter::Bracket)).flatten();
    attribute.is_some_and(|words| ["cfg(test)", "test"].contains(&words.to_string().replace(' ', "").as_str()))
}

/// One past the item that begins here: its last brace or semicolon.
fn end_of_item(level: &[TokenTree], from: usize) -> usize {
    let last = (from..level.len()).find(|&at| is_sign(level, at, ';') || inside(level, at, Delimiter::Brace).is_some());
    last.map_or(level.len(), |last| last + 1)
}

#[test]
fn tests_are_told_from_code() {
    let text = "//! Text.\nfn a() { t(\"x\") }\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}".to_owned();
    let source = Source { path: "a.rs".to_owned(), text };
    let (code, tests) = (without_tests(&source).to_string(), tests_only(&source).to_string());
    assert!(
        code.contains("fn a") && code.contains("fn c") && !code.contains("fn b"),
        "only the tests are taken out: {code}"
    );
    assert!(tests.contains("fn b") && !tests.contains("fn c"), "the item ends at its brace: {tests}");
}

#[test]
fn strings_are_found_inside_macros_and_not_in_comments() {
    let text = "//! \"no\"\nfn a() { view! { <p class=\"yes\">{ t(\"also\") }</p> } // \"no\"\n }".to_owned();
    let mut found = Vec::new();
    each(without_tests(&Source { path: "a.rs".to_owned(), text }), &mut |level, at| {
        let in_doc = at > 1 && is_word(level, at - 2, "doc");
        found.extend(text_unless(in_doc, level, at));
    });
    assert_eq!(found, ["yes", "also"], "what the compiler sees, no more");
}

#[cfg(test)]
fn text_unless(hidden: bool, level: &[TokenTree], at: usize) -> Option<String> {
    if hidden { None } else { text(level, at) }
}
