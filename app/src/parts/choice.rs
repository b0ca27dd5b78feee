//! One choice of a few, all in sight: native radio buttons that look like tiles.

use leptos::prelude::*;

use super::{live, unique_id};
use crate::memo::memo;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick<T> {
    /// What is chosen.
    pub value: T,
    /// Its words.
    pub words: String,
    /// A quieter line below; empty for none.
    pub note: String,
}

impl<T> Pick<T> {
    /// Something to choose, with its words.
    pub fn new(value: T, words: impl Into<String>) -> Self {
        Self { value, words: words.into(), note: String::new() }
    }

    /// With a quieter line below.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// One choice of a few. Arrow keys and Tab work as for every group of radio buttons.
///
/// ```ignore
/// <Choice legend=t("residents-form") chosen=form on_choose=move |form| set_form.set(form)
///     picks=vec![Pick::new(Form::U, "u"), Pick::new(Form::Je, "je")]/>
/// ```
/// `row=true` puts them side by side (short words), otherwise each has a line of its own.
#[component]
pub fn Choice<T: Clone + PartialEq + Send + Sync + 'static>(
    /// The question.
    #[prop(into)]
    legend: Signal<String>,
    /// What there is to choose.
    picks: Vec<Pick<T>>,
    /// What is chosen now; nothing where nothing is yet.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// Something was chosen.
    on_choose: impl Fn(T) + 'static,
    /// Side by side.
    #[prop(optional)]
    row: bool,
    /// A quieter line below the question.
    #[prop(optional, into)]
    hint: Option<String>,
) -> impl IntoView {
    let (values, lines): (Vec<T>, Vec<_>) =
        picks.into_iter().map(|Pick { value, words, note }| (value, (words, note))).unzip();
    let values = StoredValue::new(values);
    let at = memo(move || {
        let chosen = chosen.get()?;
        values.with_value(|values| values.iter().position(|value| *value == chosen))
    });
    let choose = UnsyncCallback::new(move |at: usize| {
        if let Some(value) = values.with_value(|values| values.get(at).cloned()) {
            on_choose(value);
        }
    });
    view! { <Question legend row hint><Tiles lines at choose/></Question> }
}

/// What stands around the tiles.
#[component]
fn Question(legend: Signal<String>, row: bool, hint: Option<String>, children: Children) -> impl IntoView {
    view! {
        <fieldset class="choice" class:choice-row=row>
            <legend class="label">{live(move || legend.get())}</legend>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            {children()}
        </fieldset>
    }
}

/// The same whatever there is to choose; tiles are told apart by their place.
#[component]
fn Tiles(lines: Vec<(String, String)>, at: Memo<Option<usize>>, choose: UnsyncCallback<usize>) -> impl IntoView {
    let name = unique_id("choice");
    let tile = |(place, (words, note)): (usize, (String, String))| {
        view! {
            <label class="tile">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || at.get() == Some(place)
                    on:change=move |_| choose.run(place)
                />
                <span class="tile-words">
                    <span>{words}</span>
                    {(!note.is_empty()).then(|| view! { <span class="tile-note">{note}</span> })}
                </span>
            </label>
        }
    };
    view! { <div class="tiles">{lines.into_iter().enumerate().map(tile).collect_view()}</div> }
}
