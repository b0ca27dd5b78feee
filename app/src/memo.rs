//! What is worked out from signals, and told on only when it is something else than before.

use leptos::prelude::*;

/// Leptos' `Memo`, with its keeping and comparing there once for a type and not once for each that is made.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed(Box::new(work_out))
}

fn boxed<T: PartialEq + Send + Sync + 'static>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| work_out())
}
