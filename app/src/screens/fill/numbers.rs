//! Eleven numbers under a mark, for whoever would rather tap than drag; asked for once, for every mark.

use api::settings::ChangePreferences;
use domain::{Answer, Mark};
use leptos::prelude::*;

use crate::{
    backend::saving,
    memo::memo,
    parts::{SaveProblem, ToggleChip, icons},
    session::session,
    words::{Args, t, tr},
};

/// Switches the numbers on and off, here and on every later screen.
#[component]
pub fn AskNumbers() -> impl IntoView {
    let (session, save) = (session(), saving::<ChangePreferences>());
    let on = memo(move || session.preferences().numbers);
    let toggle = move |_| {
        let mut preferences = untrack(|| session.preferences());
        preferences.numbers = !preferences.numbers;
        save.send_then(ChangePreferences { preferences }, move |kept| session.take_preferences(kept));
    };
    view! {
        <ToggleChip on icon=icons::NUMBERS on_press=toggle>{t("fill-ask-numbers")}</ToggleChip>
        <SaveProblem state=save.signal()/>
    }
}

/// The numbers, while they are asked for. No stops for Tab: the slider beside them hears digits.
#[component]
pub(super) fn Numbers(label: String, answer: Signal<Option<Answer>>, give: Callback<Option<Answer>>) -> impl IntoView {
    let session = session();
    let asked = memo(move || session.preferences().numbers);
    let number = move |mark: Mark, label: &str| {
        let is_on = move || answer.get() == Some(Answer::Value(mark));
        let name = tr("fill-number", Args::new().with("number", mark.get()).with("label", label));
        view! {
            <button type="button" class="mark-number" tabindex="-1" class:on=is_on aria-pressed=move || is_on().to_string()
                aria-label=name on:click=move |_| give.run(Some(Answer::Value(mark)))>{mark.get()}</button>
        }
    };
    move || {
        asked.get().then(|| {
            let group = tr("fill-numbers", Args::new().with("label", label.as_str()));
            let marks = (0..=Mark::MAX.get()).filter_map(Mark::new);
            let numbers: Vec<_> = marks.map(|mark| number(mark, &label)).collect();
            view! { <div class="mark-numbers" role="group" aria-label=group>{numbers}</div> }
        })
    }
}
