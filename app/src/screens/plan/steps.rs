//! The steps of a plan: add, correct, say how it went, take away with a way back.

use api::plan::{EditPlan, PlanView};
use domain::{PlanEdit, ResidentId, Step, StepId};
use leptos::prelude::*;

use super::{
    add_step::AddStep, change_step::ChangeStep, order::ordered, settle::SettleStep, summary::drawing, words::step_note,
};
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Button, Card, Each, Icon, Kind, catch_focus, live, undo},
    session::session,
    words::{Args, t, tr},
};

/// Where the focus goes when the step that had it goes away.
const LIST: &str = "plan-steps";

/// What is open below a step. One at a time, so that no two fields look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Panel {
    Settle,
    Change,
}

/// What the rows share.
#[derive(Clone, Copy)]
pub(super) struct Steps {
    resident: ResidentId,
    view: Signal<PlanView>,
    save: Saving<EditPlan>,
    open: RwSignal<Option<(StepId, Panel)>>,
}

impl Steps {
    fn step(self, id: StepId) -> Memo<Step> {
        // The last words stay while the row is being taken away.
        Memo::new(move |last: Option<&Step>| {
            let now = self.view.with(|view| view.plan.steps.get(&id).cloned());
            now.or_else(|| last.cloned()).unwrap_or_default()
        })
    }

    fn send(self, edit: PlanEdit) {
        self.save.send(EditPlan { resident: self.resident, edit });
    }
}

/// The steps, with a form for a new one.
#[component]
pub fn StepsEditor(
    /// The plan.
    view: Signal<PlanView>,
    /// Saves it.
    save: Saving<EditPlan>,
) -> impl IntoView {
    let steps = Steps { resident: view.with_untracked(|view| view.resident), view, save, open: RwSignal::new(None) };
    let order = Memo::new(move |before: Option<&Vec<StepId>>| {
        view.with(|view| ordered(before.map_or(&[], Vec::as_slice), &view.plan.steps))
    });
    let is_empty = memo(move || order.with(Vec::is_empty));
    catch_focus(LIST, move || order.track());
    view! {
        <Card title=t("plan-steps")>
            <div id=LIST tabindex="-1" class="plan-steps">
                {live(move || is_empty.get().then(|| view! { <p class="soft">{t("plan-steps-none")}</p> }))}
                <ul class="rows" role="list">
                    <Each of=move || order.get() key=|id| *id let:id><StepRow id steps/></Each>
                </ul>
            </div>
            <AddStep resident=steps.resident save/>
        </Card>
    }
}

#[component]
fn StepRow(id: StepId, steps: Steps) -> impl IntoView {
    let step = steps.step(id);
    let panel = memo(move || steps.open.get().filter(|(open, _)| *open == id).map(|(_, panel)| panel));
    let below = move || match panel.get() {
        Some(Panel::Settle) => {
            view! { <SettleStep resident=steps.resident id step=step.into() save=steps.save/> }.into_any()
        }
        Some(Panel::Change) => view! { <Changing id step steps/> }.into_any(),
        None => ().into_any(),
    };
    let note = move || step.with(|step| step_note(step, session().today()));
    view! {
        <li class="row plan-step">
            {live(move || {
                let (icon, tone) = drawing(step.with(|step| step.state));
                view! { <span class="dot" data-tone=tone><Icon of=icon/></span> }
            })}
            <span class="row-words">
                <span class="row-title">{live(move || step.with(|step| step.text.clone()))}</span>
                <span class="row-note">{live(note)}</span>
            </span>
            <span class="row-end">
                <PanelButton id step steps which=Panel::Settle/>
                <PanelButton id step steps which=Panel::Change/>
            </span>
            <div class="plan-panel" id=format!("step-{id}")>{live(below)}</div>
        </li>
    }
}

/// Opens and closes what stands below a step.
#[component]
fn PanelButton(id: StepId, step: Memo<Step>, steps: Steps, which: Panel) -> impl IntoView {
    let is_open = move || steps.open.get() == Some((id, which));
    let toggle =
        move |_| steps.open.update(|open| *open = if *open == Some((id, which)) { None } else { Some((id, which)) });
    let words = match which {
        Panel::Settle => t("plan-how-was-it"),
        Panel::Change => t("common-change"),
    };
    let label = {
        let words = words.clone();
        move || {
            tr(
                "plan-at-step",
                Args::new().with("what", words.as_str()).with("text", step.with(|step| step.text.clone())),
            )
        }
    };
    view! {
        <Button kind=Kind::Plain expanded=is_open controls=format!("step-{id}")
            label on_press=toggle>{words}</Button>
    }
}

/// Corrects a step or takes it away.
#[component]
fn Changing(id: StepId, step: Memo<Step>, steps: Steps) -> impl IntoView {
    let undo = undo();
    let remove = move || {
        let was = step.get_untracked();
        steps.open.set(None);
        let removed = tr("plan-step-removed", Args::new().with("text", was.text.as_str()));
        let back = move || steps.send(PlanEdit::Step(id, was));
        steps.save.send_then(EditPlan { resident: steps.resident, edit: PlanEdit::RemoveStep(id) }, move |_| {
            undo.offer(removed, back)
        });
    };
    view! { <ChangeStep resident=steps.resident id step=step.into() save=steps.save on_remove=remove/> }
}
