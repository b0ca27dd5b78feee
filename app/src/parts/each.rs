//! A view for each of several things.

use std::{
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash},
    sync::Arc,
};

use leptos::prelude::*;

/// A view for each of several things, kept as long as its key stays: a row that is still there keeps its focus and what is open in it.
///
/// ```ignore
/// <Each of=move || rows.get() key=|row| row.resident let:row><ResidentLine row/></Each>
/// ```
/// It is Leptos' `For` without the types of rows and views, so that its code is there once and not once a list.
#[component]
pub fn Each<T, K, V>(
    /// The things, in order; reactive.
    of: impl Fn() -> Vec<T> + Send + Sync + 'static,
    /// What tells them apart. A row whose key changes is drawn anew.
    key: impl Fn(&T) -> K + Send + Sync + 'static,
    /// Draws one.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Send + 'static,
    K: Hash,
    V: IntoView + 'static,
{
    let children = Arc::new(children);
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    erased(Box::new(move || {
        let line = |thing: T| {
            let children = Arc::clone(&children);
            // Two rows of one list with the same 64 bits are not to be expected.
            Line { key: hasher.hash_one(key(&thing)), draw: Box::new(move || children(thing).into_any()) }
        };
        of().into_iter().map(line).collect()
    }))
}

/// A thing without its type.
struct Line {
    key: u64,
    draw: Box<dyn FnOnce() -> AnyView + Send>,
}

fn erased(lines: Box<dyn Fn() -> Vec<Line> + Send + Sync>) -> AnyView {
    view! { <For each=lines key=|line| line.key children=|line: Line| (line.draw)()/> }.into_any()
}
