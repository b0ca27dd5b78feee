//! An empty list that teaches what will stand there and how to begin.

use leptos::prelude::*;

use super::{Icon, icons::Drawing};

/// An empty state: `<EmptyState icon=icons::USERS title=t("residents-none")> <p>…</p> <LinkButton …/> </EmptyState>`.
#[component]
pub fn EmptyState(
    /// A drawing.
    icon: Drawing,
    /// What is not here yet, kindly.
    #[prop(into)]
    title: String,
    /// How it works and how to begin.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <span class="dot" data-tone="brand"><Icon of=icon/></span>
            <p class="empty-title">{title}</p>
            {children()}
        </div>
    }
}
