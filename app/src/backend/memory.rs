//! What was read last, so that a screen one comes back to is there at once while it reads again. Forgotten at every lock.

use std::{cell::RefCell, collections::VecDeque};

use super::Question;

/// Enough for the way from a list through a dossier into a talk and back.
const ANSWERS_MAX: usize = 24;

thread_local! {
    static ANSWERS: RefCell<VecDeque<(Question, String)>> = const { RefCell::new(VecDeque::new()) };
}

/// The last answer to this very question, in JSON.
pub(super) fn recall(question: &Question) -> Option<String> {
    ANSWERS.with_borrow(|answers| {
        let (_, answer) = answers.iter().find(|(asked, _)| asked == question)?;
        Some(answer.clone())
    })
}

/// Keeps an answer; the oldest makes room.
pub(super) fn keep(question: Question, answer: String) {
    ANSWERS.with_borrow_mut(|answers| {
        answers.retain(|(asked, _)| *asked != question);
        answers.push_back((question, answer));
        if answers.len() > ANSWERS_MAX {
            answers.pop_front();
        }
    });
}

/// Forgets everything: the app is being locked, or the device goes to somebody else.
pub fn forget() {
    ANSWERS.with_borrow_mut(VecDeque::clear);
}

#[cfg(test)]
mod tests {
    use api::residents::FindResidents;

    use super::*;

    fn find(text: &str) -> Question {
        Question::of(&FindResidents { text: text.to_owned(), after: None })
    }

    #[test]
    fn the_same_question_is_remembered_until_the_lock() {
        keep(find("an"), "{}".to_owned());
        assert_eq!(recall(&find("an")).as_deref(), Some("{}"), "asked before");
        assert_eq!(recall(&find("jo")), None, "another question");
        forget();
        assert_eq!(recall(&find("an")), None, "nothing stays in memory behind the lock");
    }

    #[test]
    fn only_the_last_answers_are_kept() {
        for n in 0..=ANSWERS_MAX {
            keep(find(&n.to_string()), "{}".to_owned());
        }
        assert_eq!(recall(&find("0")), None, "the oldest made room");
        assert!(recall(&find("1")).is_some(), "the others are there");
    }
}
