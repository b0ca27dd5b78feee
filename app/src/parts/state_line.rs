//! The state of what was saved, as a quiet sentence.

use std::time::Duration;

use leptos::prelude::*;

use super::{FailureNotice, drafts, live};
use crate::{backend::SaveState, words::t};

/// Saving that takes longer than this is worth a word.
const WORTH_A_WORD: Duration = Duration::from_millis(300);

/// *Opgeslagen op dit apparaat*, or why it could not be saved with a button to try again.
///
/// ```ignore
/// <StateLine state=save.signal() retry=move || save.retry()/>
/// ```
#[component]
pub fn StateLine(
    /// How saving stands.
    #[prop(into)]
    state: Signal<SaveState>,
    /// Sends what failed again.
    retry: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    drawn(state, Callback::new(move |()| retry()))
}

/// The same for every kind of saving: its code is there once.
fn drawn(state: Signal<SaveState>, retry: Callback<()>) -> AnyView {
    let is_slow = RwSignal::new(false);
    Effect::new(move || {
        if state.get() == SaveState::Busy {
            set_timeout(
                move || {
                    is_slow.try_set(state.try_get_untracked() == Some(SaveState::Busy));
                },
                WORTH_A_WORD,
            );
        } else {
            is_slow.set(false);
        }
    });
    let words = move || match state.get() {
        SaveState::Busy if is_slow.get() => t("common-saving"),
        SaveState::Saved if !drafts::any_ahead() => t("common-saved-here"),
        // A moment of saving is not worth a word; nothing is called saved before it is.
        SaveState::Saved | SaveState::Busy | SaveState::Idle | SaveState::Failed(_) => String::new(),
    };
    let failure = move || match state.get() {
        SaveState::Failed(failure) => Some(failure),
        _ => None,
    };
    view! {
        <div class="state-line">
            <p class="state" role="status">{live(words)}</p>
            {live(move || failure().map(|failure| view! { <FailureNotice failure retry/> }))}
        </div>
    }
    .into_any()
}
