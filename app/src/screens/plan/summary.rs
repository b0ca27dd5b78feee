//! The plan to read: the resident's words first, then the steps with what became of them.

use domain::{Plan, PlanPart, Step, StepState};
use leptos::prelude::*;

use super::{
    order::ordered,
    words::{part_words, step_note},
};
use crate::{
    memo::memo,
    parts::{Row, Rows, icons, live},
    session::session,
    words::t,
};

/// A plan to read; says kindly when there is none yet.
#[component]
pub fn PlanSummary(
    /// The plan.
    #[prop(into)]
    plan: Signal<Plan>,
) -> impl IntoView {
    let steps = move || {
        let today = session().today();
        plan.with(|plan| {
            shown_steps(plan).into_iter().map(|step| view! { <StepLine step=step.clone() today/> }).collect_view()
        })
    };
    let (has_parts, has_steps) =
        (memo(move || plan.with(has_words)), memo(move || plan.with(|plan| !plan.steps.is_empty())));
    view! {
        {live(move || has_parts.get().then(|| view! { <Lines plan/> }))}
        {live(move || has_steps.get().then(|| view! { <Rows label=t("plan-steps")>{live(steps)}</Rows> }))}
        {live(move || (!has_parts.get() && !has_steps.get()).then(|| view! { <p class="soft">{t("plan-none")}</p> }))}
    }
}

/// The resident's words in a plan, to read; says kindly when there are none yet.
#[component]
pub fn PlanWords(
    /// The plan.
    #[prop(into)]
    plan: Signal<Plan>,
) -> impl IntoView {
    let has_parts = memo(move || plan.with(has_words));
    live(move || {
        if has_parts.get() {
            view! { <Lines plan/> }.into_any()
        } else {
            view! { <p class="soft">{t("shared-no-words")}</p> }.into_any()
        }
    })
}

/// The parts that have words.
#[component]
fn Lines(plan: Signal<Plan>) -> impl IntoView {
    let parts = move || {
        let told = |part: PlanPart| plan.with(|plan| plan.parts.get(&part).filter(|words| !words.is_empty()).cloned());
        let lines = PlanPart::ALL.into_iter().filter_map(|part| Some((part, told(part)?)));
        lines
            .map(|(part, words)| view! { <div class="plan-line"><dt>{part_words(part)}</dt><dd>{words}</dd></div> })
            .collect_view()
    };
    view! { <dl class="plan-lines">{live(parts)}</dl> }
}

fn has_words(plan: &Plan) -> bool {
    plan.parts.values().any(|words| !words.is_empty())
}

#[component]
fn StepLine(step: Step, today: domain::Date) -> impl IntoView {
    let (icon, tone) = drawing(step.state);
    view! { <Row icon=icon tone=tone title=step.text.clone() note=step_note(&step, today)/> }
}

/// The drawing of a step: what is still to come is warm, what is settled quiet. Never a verdict.
#[must_use]
pub const fn drawing(state: StepState) -> (icons::Drawing, &'static str) {
    match state {
        StepState::Open => (icons::STEP, "warm"),
        StepState::Happened => (icons::CHECK, "brand"),
        StepState::Otherwise => (icons::TALK, "brand"),
        StepState::LetGo => (icons::LEAF, "brand"),
    }
}

/// The steps in order; those without words are not shown.
fn shown_steps(plan: &Plan) -> Vec<&Step> {
    let steps = ordered(&[], &plan.steps);
    steps.iter().filter_map(|id| plan.steps.get(id)).filter(|step| !step.text.is_empty()).collect()
}
