//! A field of a form for a code that is too long for one line, so that it can be compared with paper group by group.

use leptos::prelude::*;

use super::{
    live,
    text_field::{describe, has},
    unique_id,
};

/// Rows that are in sight.
const ROWS: &str = "4";

/// A long code that is no secret, bound to `value`. Typed or pasted; how it is broken into rows means nothing.
///
/// ```ignore
/// <CodeField label=t("back-line") hint=t("back-line-hint") value=line problem chars_max=2000/>
/// ```
#[component]
pub fn CodeField(
    /// What to write here; always in sight.
    #[prop(into)]
    label: String,
    /// A line below the label.
    #[prop(into)]
    hint: String,
    /// What is written.
    value: RwSignal<String>,
    /// What is the matter, in words.
    #[prop(into)]
    problem: MaybeProp<String>,
    /// Most characters.
    chars_max: usize,
) -> impl IntoView {
    let id = unique_id("code");
    let (hint_id, problem_id) = (format!("{id}-hint"), format!("{id}-problem"));
    let described_by = describe(Some(hint_id.clone()), problem, problem_id.clone());
    view! {
        <div class="field" class:field-problem=move || has(problem)>
            <label class="label" for=id.clone()>{label}</label>
            <p class="hint" id=hint_id>{hint}</p>
            <textarea
                id=id
                class="input input-code"
                rows=ROWS
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                maxlength=chars_max
                aria-required="true"
                aria-invalid=move || has(problem).then_some("true")
                aria-describedby=described_by
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
            ></textarea>
            <p class="problem" id=problem_id aria-live="polite">{live(move || problem.get())}</p>
        </div>
    }
}
