//! How far one is, as a row of small bars and in words.

use leptos::prelude::*;

/// Progress in steps: `<Progress done=4 of=6 label=tr("common-step-of", …)/>`.
///
/// With `tones` each bar has a colour of its own when done: the `dim-…` classes of a web's dimensions.
#[component]
pub fn Progress(
    /// Steps done or reached.
    #[prop(into)]
    done: Signal<usize>,
    /// Steps in all.
    of: usize,
    /// The same in words, for a screen reader.
    #[prop(into)]
    label: Signal<String>,
    /// A colour of its own for each step.
    #[prop(optional)]
    tones: Vec<String>,
) -> impl IntoView {
    let bars: Vec<_> = (0..of)
        .map(|n| {
            let tone = tones.get(n).cloned();
            view! { <span class="progress-bar" data-tone=tone class:on=move || n < done.get()></span> }
        })
        .collect();
    view! { <div class="progress" role="img" aria-label=label>{bars}</div> }
}
