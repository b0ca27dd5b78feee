//! A text field that saves itself.

use std::time::Duration;

use domain::text::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use leptos::{
    ev::{self, Event, KeyboardEvent, Targeted},
    leptos_dom::helpers::TimeoutHandle,
    prelude::*,
};
use web_sys::HtmlTextAreaElement;

use super::{drafts, drafts::Draft, live, unique_id};

/// How long after the last key a text is sent.
const AFTER_LAST_KEY: Duration = Duration::from_millis(400);

/// A text field that saves itself: 400 ms after the last key, when it is left, and whenever its screen goes.
///
/// ```ignore
/// <Autosave label=t("plan-want") value=Signal::derive(move || plan.with(…)) lines=3
///     on_save=move |text| save.send_at("want", EditPlan { resident, edit: PlanEdit::Write(PlanPart::Want, text) })/>
/// ```
/// `value` is what is on the disk; the field takes it over, but never while somebody is writing. `on_save` gets the whole text.
/// Use only plain values (ids) and a `Saving` in `on_save`: it also runs when the screen goes.
#[component]
pub fn Autosave(
    /// What to write here.
    #[prop(into)]
    label: Signal<String>,
    /// The text on the disk.
    #[prop(into)]
    value: Signal<String>,
    /// Sends the whole text.
    on_save: impl Fn(String) + 'static,
    /// Lines to begin with; it grows with the text. 1 is for what has no line breaks, such as a name.
    #[prop(default = 1)]
    lines: u8,
    /// A line below the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The label is for a screen reader only; where a heading already says it.
    #[prop(optional)]
    label_hidden: bool,
    /// A sentence below, such as a nudge. Reactive.
    #[prop(optional, into)]
    nudge: MaybeProp<String>,
    /// Gets the text at every key, for a nudge.
    #[prop(optional)]
    typed: Option<RwSignal<String>>,
) -> impl IntoView {
    let field = Field::new(value, on_save);
    let id = unique_id("text");
    let hint_id = format!("{id}-hint");
    let described_by = hint.is_some().then(|| hint_id.clone());
    let on_text = move |text: String| {
        let text = if lines <= 1 { text.replace(char::is_control, " ") } else { text };
        if let Some(typed) = typed {
            typed.set(text.clone());
        }
        field.typed(text);
    };
    let (is_line, chars_max) = (lines <= 1, if lines <= 1 { LINE_CHARS_MAX } else { TEXT_CHARS_MAX });
    let typed_now = move |event: Targeted<Event, HtmlTextAreaElement>| on_text(event.target().value());
    // A line has no line breaks; it only wraps on screen, so that all of it can be read.
    let on_key = move |event: KeyboardEvent| {
        if is_line && event.key() == "Enter" {
            event.prevent_default();
        }
    };
    view! {
        <div class="field">
            <label class="label" class:visually-hidden=label_hidden for=id.clone()>{live(move || label.get())}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <div class="grow" data-text=move || format!("{} ", field.text.get())>
                <textarea id=id class="input" rows=lines.to_string() maxlength=chars_max aria-describedby=described_by
                    prop:value=move || field.shown.get() on:input:target=typed_now on:keydown=on_key
                    on:focus=move |_| field.writing.set(true) on:blur=move |_| field.left()/>
            </div>
            <p class="hint" aria-live="polite">{live(move || nudge.get())}</p>
        </div>
    }
}

/// The moving parts of the field.
#[derive(Clone, Copy)]
struct Field {
    /// Its number among the open fields.
    n: StoredValue<u64>,
    draft: StoredValue<Draft>,
    send: StoredValue<Box<dyn Fn(String)>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>>,
    writing: RwSignal<bool>,
    /// What the element must show; changes only from outside, so that typing is never disturbed.
    shown: RwSignal<String>,
    /// The text at every key, for growing.
    text: RwSignal<String>,
}

impl Field {
    fn new(value: Signal<String>, on_save: impl Fn(String) + 'static) -> Self {
        let first = value.get_untracked();
        let field = Self {
            n: StoredValue::new(0),
            draft: StoredValue::new(Draft::new(first.clone())),
            send: StoredValue::new_local(Box::new(on_save)),
            timer: StoredValue::new(None),
            writing: RwSignal::new(false),
            shown: RwSignal::new(first.clone()),
            text: RwSignal::new(first),
        };
        Effect::new(move || {
            let (saved, is_writing) = (value.get(), field.writing.get());
            if field.draft.try_update_value(|draft| draft.saved_is(&saved, is_writing)) == Some(true) {
                field.shown.set(saved.clone());
                field.text.set(saved);
            }
        });
        let n = drafts::open(move || field.save());
        field.n.set_value(n);
        on_cleanup(move || {
            field.save();
            drafts::close(n);
        });
        field
    }

    fn typed(self, text: String) {
        self.text.set(text.clone());
        let is_ahead = self.draft.try_update_value(|draft| {
            draft.typed(text);
            draft.is_ahead()
        });
        drafts::set_ahead(self.n.get_value(), is_ahead == Some(true));
        self.stop_timer();
        let timer = set_timeout_with_handle(move || self.save(), AFTER_LAST_KEY).ok();
        self.timer.set_value(timer);
    }

    fn left(self) {
        self.save();
        self.writing.set(false);
    }

    fn save(self) {
        self.stop_timer();
        if let Some(Some(text)) = self.draft.try_update_value(Draft::take) {
            self.send.try_with_value(|send| send(text));
        }
        if let Some(n) = self.n.try_get_value() {
            drafts::set_ahead(n, false);
        }
    }

    fn stop_timer(self) {
        if let Some(Some(timer)) = self.timer.try_update_value(Option::take) {
            timer.clear();
        }
    }
}

/// Saves everything that is being typed when the page is hidden or closed.
pub fn autosave_when_hidden() {
    drop(window_event_listener_untyped("pagehide", |_| drafts::save_all()));
    drop(window_event_listener(ev::visibilitychange, |_| drafts::save_all()));
}
