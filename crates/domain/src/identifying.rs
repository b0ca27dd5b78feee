//! Notices surnames and citizen service numbers (BSN) while somebody types, so that the screen can nudge them away.
//!
//! A nudge never stops anybody: names differ, and a number that passes the test may be another number.

use serde::{Deserialize, Serialize};

/// What a text seems to hold that the app can do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nudge {
    /// Nine digits that pass the *elfproef*.
    Bsn,
    /// A name that goes on after a first name.
    Surname,
}

/// What to nudge about in a name: a BSN before a surname.
///
/// `Mevrouw A.`, `An`, `Opa Joop` and `Anne-Marie` pass; `An de Vries` and `Joop Jansen` are nudged.
#[must_use]
pub fn in_name(name: &str) -> Option<Nudge> {
    if has_bsn(name) {
        return Some(Nudge::Bsn);
    }
    let mut words = name.split_whitespace().filter(|word| !is_title(word));
    words.next()?;
    words.any(is_long_word).then_some(Nudge::Surname)
}

/// What to nudge about in free text: only a BSN; surnames cannot be told from other words.
#[must_use]
pub fn in_text(text: &str) -> Option<Nudge> {
    has_bsn(text).then_some(Nudge::Bsn)
}

fn is_title(word: &str) -> bool {
    const TITLES: [&str; 13] =
        ["mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "mr", "mrs", "ms", "oma", "opa", "tante", "oom"];
    TITLES.contains(&word.trim_end_matches('.').to_ascii_lowercase().as_str())
}

/// A word of three letters or more; `A.`, `de`, `V` are not.
fn is_long_word(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

/// Whether nine digits in a row (dots, dashes and single spaces between them do not count) pass the *elfproef*.
fn has_bsn(text: &str) -> bool {
    let mut run: Vec<u32> = Vec::new();
    let mut gap = 0;
    for c in text.chars().chain(['x']) {
        if let Some(digit) = c.to_digit(10) {
            run.push(digit);
            gap = 0;
        } else if matches!(c, ' ' | '.' | '-') && gap == 0 && !run.is_empty() {
            gap = 1;
        } else {
            if passes_elfproef(&run) {
                return true;
            }
            run.clear();
            gap = 0;
        }
    }
    false
}

/// The test of eleven: weights 9 to 2 and −1, sum divisible by 11 and not 0.
fn passes_elfproef(digits: &[u32]) -> bool {
    if digits.len() != 9 || digits.iter().all(|digit| *digit == 0) {
        return false;
    }
    let weights = [9_i64, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| i64::from(*digit) * weight).sum();
    sum % 11 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_titles_and_initials_pass() {
        for name in ["", "An", "Mevrouw A.", "mw. de V.", "Opa Joop", "Anne-Marie", "  An ", "Ali B"] {
            assert_eq!(in_name(name), None, "{name:?} needs no nudge");
        }
    }

    #[test]
    fn a_surname_gets_a_nudge() {
        for name in ["An de Vries", "Joop Jansen", "Mevrouw van den Berg Jansen"] {
            assert_eq!(in_name(name), Some(Nudge::Surname), "{name:?} goes on after the first name");
        }
    }

    #[test]
    fn a_bsn_is_seen_however_it_is_written() {
        for text in ["111222333", "mijn nummer is 1112.22.333", "BSN 111 222 333."] {
            assert_eq!(in_text(text), Some(Nudge::Bsn), "{text:?} passes the elfproef");
        }
    }

    #[test]
    fn other_numbers_pass() {
        for text in ["111222334", "0612345678", "12 september 2026", "000000000", "postcode 2311"] {
            assert_eq!(in_text(text), None, "{text:?} is no BSN");
        }
    }
}
