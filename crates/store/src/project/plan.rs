//! Plan to rows.

use domain::{Plan, PlanEdit, PlanPart, ResidentId, StepId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Tx,
    table::{
        plan_part, step, tombstone,
        written::{self, Place, WrittenKind},
    },
};

impl Tx<'_> {
    /// Makes the rows of a resident's plan equal to `plan`; with `edit` only those that the edit touches.
    pub fn project_plan(
        &self,
        resident: ResidentId,
        plan: &Plan,
        edit: Option<&PlanEdit>,
    ) -> core::result::Result<(), Error> {
        tombstone::refuse(&self.db, resident.0)?;
        match edit {
            Some(PlanEdit::Write(part, _)) => put_part(&self.db, resident, *part, plan)?,
            Some(PlanEdit::Step(step, _) | PlanEdit::Settle(step, ..) | PlanEdit::RemoveStep(step)) => {
                put_step(&self.db, resident, *step, plan)?;
            }
            None => whole(&self.db, resident, plan)?,
        }
        Ok(())
    }
}

fn whole(db: &Connection, resident: ResidentId, plan: &Plan) -> Result<()> {
    plan_part::delete_all(db, resident)?;
    step::delete_all(db, resident)?;
    let mut texts = Vec::new();
    for (part, text) in &plan.parts {
        plan_part::put(db, resident, *part, text)?;
        texts.push((Place::plan_part(resident, *part), text.as_str()));
    }
    for (id, found) in &plan.steps {
        step::put(db, resident, *id, found)?;
        texts.push((Place::step(resident, WrittenKind::Step, *id), &found.text));
        texts.push((Place::step(resident, WrittenKind::StepNote, *id), &found.note));
    }
    written::put_all(db, resident.0, &WrittenKind::PLAN, &texts)
}

fn put_part(db: &Connection, resident: ResidentId, part: PlanPart, plan: &Plan) -> Result<()> {
    let text = plan.parts.get(&part);
    match text {
        Some(text) => plan_part::put(db, resident, part, text)?,
        None => plan_part::delete(db, resident, part)?,
    }
    written::put(db, &Place::plan_part(resident, part), text.map_or("", String::as_str))
}

fn put_step(db: &Connection, resident: ResidentId, id: StepId, plan: &Plan) -> Result<()> {
    let found = plan.steps.get(&id);
    match found {
        Some(found) => step::put(db, resident, id, found)?,
        None => step::delete(db, resident, id)?,
    }
    written::put(db, &Place::step(resident, WrittenKind::Step, id), found.map_or("", |step| &step.text))?;
    written::put(db, &Place::step(resident, WrittenKind::StepNote, id), found.map_or("", |step| &step.note))
}
