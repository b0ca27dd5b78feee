//! Which keys the sources ask for: in `t("…")` and its like, as any other text, and put together with `format!`.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::tidy::tokens;
use crate::tidy::tree::{Source, files};

/// The functions and methods whose first text is a key.
const CALLS: &[&str] = &["t", "tr", "say", "say_with"];

/// Where words are asked for.
const PLACES: &[&str] = &["app/src", "cli/src", "crates", "src-tauri/src"];

/// A key, or the beginning of one, with the place that asks for it.
pub struct Asked {
    pub key: String,
    pub file: String,
    pub line: usize,
}

/// Everything that could ask for words.
#[derive(Default)]
pub struct AskedFor {
    /// Keys written out in a call.
    pub keys: Vec<Asked>,
    /// Keys that are put together in a call, with `{}` where a value stands.
    pub shapes: Vec<Asked>,
    /// Every text in the sources: a key may also stand in a table or be handed on.
    pub texts: BTreeSet<String>,
    /// Every text that is put together, in a call or elsewhere, with `{}` where a value stands.
    pub put_together: BTreeSet<String>,
}

/// Reads all sources, without their tests.
pub fn asked_for() -> AskedFor {
    let mut all = AskedFor::default();
    for file in files(PLACES, &["rs"]).iter().filter(|file| !file.path.contains("/tests/")) {
        tokens::each(tokens::without_tests(file), &mut |level, at| all.look(file, level, at));
    }
    all
}

impl AskedFor {
    fn look(&mut self, file: &Source, level: &[TokenTree], at: usize) {
        if let Some(text) = tokens::text(level, at).filter(|_| !is_class(level, at)) {
            self.texts.insert(text);
        }
        self.put_together.extend(put_together(level, at));
        let called = CALLS.iter().any(|call| tokens::is_word(level, at, call))
            && !tokens::is_word(level, at.wrapping_sub(1), "fn");
        if let (true, Some(arguments)) = (called, tokens::inside(level, at + 1, Delimiter::Parenthesis)) {
            tokens::each(first_argument(arguments), &mut |level, at| self.look_in_call(file, level, at));
        }
    }

    fn look_in_call(&mut self, file: &Source, level: &[TokenTree], at: usize) {
        let place = |key: String| Asked { key, file: file.path.clone(), line: tokens::line(&level[at]) };
        if let Some(shape) = put_together(level, at) {
            self.shapes.push(place(shape));
        }
        let compared = tokens::is_sign(level, at.wrapping_sub(1), '=') || tokens::is_sign(level, at + 1, '=');
        if let Some(key) = tokens::text(level, at).filter(|text| !compared && !text.contains('{')) {
            self.keys.push(place(key));
        }
    }
}

/// The tokens up to the first comma.
fn first_argument(arguments: TokenStream) -> TokenStream {
    arguments
        .into_iter()
        .take_while(|token| !matches!(token, TokenTree::Punct(sign) if sign.as_char() == ','))
        .collect()
}

/// The text of `format!("…")` at this place, with `{}` for each of its values.
fn put_together(level: &[TokenTree], at: usize) -> Option<String> {
    let is_format = tokens::is_word(level, at, "format") && tokens::is_sign(level, at + 1, '!');
    let inside: Vec<TokenTree> =
        tokens::inside(level, at + 2, Delimiter::Parenthesis).filter(|_| is_format)?.into_iter().collect();
    let written = tokens::text(&inside, 0)?;
    let mut pieces = written.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    Some(pieces.fold(first, |shape, piece| shape + "{}" + piece.split_once('}').map_or("", |(_, rest)| rest)))
}

/// `class="…"` names a style, not words.
fn is_class(level: &[TokenTree], at: usize) -> bool {
    at > 1 && tokens::is_sign(level, at - 1, '=') && tokens::is_word(level, at - 2, "class")
}
