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
/// <Button kind=Kind::Primary icon=icons::PLUS on_press=move |_| start()>{t("today-new-talk")}</Button>
/// <Button kind=Kind::Primary submit=true busy=move || save.is_busy()>{t("common-save")}</Button>
/// ```
/// While `busy` it keeps its focus and its place and does nothing (`aria-disabled`): inside a `Form` it does not send again.
/// What is pressed comes in `on_press`, never as `on:click`: see [`super`].
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
    /// What it does.
    #[prop(optional, into)]
    on_press: Option<UnsyncCallback<()>>,
    /// What a screen reader says instead of the words, where there are more buttons with the same words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Its `id`, for who wants to move the focus here.
    #[prop(optional, into)]
    id: Option<String>,
    /// The `id` of the form that it sends, where it stands outside of it.
    #[prop(optional)]
    form: Option<&'static str>,
    /// What it opens and closes is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// The `id` of what it opens and closes.
    #[prop(optional, into)]
    controls: Option<String>,
    /// Gets the focus when its dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:wide=wide
            id=id
            form=form
            autofocus=autofocus
            aria-label=move || label.map(|label| label.get())
            aria-expanded=move || expanded.map(|expanded| expanded.get().to_string())
            aria-controls=controls
            aria-disabled=move || busy.get().then_some("true")
            on:click=move |_| press(on_press)
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
    /// What it does.
    #[prop(into)]
    on_press: UnsyncCallback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="icon-button" aria-label=label title=label on:click=move |_| on_press.run(())>
            <Icon of=icon/>
        </button>
    }
}

/// Does what a button is for, if it does anything but send its form.
pub(super) fn press(on_press: Option<UnsyncCallback<()>>) {
    if let Some(on_press) = on_press {
        on_press.run(());
    }
}
