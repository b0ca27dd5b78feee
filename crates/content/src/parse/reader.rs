//! Walks the tree of a definition file, takes values out of it and collects what is wrong.

use std::str::FromStr;

use domain::Language;

use super::tree::{Node, Value};
use crate::problem::{Place, Problem, ProblemKind};

/// The most problems that are told; a file with more is better looked at by eye.
const PROBLEMS_MAX: usize = 100;
/// The most characters of a visible text.
pub(super) const CHARS_MAX: usize = 500;

/// A node with the keys that lead to it.
pub(super) struct At<'a> {
    pub(super) node: &'a Node,
    pub(super) path: String,
}

impl<'a> At<'a> {
    /// The value of a key, where this is a table that has it. Tells no problems.
    pub(super) fn entry(&self, key: &str) -> Option<Self> {
        let Value::Table(entries) = &self.node.value else { return None };
        let entry = entries.iter().find(|entry| entry.key == key)?;
        Some(Self { node: &entry.node, path: join(&self.path, key) })
    }

    /// The entries of a list, counted from 1; none where this is no list. Tells no problems.
    pub(super) fn entries(&self) -> Vec<Self> {
        let Value::List(items) = &self.node.value else { return Vec::new() };
        items
            .iter()
            .zip(1usize..)
            .map(|(node, number)| Self { node, path: join(&self.path, &number.to_string()) })
            .collect()
    }
}

/// A table whose keys were checked.
pub(super) struct Table<'a> {
    at: At<'a>,
}

impl<'a> Table<'a> {
    /// The value of a key that may be absent.
    pub(super) fn get(&self, key: &str) -> Option<At<'a>> {
        self.at.entry(key)
    }
}

