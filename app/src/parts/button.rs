//! Buttons.

use leptos::prelude::*;

use super::{Icon, icons::Drawing};

/// How much a button asks for attention. One primary button a screen; there is no red.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// The one thing to do here.
    Primary,
    /// A good second thing.
    #[default]
    Quiet,
    /// All the rest.
    Ghost,
    /// Words with the room of a button, without its edge.
    Plain,
}

impl Kind {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Quiet => "button button-quiet",
            Self::Ghost => "button button-ghost",
            Self::Plain => "button button-plain",
        }
    }
}

/// A button with words.
///
/// ```ignore
/// <Button kind=Kind::Primary icon=icons::PLUS on:click=move |_| start()>{t("today-new-talk")}</Button>
/// <Button kind=Kind::Primary submit=true busy=move || save.is_busy()>{t("common-save")}</Button>
/// ```
/// While `busy` it keeps its focus and its place and does nothing (`aria-disabled`): inside a `Form` it does not send again.
#[component]
pub fn Button(
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
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// What it started is still under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:wide=wide
            aria-disabled=move || busy.get().then_some("true")
        >
            {icon.map(|icon| view! { <Icon of=icon/> })}
            <span class="button-words">{children()}</span>
            {icon_after.map(|icon| view! { <Icon of=icon/> })}
        </button>
    }
}

/// A round button with a drawing; `label` says in words what it does, to a screen reader and on hover.
///
/// Only where the drawing is known by everyone (close, back, search). Elsewhere use a [`Button`] with words.
#[component]
pub fn IconButton(
    /// The drawing.
    #[prop(into)]
    icon: Signal<Drawing>,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    view! {
        <button type="button" class="icon-button" aria-label=label title=label>
            <Icon of=icon/>
        </button>
    }
}
