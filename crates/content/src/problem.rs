//! What can be wrong with a definition file, where, and what to do about it.

mod kind;

use std::{fmt, sync::LazyLock};

use domain::Language;

pub use kind::ProblemKind;

use crate::{Args, Words};

/// A place in a definition file. Every part is told where it is known; a file as a whole has none of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Line and column, both counted from 1. JSON files have them only for mistakes in the notation itself.
    pub position: Option<(usize, usize)>,
    /// The keys that lead there, such as `dimensions.2.items.3.label.nl`; list entries counted from 1. May be empty.
    pub path: String,
}

/// One thing that is wrong with a definition file. `Display` tells it in English; [`Problem::say`] in the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the file, as the caller gave it.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub what: ProblemKind,
}

impl Problem {
    /// File, place, what is wrong and what to do: one line to show to a person.
    #[must_use]
    pub fn say(&self, words: &Words) -> String {
        format!("{}: {} {}", self.say_place(words), self.say_what(words), self.say_remedy(words))
    }

    /// File and place alone.
    #[must_use]
    pub fn say_place(&self, words: &Words) -> String {
        let (line, column) = self.place.position.unwrap_or_default();
        let args = Args::new()
            .with("file", &self.file)
            .with("line", line)
            .with("column", column)
            .with("path", &self.place.path);
        let key = match (self.place.position.is_some(), self.place.path.is_empty()) {
            (true, true) => "instrument-place-line",
            (true, false) => "instrument-place-line-path",
            (false, false) => "instrument-place-path",
            (false, true) => "instrument-place-file",
        };
        words.say_with(key, &args)
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn say_what(&self, words: &Words) -> String {
        words.say_with(self.what.keys().0, &self.what.args(words))
    }

    /// What to do about it, as a sentence.
    #[must_use]
    pub fn say_remedy(&self, words: &Words) -> String {
        words.say_with(self.what.keys().1, &self.what.args(words))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        static ENGLISH: LazyLock<Words> = LazyLock::new(|| Words::new(Language::En));
        f.write_str(&self.say(&ENGLISH))
    }
}

impl std::error::Error for Problem {}
