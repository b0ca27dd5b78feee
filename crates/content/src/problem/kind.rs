//! The kinds of problem, as data; their words stand in `content/locales/*/instrument.ftl`.

use crate::{Args, Words};

/// What is wrong. Texts taken from the file are shortened and hold no control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file has more than this many bytes.
    TooLarge {
        /// The most a file may have.
        bytes_max: usize,
    },
    /// The bytes are not UTF-8.
    NotText,
    /// The notation (TOML or JSON) is broken.
    Syntax {
        /// `toml` or `json`.
        notation: &'static str,
        /// What the parser says, in English.
        message: String,
    },
    /// A value of another kind belongs here.
    WrongType {
        /// The kind that belongs here: `text`, `number`, `table` or `list`.
        expected: &'static str,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that can stand here.
        known: Vec<String>,
    },
    /// A key that must be here and is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A text without a visible character.
    EmptyText,
    /// A text that is too long for a screen.
    TooLong {
        /// How long it is, in characters.
        chars: usize,
        /// The most it may be.
        chars_max: usize,
    },
    /// A line break, another control character, or one that turns the direction of writing.
    ControlCharacter {
        /// Its Unicode number.
        code_point: u32,
    },
    /// A code with the wrong letters in it.
    BadCode {
        /// The code.
        code: String,
        /// Which rule it breaks: `kebab` or `capital`.
        rule: &'static str,
    },
    /// A word that is none of those that can stand here.
    UnknownChoice {
        /// The word.
        choice: String,
        /// The words that can stand here.
        known: Vec<String>,
    },
    /// A code or language that stands there a second time.
    Duplicate {
        /// What stands twice.
        code: String,
    },
    /// Words are missing in a language that the instrument says it has.
    MissingLanguage {
        /// The language's tag.
        language: &'static str,
    },
    /// There are words in a language that the instrument does not say it has.
    ExtraLanguage {
        /// The language's tag.
        language: &'static str,
    },
    /// A scale other than 0 to 10 in steps of 1.
    OtherScale,
    /// A whole number outside its range.
    OutOfRange {
        /// The least it may be.
        min: u32,
        /// The most it may be.
        max: u32,
    },
    /// Too few or too many entries in a list.
    WrongCount {
        /// How many there are.
        count: usize,
        /// The least there may be.
        min: usize,
        /// The most there may be.
        max: usize,
    },
    /// There are more problems than are told.
    More,
}

impl ProblemKind {
    /// The locale keys of what is wrong and of what to do.
    pub(super) const fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Self::TooLarge { .. } => ("instrument-problem-too-large", "instrument-remedy-too-large"),
            Self::NotText => ("instrument-problem-not-text", "instrument-remedy-not-text"),
            Self::Syntax { .. } => ("instrument-problem-syntax", "instrument-remedy-syntax"),
            Self::WrongType { .. } => ("instrument-problem-wrong-type", "instrument-remedy-wrong-type"),
            Self::UnknownKey { .. } => ("instrument-problem-unknown-key", "instrument-remedy-unknown-key"),
            Self::MissingKey { .. } => ("instrument-problem-missing-key", "instrument-remedy-missing-key"),
            Self::EmptyText => ("instrument-problem-empty-text", "instrument-remedy-empty-text"),
            Self::TooLong { .. } => ("instrument-problem-too-long", "instrument-remedy-too-long"),
            Self::ControlCharacter { .. } => {
                ("instrument-problem-control-character", "instrument-remedy-control-character")
            }
            Self::BadCode { .. } => ("instrument-problem-bad-code", "instrument-remedy-bad-code"),
            Self::UnknownChoice { .. } => ("instrument-problem-unknown-choice", "instrument-remedy-unknown-choice"),
            Self::Duplicate { .. } => ("instrument-problem-duplicate", "instrument-remedy-duplicate"),
            Self::MissingLanguage { .. } => {
                ("instrument-problem-missing-language", "instrument-remedy-missing-language")
            }
            Self::ExtraLanguage { .. } => ("instrument-problem-extra-language", "instrument-remedy-extra-language"),
            Self::OtherScale => ("instrument-problem-other-scale", "instrument-remedy-other-scale"),
            Self::OutOfRange { .. } => ("instrument-problem-out-of-range", "instrument-remedy-out-of-range"),
            Self::WrongCount { .. } => ("instrument-problem-wrong-count", "instrument-remedy-wrong-count"),
            Self::More => ("instrument-problem-more", "instrument-remedy-more"),
        }
    }

    /// The values of the variables in those words.
    pub(super) fn args(&self, words: &Words) -> Args<'_> {
        let args = Args::new();
        match self {
            Self::TooLarge { bytes_max } => args.with("kibibytes", bytes_max / 1024),
            Self::Syntax { notation, message } => args.with("notation", *notation).with("message", message),
            Self::WrongType { expected } => args.with("expected", *expected),
            Self::UnknownKey { key, known } => args.with("key", key).with("known", quoted_list(known, words)),
            Self::MissingKey { key } => args.with("key", *key),
            Self::TooLong { chars, chars_max } => args.with("chars", *chars).with("max", *chars_max),
            Self::ControlCharacter { code_point } => args.with("code", format!("U+{code_point:04X}")),
            Self::BadCode { code, rule } => args.with("code", code).with("rule", *rule),
            Self::UnknownChoice { choice, known } => {
                args.with("choice", choice).with("known", quoted_list(known, words))
            }
            Self::Duplicate { code } => args.with("code", code),
            Self::MissingLanguage { language } | Self::ExtraLanguage { language } => args.with("language", *language),
            Self::OutOfRange { min, max } => args.with("min", *min).with("max", *max),
            Self::WrongCount { count, min, max } => args.with("count", *count).with("min", *min).with("max", *max),
            Self::NotText | Self::EmptyText | Self::OtherScale | Self::More => args,
        }
    }
}

/// `"a", "b" of "c"`; `none` chooses the words for an empty list.
fn quoted_list(items: &[String], words: &Words) -> String {
    let quoted: Vec<String> = items.iter().map(|item| format!("\"{item}\"")).collect();
    match quoted.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => {
            words.say_with("instrument-list-or", &Args::new().with("first", first.join(", ")).with("last", last))
        }
    }
}
