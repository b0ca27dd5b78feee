//! A one-line field of a form that is sent as a whole.

use leptos::prelude::*;

use super::{live, unique_id};

/// A one-line field, bound to `value`. What is on a screen for longer and saves itself is an [`super::Autosave`].
///
/// ```ignore
/// let name = RwSignal::new(String::new());
/// <TextField label=t("residents-name") value=name hint=t("residents-name-hint") problem=move || nudge.get()/>
/// ```
/// `problem` is a sentence that says what is the matter and what to do; empty or absent when all is well.
#[component]
pub fn TextField(
    /// What to write here; always in sight.
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
    /// `autocomplete`; off unless told: names of residents do not belong in the memory of a web view.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// Which keys a phone shows: `text`, `numeric`, `search`, `tel`.
    #[prop(default = "text")]
    inputmode: &'static str,
    /// Most characters.
    #[prop(default = domain::text::LINE_CHARS_MAX)]
    chars_max: usize,
    /// Must be filled in.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let id = unique_id("field");
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described_by = describe(hint.is_some().then(|| hint_id.clone()), problem, problem_id.clone());
    view! {
        <div class="field" class:field-problem=move || has(problem)>
            <label class="label" for=id.clone()>{live(move || label.get())}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <input
                id=id
                class="input"
                type="text"
                autocomplete=autocomplete
                inputmode=inputmode
                maxlength=chars_max
                aria-required=required.then_some("true")
                aria-invalid=move || has(problem).then_some("true")
                aria-describedby=described_by
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            />
            <p class="problem" id=problem_id aria-live="polite">{live(move || problem.get())}</p>
        </div>
    }
}

/// Whether there is a problem to tell.
pub(super) fn has(problem: MaybeProp<String>) -> bool {
    problem.get().is_some_and(|problem| !problem.is_empty())
}

/// The value of `aria-describedby`: the hint, and the problem while there is one.
pub(super) fn describe(
    hint_id: Option<String>,
    problem: MaybeProp<String>,
    problem_id: String,
) -> impl Fn() -> Option<String> + Clone + Send {
    move || {
        let ids: Vec<_> = hint_id.clone().into_iter().chain(has(problem).then(|| problem_id.clone())).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
