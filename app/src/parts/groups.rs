//! A code in groups with dashes, each group whole on a line of its own where there is little room.

use leptos::prelude::*;

/// The groups of `code`; what is copied out is `code` as it is.
///
/// ```ignore
/// <span class="code-typed">{groups(&code)}</span>
/// ```
#[must_use]
pub fn groups(code: &str) -> Vec<AnyView> {
    let group = |place: usize, group: &str| {
        let group = group.to_owned();
        view! { {(place > 0).then(|| view! { <wbr/> })}<span>{group}</span> }.into_any()
    };
    code.split_inclusive('-').enumerate().map(|(place, words)| group(place, words)).collect()
}
