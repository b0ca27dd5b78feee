//! What was read, on screen: busy, here, or failed.

use leptos::prelude::*;

use super::{Busy, FailureNotice};
use crate::backend::{Read, Reading};

/// Shows what a [`Reading`] reads. The children are made once, when it is first there; they get a signal that follows every change,
/// so fields keep their focus and nothing flickers.
///
/// ```ignore
/// let today = reading(|| GetToday {});
/// view! { <Shown reading=today let:view> <p>{move || view.get().residents}</p> </Shown> }
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
    let stage = Memo::new(move |_| match reading.state() {
        Read::Busy => Read::Busy,
        Read::Here(_) => Read::Here(()),
        Read::Failed(failure) => Read::Failed(failure),
    });
    let here = move || {
        // The last value stays while these children are being taken away.
        let last = Memo::new(move |last: Option<&Option<T>>| now_or_last(reading, last));
        untrack(|| last.get())
            .map(|first| children(Signal::derive(move || last.get().unwrap_or_else(|| first.clone()))))
            .into_any()
    };
    staged(stage, Callback::new(move |()| reading.again()), Box::new(here))
}

/// The same for every type: its code is there once.
fn staged(stage: Memo<Read<()>>, again: Callback<()>, here: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let shown = move || match stage.get() {
        Read::Busy => view! { <Busy/> }.into_any(),
        Read::Failed(failure) => view! { <FailureNotice failure retry=again/> }.into_any(),
        Read::Here(()) => here(),
    };
    shown.into_any()
}

/// What is read now, or else what was there last.
fn now_or_last<T: Clone + Send + Sync + 'static>(reading: Reading<T>, last: Option<&Option<T>>) -> Option<T> {
    reading.value().or_else(|| last.cloned().flatten())
}
