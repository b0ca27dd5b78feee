//! Saving a change, and telling how it stands: *saved* is only said after the engine has answered.

use std::marker::PhantomData;

use api::{Failure, Request};
use leptos::prelude::*;

use super::{Changes, Question, Unsaved, line, read};

/// How saving stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was sent yet.
    #[default]
    Idle,
    /// Something is on its way to the disk.
    Busy,
    /// All that was sent is on the disk.
    Saved,
    /// Something could not be saved; it is kept here and can be sent again.
    Failed(Failure),
}

/// Sends changes of one kind and knows how they stand. Copy it freely.
///
/// A request holds the whole of what it writes, so a later one at the same place replaces an earlier one that failed. Different
/// places (two questions, two fields) have different names: [`Saving::send_at`].
pub struct Saving<R> {
    sends: Sends,
    of: PhantomData<fn(R)>,
}

impl<R> Clone for Saving<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Saving<R> {}

/// Something to send changes with: `let save = saving::<EditPlan>();`.
#[must_use]
pub fn saving<R: Request>() -> Saving<R> {
    let sends = Sends { log: RwSignal::new(SaveLog::default()), changes: use_context(), unsaved: use_context() };
    Saving { sends, of: PhantomData }
}

impl<R: Request> Saving<R> {
    /// Sends a change.
    pub fn send(self, request: R) {
        self.send_at("", request);
    }

    /// Sends a change of the place `at`, such as the code of a question.
    pub fn send_at(self, at: &str, request: R) {
        self.sends.put(at.to_owned(), Question::of(&request), Box::new(|_| Ok(())));
    }

    /// Sends a change and goes on with the answer. Not called when it failed, or when the screen is gone.
    pub fn send_then(self, request: R, then: impl FnOnce(R::Response) + 'static) {
        let then = move |text: &str| read(R::COMMAND, text).map(then);
        self.sends.put(String::new(), Question::of(&request), Box::new(then));
    }

    /// Sends again what could not be saved.
    pub fn retry(self) {
        for (at, question) in self.sends.log.try_update(SaveLog::take_failed).unwrap_or_default() {
            self.sends.put(at, question, Box::new(|_| Ok(())));
        }
    }

    /// How it stands; reactive.
    pub fn state(self) -> SaveState {
        self.sends.log.with(SaveLog::state)
    }

    /// How it stands, for [`crate::parts::StateLine`].
    pub fn signal(self) -> Signal<SaveState> {
        let log = self.sends.log;
        Signal::derive(move || log.with(SaveLog::state))
    }

    /// Something is on its way; reactive.
    pub fn is_busy(self) -> bool {
        self.state() == SaveState::Busy
    }

    /// Why it could not be saved; reactive.
    pub fn failure(self) -> Option<Failure> {
        match self.state() {
            SaveState::Failed(failure) => Some(failure),
            SaveState::Idle | SaveState::Busy | SaveState::Saved => None,
        }
    }
}

/// Goes on with a response in JSON; fails when it says something else than it should.
type Then = Box<dyn FnOnce(&str) -> Result<(), Failure>>;

/// [`Saving`] without the type of its request.
#[derive(Clone, Copy)]
struct Sends {
    log: RwSignal<SaveLog>,
    changes: Option<Changes>,
    unsaved: Option<Unsaved>,
}

impl Sends {
    fn put(self, at: String, question: Question, then: Then) {
        self.log.try_update(|log| log.sent(&at));
        line::join(async move {
            match question.clone().ask().await {
                Ok(response) => self.go_on(at, question, &response, then),
                Err(failure) => self.keep_failed(at, question, failure),
            }
        });
    }

    fn go_on(self, at: String, question: Question, response: &str, then: Then) {
        if let Some(changes) = self.changes {
            changes.note();
        }
        if self.log.try_update(|log| log.saved(&at)).is_some()
            && let Err(failure) = then(response)
        {
            self.log.try_update(|log| log.keep(at, question, failure));
        }
    }

    /// On the screen that sent it; where that is gone, with everything else that is unsaved.
    fn keep_failed(self, at: String, question: Question, failure: Failure) {
        let on_screen = self.log.try_update(|log| log.failed(at, question.clone(), failure.clone())).is_some();
        if let (false, Some(unsaved)) = (on_screen, self.unsaved) {
            unsaved.keep(failure, move || self.put(String::new(), question, Box::new(|_| Ok(()))));
        }
    }
}

/// What was sent and how it went.
#[derive(Debug, Default)]
struct SaveLog {
    on_the_way: u32,
    ever: bool,
    /// By place; few.
    failed: Vec<(String, Question, Failure)>,
}

impl SaveLog {
    fn sent(&mut self, at: &str) {
        self.on_the_way += 1;
        self.ever = true;
        // The new request holds the whole of what failed before.
        self.forget(at);
    }

    fn saved(&mut self, at: &str) {
        self.on_the_way = self.on_the_way.saturating_sub(1);
        self.forget(at);
    }

    fn failed(&mut self, at: String, question: Question, failure: Failure) {
        self.on_the_way = self.on_the_way.saturating_sub(1);
        self.keep(at, question, failure);
    }

    fn keep(&mut self, at: String, question: Question, failure: Failure) {
        self.forget(&at);
        self.failed.push((at, question, failure));
    }

    fn forget(&mut self, place: &str) {
        self.failed.retain(|(at, _, _)| at != place);
    }

    fn take_failed(&mut self) -> Vec<(String, Question)> {
        std::mem::take(&mut self.failed).into_iter().map(|(at, question, _)| (at, question)).collect()
    }

    fn state(&self) -> SaveState {
        if let Some((_, _, failure)) = self.failed.first() {
            SaveState::Failed(failure.clone())
        } else if self.on_the_way > 0 {
            SaveState::Busy
        } else if self.ever {
            SaveState::Saved
        } else {
            SaveState::Idle
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question() -> Question {
        Question { command: "edit_plan", request: Some("{}".to_owned()) }
    }

    #[test]
    fn saved_is_said_only_when_everything_that_was_sent_is_saved() {
        let mut log = SaveLog::default();
        assert_eq!(log.state(), SaveState::Idle, "nothing was sent");
        log.sent("a");
        log.sent("b");
        log.saved("a");
        assert_eq!(log.state(), SaveState::Busy, "one of two is still on its way");
        log.saved("b");
        assert_eq!(log.state(), SaveState::Saved, "both are on the disk");
    }

    #[test]
    fn a_failure_stays_until_the_same_place_is_saved() {
        let mut log = SaveLog::default();
        log.sent("a");
        log.failed("a".to_owned(), question(), Failure::DiskFull);
        log.sent("b");
        log.saved("b");
        assert_eq!(log.state(), SaveState::Failed(Failure::DiskFull), "another place does not make up for it");
        log.sent("a");
        log.saved("a");
        assert_eq!(log.state(), SaveState::Saved, "the newer text of the same place holds the whole of it");
    }

    #[test]
    fn what_failed_can_be_sent_again() {
        let mut log = SaveLog::default();
        log.sent("a");
        log.failed("a".to_owned(), question(), Failure::DiskFull);
        assert_eq!(log.take_failed(), [("a".to_owned(), question())], "nothing that was typed is thrown away");
    }
}
