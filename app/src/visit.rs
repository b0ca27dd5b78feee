//! Visit mode: at one resident's table nothing of anybody else is in sight.
//!
//! A visit begins with the start of a talk and ends when the professional says so. As long as it lasts the frame shows no
//! navigation, and an address that could show another name (a list, the search, another dossier; also by Back) leads to this
//! resident's dossier instead. Only ids are kept, in memory and in the session storage of the page.

use api::conversation::{ConversationView, GetConversation};
use domain::{ConversationId, ResidentId};
use leptos::prelude::*;

use crate::{
    backend::{Reading, reading},
    given::given,
    sync::is_residents_own,
};

const STORED_AS: &str = "visit";

/// The visit, if there is one. Made once by `app.rs`; everything else gets it with [`visit`].
#[derive(Clone, Copy)]
pub struct Visit {
    at: RwSignal<Option<ResidentId>>,
}

/// The visit of this app.
#[must_use]
pub fn visit() -> Visit {
    given("visit").unwrap_or_else(|| Visit { at: RwSignal::new(None) })
}

impl Visit {
    /// Makes the visit of this app, for everything below; goes on with one that was there before the page was loaded again.
    pub fn provide() -> Self {
        let visit = Self { at: RwSignal::new(stored()) };
        provide_context(visit);
        visit
    }

    /// At whose table we are. Reactive.
    pub fn at(self) -> Option<ResidentId> {
        self.at.get()
    }

    /// The visit to this resident begins. Another visit that is still on goes first: then nothing changes.
    pub fn begin(self, resident: ResidentId) {
        if self.at.get_untracked().is_none() {
            self.at.set(Some(resident));
            store(Some(resident));
        }
    }

    /// The visit is over: everything may be seen again.
    pub fn end(self) {
        self.at.set(None);
        store(None);
    }

    /// Whether this address may be shown now. Reactive.
    pub fn admits(self, path: &str) -> bool {
        self.at.get().is_none_or(|resident| admits(resident, path))
    }

    /// Where Back leads when it would lead away from the table. Reactive.
    pub fn home(self) -> String {
        self.at.get().map_or_else(|| "/".to_owned(), |resident| format!("/residents/{resident}"))
    }
}

/// Reads a conversation for a screen of the talk, and begins the visit with it. A conversation of another resident than the one at
/// whose table we are is never shown. On a resident's own device there are no others, so nobody is on a visit.
pub fn reading_talk(conversation: ConversationId) -> Reading<ConversationView> {
    let talk = reading(move || GetConversation { conversation });
    let visit = visit();
    Effect::new(move || {
        if let Some(view) = talk.value().filter(|_| !is_residents_own()) {
            visit.begin(view.conversation.resident);
            if visit.at() != Some(view.conversation.resident) {
                talk.refuse();
            }
        }
    });
    talk
}

/// Whether `path` can only show what belongs to `resident`, or to nobody.
fn admits(resident: ResidentId, path: &str) -> bool {
    let mut parts = path.split('/').filter(|part| !part.is_empty());
    match parts.next() {
        // Whose conversation it is, is checked when it was read.
        Some("talk" | "print" | "safety") => true,
        Some("residents" | "start") => parts.next().and_then(|id| id.parse().ok()) == Some(resident),
        _ => false,
    }
}

fn stored() -> Option<ResidentId> {
    let storage = window().session_storage().ok().flatten()?;
    storage.get_item(STORED_AS).ok().flatten()?.parse().ok()
}

fn store(resident: Option<ResidentId>) {
    if let Ok(Some(storage)) = window().session_storage() {
        // Where the page may store nothing the visit lasts as long as the page.
        let _ = match resident {
            Some(resident) => storage.set_item(STORED_AS, &resident.to_string()),
            None => storage.remove_item(STORED_AS),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AN: ResidentId = ResidentId([1; 16]);
    const JOOP: ResidentId = ResidentId([2; 16]);

    #[test]
    fn the_residents_own_screens_are_admitted() {
        for path in [
            format!("/residents/{AN}"),
            format!("/residents/{AN}/plan"),
            format!("/start/{AN}"),
            "/talk/1/fill".into(),
            "/safety".into(),
        ] {
            assert!(admits(AN, &path), "{path} shows nothing of anybody else");
        }
    }

    #[test]
    fn whatever_could_show_another_name_is_not() {
        let others = format!("/residents/{JOOP}");
        for path in ["/", "", "/residents", "/residents/new", "/search", "/settings/access-log", "/start/x", &others] {
            assert!(!admits(AN, path), "{path} could show another name");
        }
    }
}
