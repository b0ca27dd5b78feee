//! The root of the screens: what may be seen at all, in which language, and how it looks.

mod frame;
mod page_cache;
mod phase;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::{
    backend::{self, Changes, Unsaved},
    look,
    memo::memo,
    network,
    parts::{Undo, autosave_when_hidden},
    screens::{HandOver, Lock, NoShell, Trouble, Welcome},
    session::Session,
    visit::Visit,
    words,
};
use frame::Frame;
use phase::Phase;

/// Everything that is on screen.
#[component]
pub fn App() -> impl IntoView {
    let changes = Changes::provide();
    Unsaved::provide();
    Undo::provide();
    Visit::provide();
    network::provide();
    let session = Session::provide();
    listen(session, changes);
    session.again();
    Effect::new(move || look::put_on(&session.preferences()));
    // Language and phase together: when either changes, the whole tree is made anew.
    let shown = memo(move || (session.preferences().language, Phase::of(session)));
    let tree = move || {
        let (language, phase) = shown.get();
        words::speak(language);
        untrack(|| tree(phase))
    };
    view! { <Router>{tree}</Router> }
}

/// Hears what the shell and the engine tell.
fn listen(session: Session, changes: Changes) {
    backend::listen(api::CHANGED, move |_| {
        changes.note();
        session.again();
    });
    backend::on_failure(move |failure| {
        if matches!(failure, api::Failure::Locked | api::Failure::HandedOver) {
            session.again();
        }
    });
    // A day may have begun while the app was out of sight.
    backend::listen("lifecycle", move |_| session.again());
    autosave_when_hidden();
    page_cache::distrust();
}

fn tree(phase: Phase) -> AnyView {
    match phase {
        Phase::Starting => view! { <main class="bare"></main> }.into_any(),
        Phase::NoShell(failure) => view! { <main class="bare"><NoShell failure/></main> }.into_any(),
        Phase::New => view! { <main class="bare"><Welcome/></main> }.into_any(),
        Phase::Locked => view! { <main class="bare"><Lock/></main> }.into_any(),
        Phase::Trouble(failure) => view! { <main class="bare"><Trouble failure/></main> }.into_any(),
        Phase::HandedOver => view! { <main class="bare" data-register="resident"><HandOver/></main> }.into_any(),
        Phase::Open => view! { <Frame/> }.into_any(),
    }
}
