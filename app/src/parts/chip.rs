//! Chips: short words in a rounded box; some can be switched on and off.

use leptos::prelude::*;

use super::{Icon, icons::Drawing};

/// A chip that only tells something: `<Chip on=true>{t("dossier-shared-now")}</Chip>`.
#[component]
pub fn Chip(
    /// In the colour of what is on.
    #[prop(optional, into)]
    on: Signal<bool>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Drawing>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="chip" class:on=move || on.get()>
            {icon.map(|icon| view! { <Icon of=icon/> })}
            <span>{children()}</span>
        </span>
    }
}

/// A chip to switch on and off, or to press: the state is in `aria-pressed`, in a tick and in the colour.
///
/// ```ignore
/// <ToggleChip on=wants icon=icons::TALK on_press=move |_| save.send(…)>{t("fill-want-to-talk")}</ToggleChip>
/// ```
#[component]
pub fn ToggleChip(
    /// Switched on.
    #[prop(into)]
    on: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Drawing>,
    /// What a screen reader says instead of the words, where there are more chips with the same words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="button" class="chip chip-toggle" class:on=move || on.get() aria-pressed=move || on.get().to_string()
            aria-label=move || label.map(|label| label.get()) on:click=move |_| on_press.run(())>
            {icon.map(|icon| view! { <Icon of=icon/> })}
            <span>{children()}</span>
        </button>
    }
}
