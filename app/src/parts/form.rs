//! A form that is sent with Enter or its button.

use leptos::{ev, prelude::*};

/// A form. `on_send` runs at Enter in a field and at the button with `submit=true`; not while that button is busy.
///
/// ```ignore
/// <Form on_send=move || save.send(…)> <TextField …/> <Button submit=true>{t("common-save")}</Button> </Form>
/// ```
#[component]
pub fn Form(
    /// Carries out what was filled in.
    on_send: impl Fn() + 'static,
    /// Something is on its way already.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its `id`, for a button outside of it.
    #[prop(optional)]
    id: Option<&'static str>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    drawn(Box::new(on_send), busy, id, children)
}

/// The same for every form: its code is there once.
fn drawn(on_send: Box<dyn Fn()>, busy: Signal<bool>, id: Option<&'static str>, children: Children) -> AnyView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_send();
        }
    };
    // Our own words at the field instead of the web view's bubbles.
    view! { <form class="form" id=id novalidate=true on:submit=send>{children()}</form> }.into_any()
}
