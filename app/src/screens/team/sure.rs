//! What asks the passphrase again: it folds open, says what it does and what not, and only then can be done.

use leptos::prelude::*;

use crate::{
    parts::{Button, FailureNotice, Form, Kind, PasswordField, live},
    words::t,
};

/// Something that needs the passphrase: `<Sure title=… yes=… on_yes=move |passphrase| … busy failure> <p>…</p> </Sure>`.
///
/// Typing the passphrase is the confirmation; there is no second question.
#[component]
pub fn Sure(
    /// What can be done here, on the fold.
    #[prop(into)]
    title: String,
    /// What the button says, as a verb.
    #[prop(into)]
    yes: String,
    /// Does it, with the passphrase.
    on_yes: impl Fn(String) + 'static,
    /// It is on its way.
    #[prop(into)]
    busy: Signal<bool>,
    /// Why it could not be done.
    #[prop(into)]
    failure: Signal<Option<api::Failure>>,
    /// What it does, and what it does not.
    children: Children,
) -> impl IntoView {
    let (passphrase, problem) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move || {
        let typed = passphrase.get_untracked();
        if typed.is_empty() {
            problem.set(t("team-passphrase-missing"));
        } else {
            problem.set(String::new());
            passphrase.set(String::new());
            on_yes(typed);
        }
    };
    view! {
        <details class="fold team-sure">
            <summary>{title}</summary>
            <Form on_send=send busy>
                <div class="stack">{children()}</div>
                <PasswordField label=t("team-passphrase") hint=t("team-passphrase-hint") value=passphrase problem/>
                {live(move || failure.get().map(|failure| view! { <FailureNotice failure/> }))}
                <Button kind=Kind::Ghost submit=true busy>{yes}</Button>
            </Form>
        </details>
    }
}
