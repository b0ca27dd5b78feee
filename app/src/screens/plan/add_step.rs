//! A new step in the plan.

use api::plan::EditPlan;
use domain::{Date, PlanEdit, ResidentId, Step, StepId};
use leptos::prelude::*;

use crate::{
    backend::Saving,
    memo::memo,
    parts::{Button, DateField, Form, Kind, TextField, icons, live},
    session::session,
    words::t,
};

/// The id that asks for a new one.
const NEW: StepId = StepId([0; 16]);

/// A form for a new step: words, and a day if one was agreed.
#[component]
pub fn AddStep(
    /// Whose.
    resident: ResidentId,
    /// Saves it.
    save: Saving<EditPlan>,
) -> impl IntoView {
    let (text, on) = (RwSignal::new(String::new()), RwSignal::new(None::<Date>));
    let problem = RwSignal::new(String::new());
    let has_text = memo(move || text.with(|text| !text.trim().is_empty()));
    let send = move || {
        let words = text.with_untracked(|text| text.trim().to_owned());
        if words.is_empty() {
            problem.set(t("plan-step-empty"));
            return;
        }
        problem.set(String::new());
        let step = Step { text: words, on: on.get_untracked(), ..Step::default() };
        save.send_then(EditPlan { resident, edit: PlanEdit::Step(NEW, step) }, move |_| {
            text.set(String::new());
            on.set(None);
        });
    };
    view! {
        <Form on_send=send busy=Signal::derive(move || save.is_busy())>
            <TextField label=t("plan-step-new") hint=t("plan-step-new-hint") value=text problem/>
            {live(move || has_text.get().then(|| view! {
                <DateField label=t("plan-step-new-day") value=on on_change=move |day| on.set(day) quick=quick_days()/>
            }))}
            <Button kind=Kind::Quiet submit=true icon=icons::PLUS>{t("plan-step-add")}</Button>
        </Form>
    }
}

/// Days that are often agreed.
#[must_use]
pub fn quick_days() -> Vec<(String, Date)> {
    let today = session().today();
    let after = |days: i32| today.plus_days(days);
    vec![(t("plan-tomorrow"), after(1)), (t("plan-in-a-week"), after(7)), (t("plan-in-two-weeks"), after(14))]
}
