//! The sentence in which basis and purpose are told. It is kept word for word, so that it can be shown later what was agreed to.

use std::rc::Rc;

use content::{Args, Words};
use domain::{Form, Ground, Language};

use crate::words::words;

/// The sentence, in the resident's language and form. No name stands in it: what was told must be readable on its own.
#[must_use]
pub fn told(language: Language, form: Form, ground: Ground) -> String {
    let ours = words();
    let words = if ours.language() == language { ours } else { Rc::new(Words::new(language)) };
    let args = Args::new().form(form);
    match ground {
        Ground::Consent => words.say_with("begin-told-consent", &args),
        Ground::PublicTask => words.say_with("begin-told-public-task", &args),
        Ground::Agreement => words.say_with("begin-told-agreement", &args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_one_sentence_for_everyone() {
        for language in Language::ALL {
            for form in [Form::U, Form::Je] {
                for ground in Ground::ALL {
                    let told = told(language, form, ground);
                    assert_eq!(told.matches('.').count(), 1, "one sentence, not a letter: {told}");
                    assert!(!told.contains(['[', '{', '\n']), "whole and on one line: {told}");
                    assert!(domain::text::fits_text(&told), "it can be kept");
                }
            }
        }
    }

    #[test]
    fn it_speaks_to_the_resident_as_they_asked() {
        let u = told(Language::Nl, Form::U, Ground::Consent);
        let je = told(Language::Nl, Form::Je, Ground::Consent);
        assert!(u.contains(" u ") && !u.contains(" je "), "u: {u}");
        assert!(je.contains(" je ") && !je.contains(" u "), "je: {je}");
    }

    #[test]
    fn it_is_told_in_the_residents_language_whatever_the_screens_speak() {
        crate::words::speak(Language::Nl);
        assert!(told(Language::En, Form::U, Ground::Consent).contains(" your "), "the resident reads English");
    }
}
