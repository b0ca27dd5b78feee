//! A field for a passphrase, a PIN or a recovery code.

use leptos::{html, prelude::*};

use super::live;
use super::{
    Icon, icons,
    text_field::{describe, has},
    unique_id,
};
use crate::words::t;

/// A secret, hidden until the person wants to see it. Pasting and password managers work.
///
/// ```ignore
/// <PasswordField label=t("lock-passphrase") value=passphrase autocomplete="current-password" problem=move || problem.get()/>
/// ```
#[component]
pub fn PasswordField(
    /// What to write here.
    #[prop(into)]
    label: Signal<String>,
    /// What is written.
    value: RwSignal<String>,
    /// A line below the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is the matter, in words.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
    /// `current-password`, `new-password`, or `off` for a code or a PIN.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// `numeric` for a PIN.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Takes the focus when it comes: the one field of a lock.
    #[prop(optional)]
    first: bool,
) -> impl IntoView {
    let id = unique_id("secret");
    let shown = RwSignal::new(false);
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described_by = describe(hint.is_some().then(|| hint_id.clone()), problem, problem_id.clone());
    let toggle_words = move || t(if shown.get() { "app-hide-secret" } else { "app-show-secret" });
    let input = NodeRef::<html::Input>::new();
    if first {
        input.on_load(|input| request_animation_frame(move || drop(input.focus())));
    }
    view! {
        <div class="field" class:field-problem=move || has(problem)>
            <label class="label" for=id.clone()>{live(move || label.get())}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <div class="input-group">
                <input
                    id=id.clone()
                    node_ref=input
                    class="input"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    inputmode=inputmode
                    aria-invalid=move || has(problem).then_some("true")
                    aria-describedby=described_by
                    prop:value=value
                    on:input:target=move |event| value.set(event.target().value())
                />
                <button type="button" class="input-toggle" aria-controls=id on:click=move |_| shown.update(|shown| *shown = !*shown)>
                    <Icon of=Signal::derive(move || if shown.get() { icons::HIDE } else { icons::SHOW })/>
                    <span>{live(toggle_words)}</span>
                </button>
            </div>
            <p class="problem" id=problem_id aria-live="polite">{live(move || problem.get())}</p>
        </div>
    }
}
