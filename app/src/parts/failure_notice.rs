//! A failure in words: what happened, and what to do now.

use api::Failure;
use leptos::prelude::*;

use super::{Button, Kind, Notice, live};
use crate::{
    backend::SaveState,
    words::{Args, t, tr},
};

/// What happened and what to do now, from `failure-<name>` and `failure-<name>-do`.
#[must_use]
pub fn failure_words(failure: &Failure) -> (String, String) {
    let key = format!("failure-{}", failure.name());
    let args = || {
        let args = Args::new();
        match failure {
            Failure::WrongSecret { wait_seconds } | Failure::Wait { wait_seconds } => {
                args.with("seconds", *wait_seconds)
            }
            Failure::Unexpected { code } => args.with("code", code.clone()),
            _ => args,
        }
    };
    (tr(&key, args()), tr(&format!("{key}-do"), args()))
}

/// A failure in words, with a button to try again where that can help: `<FailureNotice failure retry=move || save.retry()/>`.
#[component]
pub fn FailureNotice(
    /// The failure.
    failure: Failure,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let (happened, remedy) = failure_words(&failure);
    let problems = match failure {
        Failure::InstrumentRefused { problems } => problems,
        _ => Vec::new(),
    };
    view! {
        <Notice problem=true title=happened>
            <p>{remedy}</p>
            {(!problems.is_empty()).then(|| view! {
                <ul class="problems">{problems.into_iter().map(|problem| view! { <li>{problem}</li> }).collect::<Vec<_>>()}</ul>
            })}
            {retry.map(|retry| view! {
                <Button kind=Kind::Ghost on_press=move |_| retry.run(())>{t("common-retry")}</Button>
            })}
        </Notice>
    }
}

/// Why a change could not be saved, while that is so: `<SaveProblem state=save.signal()/>`.
#[component]
pub fn SaveProblem(
    /// How saving stands.
    state: Signal<SaveState>,
) -> impl IntoView {
    live(move || match state.get() {
        SaveState::Failed(failure) => Some(view! { <FailureNotice failure/> }),
        SaveState::Idle | SaveState::Busy | SaveState::Saved => None,
    })
}
