//! How the exchange with the team stands, in the navigation: a sentence in the rail, a dot and a word in the bar; both lead to the team.

use leptos::prelude::*;

use super::live;

use crate::{
    memo::memo,
    session::session,
    sync::{Dot, line_words, short_words, sync},
    words::t,
};

/// The state, as a place in the navigation. It never moves and is never read out by itself.
#[component]
pub fn SyncLink(
    /// Whether one is there.
    #[prop(into)]
    is_here: Signal<bool>,
) -> impl IntoView {
    let view = memo(move || sync().and_then(|sync| sync.view()));
    let dot = move || view.with(|view| view.as_ref().map_or(Dot::Calm, Dot::of)).name();
    let long = move || {
        view.with(|view| view.as_ref().map_or_else(|| t("sync-only-here"), |view| line_words(view, session().today())))
    };
    let short = move || view.with(|view| view.as_ref().map_or_else(|| t("sync-short-only-here"), short_words));
    view! {
        <a class="nav-place nav-sync" href="/team" aria-current=move || is_here.get().then_some("page")>
            <span class="nav-dot" data-state=dot></span>
            <span class="visually-hidden">{t("app-nav-team")}": "</span>
            <span class="nav-sync-long">{live(long)}</span>
            <span class="nav-sync-short">{live(short)}</span>
        </a>
    }
}
