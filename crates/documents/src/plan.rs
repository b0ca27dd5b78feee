//! The plan document: the parts in own words, and the steps.
//!
//! ```text
//! parts   { want can need solution before after: text }
//! steps   { <step id>: entry { text: text, note: text, state: name, on: date?, agreed_in: conversation id? } }
//! ```

use automerge::{Automerge, ObjId, ROOT, transaction::Transaction};
use domain::{Plan, PlanEdit, PlanPart, Step, StepId, StepState};

use crate::{
    DocumentError, Kind,
    entry::{self, Place},
    fields::Fields,
    read::Read,
    write::{Write, check_text, shown},
};

/// Begins empty.
impl Kind for Plan {
    type First = ();
    type Edit = PlanEdit;

    const NAME: &'static str = "plan";

    fn begin((): &(), draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        let parts = draft.new_map(&ROOT, "parts")?;
        draft.new_map(&ROOT, "steps")?;
        PlanPart::ALL.into_iter().try_for_each(|part| draft.new_text(&parts, part.name()).map(drop))
    }

    fn edit(edit: &PlanEdit, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        let steps = draft.map(&ROOT, "steps")?;
        match edit {
            PlanEdit::Write(part, words) => {
                check_text(words)?;
                let parts = draft.map(&ROOT, "parts")?;
                draft.write(&parts, part.name(), words)
            }
            PlanEdit::Step(id, step) => write_step(draft, &steps, *id, step),
            PlanEdit::Settle(id, state, note) => settle(draft, &steps, *id, *state, note),
            PlanEdit::RemoveStep(id) => entry::take_out(draft, &steps, &id.to_string()),
        }
    }

    fn view(automerge: &Automerge) -> Result<Self, DocumentError> {
        let mut plan = Self::default();
        let root = Fields::of(automerge, &ROOT);
        let parts = Fields::of(automerge, &root.map("parts")?);
        for part in PlanPart::ALL {
            let words = parts.words(automerge, part.name())?;
            if !words.is_empty() {
                plan.parts.insert(part, words);
            }
        }
        for (id, step) in entry::standing(automerge, &root.map("steps")?)? {
            plan.steps.insert(id, read_step(automerge, &step)?);
        }
        Ok(plan)
    }
}

/// Adds a step as given, or corrects the words and day of one that stands.
fn write_step(draft: &mut Transaction<'_>, steps: &ObjId, id: StepId, step: &Step) -> Result<(), DocumentError> {
    check_text(&step.text)?;
    check_text(&step.note)?;
    let key = id.to_string();
    let (entry, is_new) = match entry::place(draft, steps, &key)? {
        Place::Standing(entry) => (entry, false),
        Place::TakenOut(entry) => (entry, true),
        Place::Free => {
            let entry = draft.new_map(steps, &key)?;
            draft.new_text(&entry, "text")?;
            draft.new_text(&entry, "note")?;
            (entry, true)
        }
    };
    entry::write(draft, &entry, |draft| {
        draft.write(&entry, "text", &step.text)?;
        draft.set_or_clear(&entry, "on", step.on.map(shown))?;
        if is_new {
            draft.set_or_clear(&entry, "agreed_in", step.agreed_in.map(shown))?;
            draft.set(&entry, "state", step.state.name())?;
            draft.write(&entry, "note", &step.note)?;
        }
        Ok(())
    })
}

fn settle(
    draft: &mut Transaction<'_>,
    steps: &ObjId,
    id: StepId,
    state: StepState,
    note: &str,
) -> Result<(), DocumentError> {
    check_text(note)?;
    let Place::Standing(entry) = entry::place(draft, steps, &id.to_string())? else {
        return Err(DocumentError::NotThere);
    };
    entry::write(draft, &entry, |draft| {
        draft.set(&entry, "state", state.name())?;
        draft.write(&entry, "note", note)
    })
}

fn read_step(automerge: &Automerge, step: &Fields<'_>) -> Result<Step, DocumentError> {
    Ok(Step {
        text: step.words(automerge, "text")?,
        on: step.find_parsed("on")?,
        agreed_in: step.find_parsed("agreed_in")?,
        state: step.named("state", StepState::named)?,
        note: step.words(automerge, "note")?,
    })
}
