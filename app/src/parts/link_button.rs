//! Links that look like buttons: they go to another screen.

use leptos::prelude::*;

use super::{Icon, Kind, icons::Drawing};

/// A link with the look of a button: `<LinkButton to=format!("/start/{id}") kind=Kind::Primary>{t("…")}</LinkButton>`.
///
/// What changes something is a [`super::Button`]; what only goes somewhere is a link.
#[component]
pub fn LinkButton(
    /// Where to.
    #[prop(into)]
    to: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: Kind,
    /// A drawing before the words.
    #[prop(optional)]
    icon: Option<Drawing>,
    /// A drawing after the words, such as `icons::NEXT`.
    #[prop(optional)]
    icon_after: Option<Drawing>,
    /// As wide as there is room.
    #[prop(optional)]
    wide: bool,
    /// What a screen reader says instead of the words, where there are more links with the same words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=to class=kind.class() class:wide=wide aria-label=move || label.map(|label| label.get())>
            {icon.map(|icon| view! { <Icon of=icon/> })}
            <span class="button-words">{children()}</span>
            {icon_after.map(|icon| view! { <Icon of=icon/> })}
        </a>
    }
}
