//! Unlocking: what is typed, what came of it, and how long to wait.

use std::time::Duration;

use api::{
    Failure,
    session::{Secret, SessionState, SessionView, Unlock},
};
use leptos::{prelude::*, task::spawn_local};

use super::way::Way;
use crate::{
    backend::call,
    parts::failure_words,
    session::{Held, Session},
    words::t,
};

/// The moving parts of the lock.
#[derive(Clone, Copy)]
pub(super) struct Unlocking {
    session: Session,
    pub(super) way: RwSignal<Way>,
    pub(super) typed: RwSignal<String>,
    pub(super) problem: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
    pub(super) wait_seconds: RwSignal<u32>,
}

impl Unlocking {
    /// A lock that begins with the quickest way. At the start of the app a remembered device opens without asking; a lock that
    /// somebody wanted stays until somebody unlocks it.
    pub(super) fn new(session: Session) -> Self {
        let ways = untrack(|| Way::on(session.device(), session.came_back()));
        let way = ways.first().copied().unwrap_or(Way::Passphrase);
        let unlocking = Self {
            session,
            way: RwSignal::new(way),
            typed: RwSignal::new(String::new()),
            problem: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            wait_seconds: RwSignal::new(wait_of(untrack(|| session.known()))),
        };
        unlocking.count_down();
        if way == Way::Remembered && !session.was_open() {
            unlocking.try_with(Secret::Remembered);
        }
        unlocking
    }

    /// Another way.
    pub(super) fn choose(self, way: Way) {
        self.typed.set(String::new());
        self.problem.set(String::new());
        self.way.set(way);
    }

    /// Tries what was typed.
    pub(super) fn send(self) {
        let way = self.way.get_untracked();
        let typed = self.typed.get_untracked();
        if way != Way::Remembered && typed.trim().is_empty() {
            self.problem.set(t("lock-missing"));
        } else {
            self.try_with(way.secret(typed));
        }
    }

    fn try_with(self, secret: Secret) {
        self.busy.set(true);
        self.problem.set(String::new());
        let with_code = matches!(secret, Secret::RecoveryCode(_));
        spawn_local(async move {
            let answer = call(Unlock { secret }).await;
            self.busy.try_set(false);
            match answer {
                Ok(view) => {
                    self.typed.try_set(String::new());
                    if with_code {
                        self.session.hold(Some(Held::NewPassphrase));
                    }
                    self.session.take(view);
                }
                Err(failure) => self.tell(&failure),
            }
        });
    }

    fn tell(self, failure: &Failure) {
        match failure {
            Failure::WrongSecret { wait_seconds } | Failure::Wait { wait_seconds } => {
                self.wait_seconds.try_set(*wait_seconds);
                self.typed.try_set(String::new());
            }
            Failure::NoKeyStore => {
                self.way.try_set(Way::Passphrase);
            }
            // The data itself cannot be opened: the session knows which screen belongs to that.
            Failure::Damaged | Failure::FromNewerVersion | Failure::InUse | Failure::ReadOnly => self.session.again(),
            _ => {}
        }
        let (happened, remedy) = failure_words(failure);
        self.problem.try_set(format!("{happened} {remedy}"));
    }

    /// A second less every second.
    fn count_down(self) {
        let tick = move || {
            if self.wait_seconds.try_get_untracked().is_some_and(|seconds| seconds > 0) {
                self.wait_seconds.try_update(|seconds| *seconds -= 1);
            }
        };
        if let Ok(timer) = set_interval_with_handle(tick, Duration::from_secs(1)) {
            on_cleanup(move || timer.clear());
        }
    }
}

/// Seconds to wait before the first try.
fn wait_of(session: Option<SessionView>) -> u32 {
    match session.map(|view| view.state) {
        Some(SessionState::Locked { wait_seconds }) => wait_seconds,
        _ => 0,
    }
}
