//! Writing in a plan: the resident's one plan, in the resident's words.

use api::plan::{EditPlan, PlanView};
use domain::{PlanEdit, PlanPart};
use leptos::prelude::*;

use super::{steps::StepsEditor, words::part_words};
use crate::{
    backend::Saving,
    memo::memo,
    parts::{Autosave, Card},
    words::t,
};

/// Everything of a plan, to write in. It saves itself; the screen shows `save` in a `StateLine`.
///
/// ```ignore
/// let save = saving::<EditPlan>();
/// <PlanEditor view=plan save/>
/// ```
#[component]
pub fn PlanEditor(
    /// The plan as it is on the disk.
    #[prop(into)]
    view: Signal<PlanView>,
    /// Saves it.
    save: Saving<EditPlan>,
) -> impl IntoView {
    view! {
        <div class="stack plan-editor">
            <Card>
                <PartField part=PlanPart::Want hint=t("plan-want-hint") view save/>
                <PartField part=PlanPart::Can hint=t("plan-can-hint") view save/>
                <PartField part=PlanPart::Need hint=t("plan-need-hint") view save/>
            </Card>
            <StepsEditor view save/>
            <Card>
                <PartField part=PlanPart::Solution hint=t("plan-solution-hint") view save/>
            </Card>
            <Card title=t("plan-before-after")>
                <PartField part=PlanPart::Before hint=t("plan-before-hint") view save/>
                <PartField part=PlanPart::After hint=t("plan-after-hint") view save/>
            </Card>
        </div>
    }
}

/// A part of the plan.
#[component]
fn PartField(part: PlanPart, hint: String, view: Signal<PlanView>, save: Saving<EditPlan>) -> impl IntoView {
    let resident = view.with_untracked(|view| view.resident);
    let value = memo(move || view.with(|view| view.plan.parts.get(&part).cloned().unwrap_or_default()));
    let lines = if part == PlanPart::Solution { 1 } else { 2 };
    let on_save = move |text| save.send_at(part.name(), EditPlan { resident, edit: PlanEdit::Write(part, text) });
    view! { <Autosave label=part_words(part) hint value on_save lines/> }
}
