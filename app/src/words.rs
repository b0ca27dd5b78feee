//! How screens speak: a locale key becomes words in the language of the moment.
//!
//! `app.rs` chooses the language and makes the whole tree anew when it changes, so words are plain strings and need no signal.
//! What belongs to a resident who reads another language stands inside [`Spoken`].

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

pub use content::Args;
use content::Words;
use domain::Language;
use leptos::{children::TypedChildren, context::Provider, prelude::*};

thread_local! {
    static WORDS: RefCell<Option<Rc<Words>>> = const { RefCell::new(None) };
    /// The words of other languages that were spoken, for parsing them takes a while.
    static OTHERS: RefCell<BTreeMap<Language, Rc<Words>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The language of one part of the page.
#[derive(Clone, Copy)]
struct SpokenHere(Language);

/// A part of the page in a language of its own: a resident's questions and copy. All words inside speak it, those of parts too.
///
/// ```ignore
/// <Spoken language=view.profile.language> <CopySheet …/> </Spoken>
/// ```
/// A handler (`on:click`) stands outside of every part: what it says is said in the language of the app.
#[component]
pub fn Spoken<V: IntoView + 'static>(
    /// Which.
    language: Language,
    /// What is in it.
    children: TypedChildren<V>,
) -> impl IntoView {
    view! { <Provider value=SpokenHere(language) children=children/> }
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
    if let Some(SpokenHere(language)) = use_context() {
        return words_in(language);
    }
    WORDS.with_borrow_mut(|words| Rc::clone(words.get_or_insert_with(|| Rc::new(Words::new(Language::Nl)))))
}

/// The words of a language, whatever the screens speak.
#[must_use]
pub fn words_in(language: Language) -> Rc<Words> {
    OTHERS.with_borrow_mut(|others| Rc::clone(others.entry(language).or_insert_with(|| Rc::new(Words::new(language)))))
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
    use crate::memo::memo;

    #[test]
    fn the_language_can_change_while_the_app_runs() {
        speak(Language::En);
        assert_eq!(words().language(), Language::En, "English was asked for");
        speak(Language::Nl);
        assert_eq!(words().language(), Language::Nl, "and then Dutch");
    }

    #[test]
    fn a_part_of_the_page_can_speak_the_residents_language() {
        speak(Language::Nl);
        let page = Owner::new();
        page.with(|| {
            let part = page.child();
            part.with(|| {
                provide_context(SpokenHere(Language::En));
                let within = memo(|| t("common-back"));
                assert_eq!(within.get_untracked(), "Back", "also what is worked out later");
            });
            assert_eq!(t("common-back"), "Terug", "around it the app's language goes on");
        });
    }
}
