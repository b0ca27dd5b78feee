//! Words or a view that follow what they read.

use leptos::prelude::*;

/// Shows what `now` gives, and again whenever something that it reads changes.
///
/// ```ignore
/// <p>{live(move || name.get())}</p>
/// ```
/// A bare closure in a view does the same, with a copy of Leptos' drawing, changing and removing for each: here it is there once.
pub fn live<V: IntoView + 'static>(mut now: impl FnMut() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || now().into_any()))
}

fn boxed(mut now: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    (move || now()).into_any()
}
