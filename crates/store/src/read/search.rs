//! Searching everything that was written.

use domain::{ConversationId, Date, ResidentId};
use rusqlite::params;

use crate::{
    error::Error,
    sql,
    store::Reader,
    table::written::WrittenKind,
    value::{maybe_day, named},
};

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// In whose scope.
    pub resident: ResidentId,
    /// The resident's name; empty where the dossier is not on this device.
    pub name: String,
    /// The conversation it stands in, with its day; nothing for dossier and plan.
    pub conversation: Option<(ConversationId, Date)>,
    /// What kind of text it is.
    pub kind: WrittenKind,
    /// A part of the text around what was found, in pieces.
    pub snippet: Vec<Piece>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether this is what was looked for.
    pub found: bool,
}

/// Control characters that no written text has (see `domain::text`); they mark the found words in a snippet.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// How many words a snippet has.
const SNIPPET_WORDS: u8 = 16;

impl Reader<'_> {
    /// Texts that have every word of `typed`, the last one as a beginning; upper case and accents do not matter. The text
    /// written last comes first; at most `limit` hits.
    pub fn search(&self, typed: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let Some(expression) = expression(typed) else { return Ok(Vec::new()) };
        let query = format!(
            "SELECT written.resident, coalesce((SELECT name FROM resident WHERE id = written.resident), ''),
                    conversation.id, conversation.on_day, written.kind,
                    snippet(search, 0, '{OPEN}', '{CLOSE}', '…', {SNIPPET_WORDS})
             FROM search JOIN written ON written.id = search.rowid
             LEFT JOIN conversation ON conversation.id = written.owner
             WHERE search MATCH ?1 AND {} ORDER BY search.rowid DESC LIMIT ?2",
            self.shown("written.resident")
        );
        Ok(sql::all(self.db, &query, params![expression, limit], |row| {
            let conversation = row.get::<_, Option<_>>(2)?.map(ConversationId).zip(maybe_day(row, 3)?);
            Ok(Hit {
                resident: ResidentId(row.get(0)?),
                name: row.get(1)?,
                conversation,
                kind: named(row, 4, WrittenKind::named)?,
                snippet: pieces(row.get_ref(5)?.as_str()?),
            })
        })?)
    }
}

/// The words as FTS5 wants them: each in quotes, so that nothing a person types is taken for an operator.
fn expression(typed: &str) -> Option<String> {
    let words: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    let ends_in_word = typed.ends_with(char::is_alphanumeric);
    (!words.is_empty()).then(|| words.join(" ") + if ends_in_word { "*" } else { "" })
}

fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (n, part) in marked.split(OPEN).enumerate() {
        let (found, rest) = if n == 0 { ("", part) } else { part.split_once(CLOSE).unwrap_or((part, "")) };
        for (text, found) in [(found, true), (rest, false)] {
            if !text.is_empty() {
                pieces.push(Piece { text: text.to_owned(), found });
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_types_is_words_and_never_an_operator() {
        assert_eq!(expression("samen NOT (eten"), Some("\"samen\" \"NOT\" \"eten\"*".into()), "every word is quoted");
        assert_eq!(
            expression("opa's tuin "),
            Some("\"opa\" \"s\" \"tuin\"".into()),
            "a word followed by a space is complete"
        );
        assert_eq!(expression(" \"*- "), None, "without a letter or digit there is nothing to look for");
    }

    #[test]
    fn a_snippet_falls_into_what_was_found_and_the_rest() {
        let texts: Vec<(String, bool)> = pieces("wil \u{2}graag\u{3} naar\u{2}buiten\u{3}")
            .into_iter()
            .map(|piece| (piece.text, piece.found))
            .collect();
        let expected = [("wil ", false), ("graag", true), (" naar", false), ("buiten", true)];
        assert_eq!(texts, expected.map(|(text, found)| (text.to_owned(), found)), "pieces follow the marks");
    }
}
