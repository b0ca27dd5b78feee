//! A drawing beside words. It never stands for words: a screen reader skips it.

use leptos::prelude::*;

use super::icons::Drawing;

/// A drawing from [`super::icons`], as tall as the text around it: `<Icon of=icons::TALK/>`.
#[component]
pub fn Icon(
    /// Which.
    #[prop(into)]
    of: Signal<Drawing>,
) -> impl IntoView {
    view! { <span class="icon" aria-hidden="true"><leptos_icons::Icon icon=of/></span> }
}
