//! Eleven numbers to tap, four in a row, and a place to wipe.

use domain::{Answer, Mark};
use leptos::prelude::*;

use super::{Round, course::Asked};
use crate::{
    memo::memo,
    words::{Args, t, tr},
};

/// The numbers, with the words for the two ends below them.
#[component]
pub(super) fn Marks(round: Round, asked: Asked) -> impl IntoView {
    let target = asked.target.clone();
    let answer = memo(move || round.own(&target).answer);
    let number = |mark: Mark| {
        let target = asked.target.clone();
        let is_on = move || answer.get() == Some(Answer::Value(mark));
        view! {
            <button type="button" class="resident-number" class:on=is_on aria-pressed=move || is_on().to_string()
                on:click=move |_| round.change(&target, |own| own.answer = Some(Answer::Value(mark)))>{mark.get()}</button>
        }
    };
    let numbers = (0..=Mark::MAX.get()).filter_map(Mark::new).map(number).collect_view();
    let target = asked.target.clone();
    let wipe = move |_| round.change(&target, |own| own.answer = None);
    let ends = tr("resident-ends", Args::new().with("low", asked.low.as_str()).with("high", asked.high.as_str()));
    view! {
        <div>
            <div class="resident-numbers" role="group" aria-label=ends>
                {numbers}
                <button type="button" class="resident-number resident-wipe" aria-disabled=move || answer.get().is_none().then_some("true") on:click=wipe>
                    {t("common-clear")}
                </button>
            </div>
            // The group says it to a screen reader, with the numbers.
            <p class="resident-ends soft" aria-hidden="true"><span>{asked.low}</span><span>{asked.high}</span></p>
        </div>
    }
}
