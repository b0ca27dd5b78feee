//! What was read, on screen: busy, here, or failed.

use leptos::prelude::*;

use super::{Busy, FailureNotice};
use crate::{
    backend::{Kept, Read, Reading, State},
    memo::memo,
};

/// Shows what a [`Reading`] reads. The children are made once, when it is first there; they get a signal that follows every change,
/// so fields keep their focus and nothing flickers.
///
/// ```ignore
/// let today = reading(|| GetToday {});
/// view! { <Shown reading=today let:view> <p>{live(move || view.get().residents)}</p> </Shown> }
/// ```
#[component]
pub fn Shown<T, V>(
    /// What is read.
    reading: Reading<T>,
    /// Shows it.
    children: impl Fn(Signal<T>) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let state = reading.untyped();
    let here = move || {
        let last = now_or_last(state);
        // The last value stays while these children are being taken away.
        untrack(|| of(last))
            .map(|first: T| children(Signal::derive(move || of(last).unwrap_or_else(|| first.clone()))))
            .into_any()
    };
    staged(state, Box::new(here))
}

/// The same for every type: its code is there once.
fn staged(state: State, here: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let stage = memo(move || state.stage());
    let again = Callback::new(move |()| state.again());
    let shown = move || match stage.get() {
        Read::Busy => view! { <Busy/> }.into_any(),
        Read::Failed(failure) => view! { <FailureNotice failure retry=again/> }.into_any(),
        Read::Here(()) => here(),
    };
    shown.into_any()
}

/// What is read now, or else what was there last.
fn now_or_last(state: State) -> Memo<Option<Kept>> {
    Memo::new(move |last: Option<&Option<Kept>>| state.here().or_else(|| last.cloned().flatten()))
}

/// It, with its type; reactive.
fn of<T: Clone + 'static>(last: Memo<Option<Kept>>) -> Option<T> {
    last.get().and_then(|kept| kept.get())
}
