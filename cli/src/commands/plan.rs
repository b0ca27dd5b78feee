//! Shows a plan.

use api::{
    domain::{Plan, PlanPart, Step},
    plan::GetPlan,
};

use crate::{arguments, failure::Failed, output::Answer, session::Desk};

pub(super) fn run(desk: &mut Desk<'_>, plan: arguments::Plan) -> Result<Answer, Failed> {
    let arguments::Plan::Show { resident } = plan;
    let view = desk.call(GetPlan { resident })?;
    let mut lines = vec![format!("{resident}  {}", view.profile.name).trim_end().to_owned()];
    lines.extend(told(desk, &view.plan));
    Answer::new(view, lines)
}

/// The resident's words by part, then the steps by their day.
fn told(desk: &Desk<'_>, plan: &Plan) -> Vec<String> {
    let part = |part: PlanPart| {
        plan.parts.get(&part).map(|words| format!("{}: {words}", desk.words.say(&format!("plan-{}", part.name()))))
    };
    let mut steps: Vec<&Step> = plan.steps.values().collect();
    steps.sort_by_key(|step| (step.on.is_none(), step.on));
    let step = |step: &Step| {
        let day = step.on.map(|day| format!("  {day}")).unwrap_or_default();
        let note = if step.note.is_empty() { String::new() } else { format!("  {}", step.note) };
        format!("- {}  {}{day}{note}", step.text, step.state.name())
    };
    PlanPart::ALL.into_iter().filter_map(part).chain(steps.into_iter().map(step)).collect()
}
