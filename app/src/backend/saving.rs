//! Saving a change, and telling how it stands: *saved* is only said after the engine has answered.

use std::collections::BTreeMap;

use api::{Failure, Request};
use leptos::prelude::*;

use super::{Changes, Unsaved, call, line};

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
pub struct Saving<R: Send + Sync + 'static> {
    log: RwSignal<SaveLog<R>>,
    changes: Option<Changes>,
    unsaved: Option<Unsaved>,
}

impl<R: Send + Sync> Clone for Saving<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync> Copy for Saving<R> {}

/// Something to send changes with: `let save = saving::<EditPlan>();`.
#[must_use]
pub fn saving<R: Send + Sync + 'static>() -> Saving<R> {
    Saving { log: RwSignal::new(SaveLog::default()), changes: use_context(), unsaved: use_context() }
}

impl<R: Request + Clone + Sync> Saving<R> {
    /// Sends a change.
    pub fn send(self, request: R) {
        self.send_at("", request);
    }

    /// Sends a change of the place `at`, such as the code of a question.
    pub fn send_at(self, at: &str, request: R) {
        self.put(at, request, |_| {});
    }

    /// Sends a change and goes on with the answer. Not called when it failed, or when the screen is gone.
    pub fn send_then(self, request: R, then: impl FnOnce(R::Response) + 'static) {
        self.put("", request, then);
    }

    /// Sends again what could not be saved.
    pub fn retry(self) {
        for (at, request) in self.log.try_update(SaveLog::take_failed).unwrap_or_default() {
            self.send_at(&at, request);
        }
    }

    /// How it stands; reactive.
    pub fn state(self) -> SaveState {
        self.log.with(SaveLog::state)
    }

    /// How it stands, for [`crate::parts::StateLine`].
    pub fn signal(self) -> Signal<SaveState> {
        Signal::derive(move || self.state())
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

    fn put(self, at: &str, request: R, then: impl FnOnce(R::Response) + 'static) {
        let at = at.to_owned();
        self.log.try_update(|log| log.sent(&at));
        line::join(async move {
            match call(request.clone()).await {
                Ok(response) => {
                    if let Some(changes) = self.changes {
                        changes.note();
                    }
                    if self.log.try_update(|log| log.saved(&at)).is_some() {
                        then(response);
                    }
                }
                Err(failure) => self.keep_failed(&at, request, failure),
            }
        });
    }

    /// On the screen that sent it; where that is gone, with everything else that is unsaved.
    fn keep_failed(self, at: &str, request: R, failure: Failure) {
        let on_screen = self.log.try_update(|log| log.failed(at, request.clone(), failure.clone())).is_some();
        if let (false, Some(unsaved)) = (on_screen, self.unsaved) {
            unsaved.keep(failure, move || self.put("", request, |_| {}));
        }
    }
}

/// What was sent and how it went.
#[derive(Debug)]
struct SaveLog<R> {
    on_the_way: u32,
    ever: bool,
    failed: BTreeMap<String, (R, Failure)>,
}

impl<R> Default for SaveLog<R> {
    fn default() -> Self {
        Self { on_the_way: 0, ever: false, failed: BTreeMap::new() }
    }
}

impl<R> SaveLog<R> {
    fn sent(&mut self, at: &str) {
        self.on_the_way += 1;
        self.ever = true;
        // The new request holds the whole of what failed before.
        self.failed.remove(at);
    }

    fn saved(&mut self, at: &str) {
        self.on_the_way = self.on_the_way.saturating_sub(1);
        self.failed.remove(at);
    }

    fn failed(&mut self, at: &str, request: R, failure: Failure) {
        self.on_the_way = self.on_the_way.saturating_sub(1);
        self.failed.insert(at.to_owned(), (request, failure));
    }

    fn take_failed(&mut self) -> Vec<(String, R)> {
        std::mem::take(&mut self.failed).into_iter().map(|(at, (request, _))| (at, request)).collect()
    }

    fn state(&self) -> SaveState {
        if let Some((_, failure)) = self.failed.values().next() {
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

    #[test]
    fn saved_is_said_only_when_everything_that_was_sent_is_saved() {
        let mut log = SaveLog::<u8>::default();
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
        log.failed("a", 1_u8, Failure::DiskFull);
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
        log.failed("a", 1_u8, Failure::DiskFull);
        assert_eq!(log.take_failed(), [("a".to_owned(), 1)], "nothing that was typed is thrown away");
    }
}
