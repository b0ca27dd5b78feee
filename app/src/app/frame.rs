//! The frame around the screens of an open app: navigation, the screen at the address, and what holds on every screen.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    location::{BrowserUrl, LocationProvider},
};

use crate::{
    backend::Unsaved,
    idle,
    memo::memo,
    parts::{FailureNotice, Nav, TeamSwitch, UndoToast, focus_title, live, undo},
    reach::{Who, leads_somewhere, who},
    routes::Address,
    screens::NotHere,
    session::session,
    sync::Sync,
    visit::visit,
    words::t,
};

/// The frame of an open app.
#[component]
pub(super) fn Frame() -> impl IntoView {
    let sync = Sync::provide();
    let path = use_location().pathname;
    let visit = visit();
    let is_admitted = memo(move || visit.admits(&path.get()) && leads_somewhere(who(), &path.get()));
    // Nothing for an address that a visit does not admit: not even for a moment.
    let address = memo(move || if is_admitted.get() { Some(Address::of(&path.get())) } else { None });
    let is_bare = memo(move || !matches!(address.get(), Some(Some(address)) if !address.is_bare()));
    // Where a professional can go is not shown to others, not even for a moment.
    let has_nav = memo(move || !is_bare.get() && sync.was_asked());
    lead_home(is_admitted);
    arrive(address);
    idle::watch(session(), move || path.get_untracked());
    let screen = move || {
        address.get().map(|address| match address {
            Some(address) => address.screen(),
            None => view! { <NotHere/> }.into_any(),
        })
    };
    view! {
        <div class="frame" class:frame-bare=is_bare>
            {live(move || has_nav.get().then(|| view! { <Nav/> }))}
            <main id="main" data-register=move || (who() != Who::Professional).then_some("resident")>
                {live(move || (!is_bare.get()).then(|| view! { <TeamSwitch/> }))}
                <StillUnsaved/>
                {live(screen)}
            </main>
            <UndoToast/>
        </div>
    }
}

/// Leads back to the resident of the visit, or to *Vandaag*, from an address that is not admitted.
fn lead_home(is_admitted: Memo<bool>) {
    let (visit, navigate) = (visit(), use_navigate());
    Effect::new(move || {
        if !is_admitted.get() {
            navigate(&untrack(|| visit.home()), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
}

/// What happens when another screen comes: the address bar and the history follow, the window gets its title, the heading the focus.
fn arrive(address: Memo<Option<Option<Address>>>) {
    let history: Option<BrowserUrl> = use_context();
    let undo = undo();
    Effect::new(move |was: Option<Option<Address>>| {
        let address = address.get().flatten();
        if let Some(history) = &history {
            history.ready_to_complete();
        }
        let title = address.as_ref().map_or("app-window-not-here", Address::title);
        document().set_title(&format!("{} · Wijkweb", t(title)));
        if was.is_some_and(|was| was != address) {
            undo.close();
        }
        request_animation_frame(focus_title);
        address
    });
}

/// What could not be saved and whose screen is gone.
#[component]
fn StillUnsaved() -> impl IntoView {
    let unsaved: Option<Unsaved> = use_context();
    move || {
        unsaved.and_then(|unsaved| {
            let failure = unsaved.failure()?;
            Some(view! { <FailureNotice failure retry=move || unsaved.retry()/> })
        })
    }
}
