//! What was read last, so that a screen one comes back to is there at once while it reads again. Forgotten at every lock.

use std::{cell::RefCell, collections::VecDeque};

use api::Request;

/// Enough for the way from a list through a dossier into a talk and back.
const ANSWERS_MAX: usize = 24;

struct Answer {
    question: String,
    text: String,
}

thread_local! {
    static ANSWERS: RefCell<VecDeque<Answer>> = const { RefCell::new(VecDeque::new()) };
}

/// The last answer to this very request.
pub(super) fn recall<R: Request>(request: &R) -> Option<R::Response> {
    let question = question(request)?;
    ANSWERS.with_borrow(|answers| {
        let answer = answers.iter().find(|answer| answer.question == question)?;
        serde_json::from_str(&answer.text).ok()
    })
}

/// Keeps an answer; the oldest makes room.
pub(super) fn keep<R: Request>(request: &R, response: &R::Response) {
    let (Some(question), Ok(text)) = (question(request), serde_json::to_string(response)) else { return };
    ANSWERS.with_borrow_mut(|answers| {
        answers.retain(|answer| answer.question != question);
        answers.push_back(Answer { question, text });
        if answers.len() > ANSWERS_MAX {
            answers.pop_front();
        }
    });
}

/// Forgets everything: the app is being locked, or the device goes to somebody else.
pub fn forget() {
    ANSWERS.with_borrow_mut(VecDeque::clear);
}

fn question<R: Request>(request: &R) -> Option<String> {
    serde_json::to_string(request).ok().map(|request| format!("{} {request}", R::COMMAND))
}

#[cfg(test)]
mod tests {
    use api::residents::{FindResidents, ResidentPage};

    use super::*;

    fn find(text: &str) -> FindResidents {
        FindResidents { text: text.to_owned(), after: None }
    }

    #[test]
    fn the_same_question_is_remembered_until_the_lock() {
        let page = ResidentPage { rows: Vec::new(), more: true };
        keep(&find("an"), &page);
        assert_eq!(recall(&find("an")), Some(page), "asked before");
        assert_eq!(recall(&find("jo")), None, "another question");
        forget();
        assert_eq!(recall(&find("an")), None, "nothing stays in memory behind the lock");
    }

    #[test]
    fn only_the_last_answers_are_kept() {
        for n in 0..=ANSWERS_MAX {
            keep(&find(&n.to_string()), &ResidentPage { rows: Vec::new(), more: false });
        }
        assert_eq!(recall(&find("0")), None, "the oldest made room");
        assert!(recall(&find("1")).is_some(), "the others are there");
    }
}
