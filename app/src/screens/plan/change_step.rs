//! Correcting the words and the day of a step.

use api::plan::EditPlan;
use domain::{PlanEdit, ResidentId, Step, StepId};
use leptos::prelude::*;

use super::add_step::quick_days;
use crate::{
    backend::Saving,
    parts::{Autosave, Button, DateField, Kind, drafts, icons},
    words::t,
};

/// The step as this screen last sent it: each request holds its words and its day, so that neither undoes the other.
#[derive(Clone, Copy)]
struct Sent {
    resident: ResidentId,
    id: StepId,
    step: Signal<Step>,
    own: RwSignal<Option<Step>>,
    save: Saving<EditPlan>,
}

impl Sent {
    fn change(self, change: impl FnOnce(&mut Step)) {
        let own = self.own.try_get_untracked().flatten();
        let Some(mut step) = own.or_else(|| self.step.try_get_untracked()) else { return };
        change(&mut step);
        self.own.try_set(Some(step.clone()));
        self.save.send_at(
            &format!("step/{}", self.id),
            EditPlan { resident: self.resident, edit: PlanEdit::Step(self.id, step) },
        );
    }

    /// A step without words is no step: it is taken away with a button, not by wiping.
    fn write(self, text: String) {
        if !text.trim().is_empty() {
            self.change(|step| step.text = text);
        }
    }
}

/// The fields of a step.
#[component]
pub fn ChangeStep(
    /// Whose.
    resident: ResidentId,
    /// Which step.
    id: StepId,
    /// The step as it is on the disk.
    step: Signal<Step>,
    /// Saves it.
    save: Saving<EditPlan>,
    /// Takes it away.
    on_remove: impl Fn() + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let sent = Sent { resident, id, step, own: RwSignal::new(None), save };
    let day = Signal::derive(move || {
        sent.own.with(|own| own.as_ref().map(|step| step.on)).unwrap_or_else(|| step.with(|step| step.on))
    });
    let on_change = move |on| {
        // What is being typed goes first, and comes along.
        drafts::save_all();
        sent.change(|step| step.on = on);
    };
    view! {
        <Autosave label=t("plan-step-words") value=Signal::derive(move || step.with(|step| step.text.clone()))
            on_save=move |text| sent.write(text) lines=2/>
        <DateField label=t("plan-step-day") value=day on_change quick=quick_days()/>
        <Button kind=Kind::Ghost icon=icons::ERASE on_press=move |_| on_remove()>{t("plan-step-remove")}</Button>
    }
}
