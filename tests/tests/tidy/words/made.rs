//! Keys that are put together around a name: the one table of them, with where the names come from.

use proc_macro2::{Delimiter, TokenTree};

use crate::tidy::tokens;
use crate::tidy::tree::file;

/// A family of keys.
pub struct Made {
    /// The key with `{}` where the name stands.
    pub shape: &'static str,
    /// What can stand there.
    pub names: Names,
}

/// Where the names come from.
pub enum Names {
    /// The texts in `fn name` of this type in this file.
    Of(&'static str, &'static str),
}

use Names::Of;

/// Every family. A line that is no longer needed fails a test.
pub const MADE: &[Made] = &[
    Made { shape: "access-event-{}", names: Of("crates/store/src/table/access.rs", "AccessEvent") },
    Made { shape: "back-failed-{}", names: Of("crates/api/src/sheet.rs", "BackFailed") },
    Made { shape: "back-failed-{}-do", names: Of("crates/api/src/sheet.rs", "BackFailed") },
    Made { shape: "command-line-{}", names: Of("cli/src/failure.rs", "Failed") },
    Made { shape: "command-line-{}-do", names: Of("cli/src/failure.rs", "Failed") },
    Made { shape: "failure-{}", names: Of("crates/api/src/failure.rs", "Failure") },
    Made { shape: "failure-{}-do", names: Of("crates/api/src/failure.rs", "Failure") },
    Made { shape: "pairing-failed-{}", names: Of("crates/api/src/team.rs", "PairingFailed") },
    Made { shape: "pairing-failed-{}-do", names: Of("crates/api/src/team.rs", "PairingFailed") },
    Made { shape: "plan-{}", names: Of("crates/domain/src/plan.rs", "PlanPart") },
    Made { shape: "sheet-state-{}", names: Of("crates/api/src/sheet.rs", "SheetState") },
    Made { shape: "sync-problem-{}", names: Of("crates/api/src/sync.rs", "Problem") },
    Made { shape: "sync-problem-{}-do", names: Of("crates/api/src/sync.rs", "Problem") },
    Made { shape: "sync-vouched-{}", names: Of("crates/api/src/sync.rs", "VouchedWay") },
    Made { shape: "verify-problem-{}", names: Of("crates/api/src/records.rs", "ProblemKind") },
];

impl Made {
    /// Whether a text that is put together can be a key of this family. It may begin with a key that was put together before:
    /// `{}-do` fits `failure-{}-do`.
    pub fn fits(&self, written: &str) -> bool {
        let end = written.strip_prefix("{}").filter(|end| !end.is_empty());
        written == self.shape || end.is_some_and(|end| self.shape.ends_with(end))
    }

    fn keys(&self) -> Vec<String> {
        self.names.all().iter().map(|name| self.shape.replacen("{}", name, 1)).collect()
    }
}

/// Every key that can be put together.
pub fn keys() -> Vec<String> {
    MADE.iter().flat_map(Made::keys).collect()
}

impl Names {
    fn all(&self) -> Vec<String> {
        match self {
            Self::Of(path, name) => names_in_source(path, name),
        }
    }
}

/// The texts in the body of `fn name` in `impl <type>`.
fn names_in_source(path: &str, type_name: &str) -> Vec<String> {
    let mut names = Vec::new();
    tokens::each(tokens::without_tests(&file(path)), &mut |level, at| {
        let is_ours = tokens::is_word(level, at, "impl") && tokens::is_word(level, at + 1, type_name);
        if let (true, Some(body)) = (is_ours, tokens::inside(level, at + 2, Delimiter::Brace)) {
            names.extend(texts_of_name(body.into_iter().collect()));
        }
    });
    assert!(!names.is_empty(), "{path}: `{type_name}` has a `fn name` with the names in it");
    names
}

fn texts_of_name(methods: Vec<TokenTree>) -> Vec<String> {
    let mut texts = Vec::new();
    let Some(from) =
        (0..methods.len()).find(|&at| tokens::is_word(&methods, at, "fn") && tokens::is_word(&methods, at + 1, "name"))
    else {
        return texts;
    };
    if let Some(body) = methods[from..].iter().position(|token| token.to_string().starts_with('{')) {
        let body = tokens::inside(&methods, from + body, Delimiter::Brace).unwrap_or_default();
        tokens::each(body, &mut |level, at| texts.extend(tokens::text(level, at)));
    }
    texts
}