/// What was found so far. Every method that reads returns nothing exactly when it has told a problem.
pub(super) struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
    /// The languages every phrase must have, once they are read.
    pub(super) languages: Vec<Language>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new(), languages: Vec::new() }
    }

    /// The whole, if nothing was wrong with any part of it; else what was wrong, in the order of the file.
    pub(super) fn finish<T>(mut self, whole: Option<T>) -> Result<T, Vec<Problem>> {
        match whole {
            Some(whole) if self.problems.is_empty() => Ok(whole),
            _ => {
                self.problems.sort_by_key(|problem| {
                    // What is missing has no place and comes after what is wrong; "there is more" comes last.
                    let position = problem.place.position;
                    (problem.what == ProblemKind::More, position.is_none(), position)
                });
                Err(self.problems)
            }
        }
    }

    pub(super) fn tell(&mut self, at: &At<'_>, what: ProblemKind) {
        self.tell_at(at.node.offset, &at.path, what);
    }

    fn tell_at(&mut self, offset: Option<usize>, path: &str, what: ProblemKind) {
        let (place, what) = match self.problems.len() {
            PROBLEMS_MAX.. => return,
            count if count + 1 == PROBLEMS_MAX => (Place::default(), ProblemKind::More),
            _ => {
                let position = offset.map(|offset| position(self.text, offset));
                (Place { position, path: path.to_owned() }, what)
            }
        };
        self.problems.push(Problem { file: self.file.to_owned(), place, what });
    }

    /// A table that may have only the keys `known`. Unknown keys are told, and the rest is read on.
    pub(super) fn table<'n>(&mut self, at: &At<'n>, known: &[&str]) -> Option<Table<'n>> {
        let Value::Table(entries) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "table" });
            return None;
        };
        for entry in entries.iter().filter(|entry| !known.contains(&entry.key.as_str())) {
            let key = shown(&entry.key);
            let known = known.iter().map(|&key| key.to_owned()).collect();
            self.tell_at(entry.offset, &join(&at.path, &key), ProblemKind::UnknownKey { key, known });
        }
        Some(Table { at: At { node: at.node, path: at.path.clone() } })
    }

    /// The value of a key that must be there.
    pub(super) fn required<'n>(&mut self, table: &Table<'n>, key: &'static str) -> Option<At<'n>> {
        let found = table.get(key);
        if found.is_none() {
            self.tell(&table.at, ProblemKind::MissingKey { key });
        }
        found
    }

    /// The entries of a list, of which there are `min` to `max`.
    pub(super) fn list<'n>(&mut self, at: &At<'n>, min: usize, max: usize) -> Option<Vec<At<'n>>> {
        let Value::List(items) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "list" });
            return None;
        };
        if !(min..=max).contains(&items.len()) {
            self.tell(at, ProblemKind::WrongCount { count: items.len(), min, max });
            return None;
        }
        Some(at.entries())
    }

    /// A visible text: something to see in it, not too long, on one line.
    pub(super) fn text(&mut self, at: &At<'_>) -> Option<String> {
        let Value::Text(text) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "text" });
            return None;
        };
        let chars = text.chars().count();
        let unwelcome = text.chars().find(|&character| is_unwelcome(character));
        let what = if chars > CHARS_MAX {
            ProblemKind::TooLong { chars, chars_max: CHARS_MAX }
        } else if let Some(character) = unwelcome {
            ProblemKind::ControlCharacter { code_point: u32::from(character) }
        } else if text.trim().is_empty() {
            ProblemKind::EmptyText
        } else {
            return Some(text.clone());
        };
        self.tell(at, what);
        None
    }

    /// A code of type `T`; `rule` names the rule that it breaks otherwise.
    pub(super) fn code<T: FromStr>(&mut self, at: &At<'_>, rule: &'static str) -> Option<T> {
        let Value::Text(text) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "text" });
            return None;
        };
        let code = text.parse().ok();
        if code.is_none() {
            self.tell(at, ProblemKind::BadCode { code: shown(text), rule });
        }
        code
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(&mut self, at: &At<'_>, choices: &[(T, &str)]) -> Option<T> {
        let Value::Text(text) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "text" });
            return None;
        };
        let choice = choices.iter().find(|(_, name)| name == text).map(|(choice, _)| *choice);
        if choice.is_none() {
            let known = choices.iter().map(|(_, name)| (*name).to_owned()).collect();
            self.tell(at, ProblemKind::UnknownChoice { choice: shown(text), known });
        }
        choice
    }

    /// A whole number of `min` to `max`.
    pub(super) fn number(&mut self, at: &At<'_>, min: u32, max: u32) -> Option<u32> {
        let Value::Integer(integer) = &at.node.value else {
            self.tell(at, ProblemKind::WrongType { expected: "number" });
            return None;
        };
        let number = u32::try_from(*integer).ok().filter(|number| (min..=max).contains(number));
        if number.is_none() {
            self.tell(at, ProblemKind::OutOfRange { min, max });
        }
        number
    }

    /// Tells every name that stands there a second time.
    pub(super) fn tell_duplicates<'n>(&mut self, names: impl Iterator<Item = (String, At<'n>)>) {
        let mut seen = std::collections::HashSet::new();
        for (name, at) in names {
            if !seen.insert(name.clone()) {
                self.tell(&at, ProblemKind::Duplicate { code: shown(&name) });
            }
        }
    }
}

/// Characters that have no place in a label: control characters, and those that turn or hide writing.
fn is_unwelcome(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Text from the file as it may stand in a message: short, and without characters that could mislead.
pub(super) fn shown(text: &str) -> String {
    const SHOWN_CHARS_MAX: usize = 80;
    let mut shown: String =
        text.chars().take(SHOWN_CHARS_MAX).map(|c| if is_unwelcome(c) { '\u{fffd}' } else { c }).collect();
    if text.chars().nth(SHOWN_CHARS_MAX).is_some() {
        shown.push('…');
    }
    shown
}

/// Line and column of a byte offset, both from 1; the column counts characters.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    let column = before.get(line_start..).map_or(0, |line| line.chars().count()) + 1;
    (before.matches('\n').count() + 1, column)
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
