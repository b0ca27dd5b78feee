//! Which dimensions are filled, as a row of small bars in their colours and in words.

use leptos::prelude::*;

use crate::{
    parts::live,
    words::{Args, tr},
};

/// A bar for each dimension, in the order of the web; the filled ones have their colour, wherever one began.
#[component]
pub fn FilledDimensions(
    /// Whether each is filled.
    #[prop(into)]
    filled: Signal<Vec<bool>>,
    /// The `data-tone` of each.
    tones: Vec<&'static str>,
) -> impl IntoView {
    let bars = tones.into_iter().enumerate().map(|(place, tone)| {
        let is_filled = move || filled.with(|filled| filled.get(place).copied().unwrap_or_default());
        view! { <span class="progress-bar" data-tone=tone class:on=is_filled></span> }
    });
    view! {
        <div class="fill-progress">
            <div class="progress" aria-hidden="true">{bars.collect_view()}</div>
            <p class="small soft">{live(move || filled.with(|filled| filled_words(filled)))}</p>
        </div>
    }
}

/// "3 van 6 onderdelen ingevuld".
fn filled_words(filled: &[bool]) -> String {
    let done = filled.iter().filter(|filled| **filled).count();
    tr("fill-progress", Args::new().with("done", done).with("of", filled.len()))
}
