//! How screens speak: a locale key becomes words in the language of the moment.
//!
//! `app.rs` chooses the language and makes the whole tree anew when it changes, so words are plain strings and need no signal.

use std::{cell::RefCell, rc::Rc};

pub use content::Args;
use content::Words;
use domain::Language;

thread_local! {
    static WORDS: RefCell<Option<Rc<Words>>> = const { RefCell::new(None) };
}

/// Speak this language from now on. Only `app.rs` calls this, just before it makes the tree anew.
pub fn speak(language: Language) {
    WORDS.with_borrow_mut(|words| {
        if words.as_ref().is_none_or(|words| words.language() != language) {
            *words = Some(Rc::new(Words::new(language)));
        }
    });
}

/// The words themselves, for dates, decimals and anything that `t` and `tr` do not cover: `words().near_date(day, today)`.
#[must_use]
pub fn words() -> Rc<Words> {
    WORDS.with_borrow_mut(|words| Rc::clone(words.get_or_insert_with(|| Rc::new(Words::new(Language::Nl)))))
}

/// The words for a key without variables: `t("common-back")`.
#[must_use]
pub fn t(key: &str) -> String {
    words().say(key)
}

/// The words for a key with values: `tr("today-talk-with", Args::new().with("name", name))`.
#[must_use]
pub fn tr(key: &str, args: Args<'_>) -> String {
    words().say_with(key, &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_can_change_while_the_app_runs() {
        speak(Language::En);
        assert_eq!(words().language(), Language::En, "English was asked for");
        speak(Language::Nl);
        assert_eq!(words().language(), Language::Nl, "and then Dutch");
    }
}
