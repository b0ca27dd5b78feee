//! How the app stands, for every screen: set up, locked, open or handed over; preferences; today.

use api::{
    Failure,
    session::{GetSession, Lock, SessionState, SessionView},
    settings::Preferences,
};
use domain::{Date, directory::Person};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    backend::{self, Unsaved, call, line},
    given::given,
    parts::drafts,
};

/// What must be seen before the app shows itself, although it is open already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// The recovery code of the first start, which is shown once.
    FirstStart,
    /// A new passphrase after unlocking with the recovery code.
    NewPassphrase,
}

/// The session. Made once by `app.rs`; everything else gets it with [`session`].
#[derive(Clone, Copy)]
pub struct Session {
    view: RwSignal<Option<Result<SessionView, Failure>>>,
    came_back: RwSignal<bool>,
    held: RwSignal<Option<Held>>,
    was_open: RwSignal<bool>,
    unsaved: Option<Unsaved>,
}

/// The session of this app.
#[must_use]
pub fn session() -> Session {
    given("session").unwrap_or_else(Session::new)
}

impl Session {
    fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            came_back: RwSignal::new(false),
            held: RwSignal::new(None),
            was_open: RwSignal::new(false),
            unsaved: use_context(),
        }
    }

    /// Makes the session of this app, for everything below.
    pub fn provide() -> Self {
        let session = Self::new();
        provide_context(session);
        session
    }

    /// How the app stands, or why that could not be asked; nothing until the first answer. Reactive.
    pub fn view(self) -> Option<Result<SessionView, Failure>> {
        self.view.get()
    }

    /// How the app stands, once known. Reactive.
    pub fn known(self) -> Option<SessionView> {
        self.view.get().and_then(Result::ok)
    }

    /// Takes over an answer that holds the session (`Unlock`, `Lock`, `HandOver`, `EndHandOver`, `RememberDevice` …).
    pub fn take(self, view: SessionView) {
        let was_handed_over = self.view.with_untracked(|now| is_handed_over(now.as_ref()));
        if let SessionState::Locked { .. } = view.state {
            backend::forget();
            if was_handed_over {
                self.came_back.set(true);
            }
        } else {
            self.came_back.set(false);
        }
        if matches!(view.state, SessionState::Open { .. } | SessionState::HandedOver { .. }) {
            self.was_open.set(true);
        }
        self.put(Ok(view));
    }

    /// Takes over changed preferences; language, theme and text size change at once.
    pub fn take_preferences(self, preferences: Preferences) {
        self.view.update(|view| {
            if let Some(Ok(view)) = view {
                view.preferences = preferences;
            }
        });
    }

    /// Asks again how the app stands.
    pub fn again(self) {
        spawn_local(async move {
            match call(GetSession {}).await {
                Ok(view) => self.take(view),
                // A session that was known stays: the next call will tell.
                Err(failure) if self.view.with_untracked(|view| !matches!(view, Some(Ok(_)))) => self.put(Err(failure)),
                Err(_) => {}
            }
        });
    }

    /// Saves what is still being typed, then locks. When something could not be saved it stays open and says so.
    pub fn lock(self) {
        drafts::save_all();
        spawn_local(async move {
            line::done().await;
            if self.unsaved.is_some_and(Unsaved::has_any) {
                return;
            }
            if let Ok(view) = call(Lock {}).await {
                self.take(view);
            }
        });
    }

    /// The day of today where the device is. Not reactive: screens come and go sooner than days.
    pub fn today(self) -> Date {
        self.view.with_untracked(|view| match view {
            Some(Ok(view)) => view.today,
            _ => Date::ZERO,
        })
    }

    /// Language, theme, text size and times. Reactive.
    pub fn preferences(self) -> Preferences {
        self.known().map(|view| view.preferences).unwrap_or_default()
    }

    /// What this device can do. Reactive.
    pub fn device(self) -> api::session::Device {
        self.known().map(|view| view.device).unwrap_or_default()
    }

    /// Who uses the app, while it is open. Reactive.
    pub fn person(self) -> Person {
        match self.known().map(|view| view.state) {
            Some(SessionState::Open { person, .. }) => person,
            _ => Person::default(),
        }
    }

    /// The device was just given back by a resident and waits for the professional. Reactive.
    pub fn came_back(self) -> bool {
        self.came_back.get()
    }

    /// Keeps this screen up although the app is open already; nothing lets it go.
    pub fn hold(self, held: Option<Held>) {
        self.held.set(held);
    }

    /// What is still to be done before the app opens. Reactive.
    pub fn held(self) -> Option<Held> {
        self.held.get()
    }

    /// The app was open since this page was loaded, so the lock that is there now was wanted.
    pub fn was_open(self) -> bool {
        self.was_open.get_untracked()
    }

    fn put(self, view: Result<SessionView, Failure>) {
        let view = Some(view);
        if self.view.with_untracked(|now| *now != view) {
            self.view.set(view);
        }
    }
}

fn is_handed_over(view: Option<&Result<SessionView, Failure>>) -> bool {
    matches!(view, Some(Ok(SessionView { state: SessionState::HandedOver { .. }, .. })))
}
