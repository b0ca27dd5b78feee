//! The plan as a sample.

use domain::{ConversationId, Plan, PlanEdit, PlanPart, Step, StepId, StepState};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::{Sample, day, ids, text};

fn steps() -> impl Strategy<Value = Step> {
    let agreed_in = option::of(vec(any::<u8>(), 1).prop_map(|byte| ConversationId([byte[0]; 16])));
    (text(), day(), agreed_in, select(&StepState::ALL[..]), text())
        .prop_map(|(text, on, agreed_in, state, note)| Step { text, on, agreed_in, state, note })
}

impl Sample for Plan {
    fn first() {}

    fn at_first() -> Self {
        Self::default()
    }

    fn edit_by(owner: u8) -> BoxedStrategy<PlanEdit> {
        let step_ids = move || ids(owner).prop_map(StepId);
        prop_oneof![
            (select(&PlanPart::ALL[..]), text()).prop_map(|(part, text)| PlanEdit::Write(part, text)),
            (step_ids(), steps()).prop_map(|(id, step)| PlanEdit::Step(id, step)),
            (step_ids(), select(&StepState::ALL[..]), text())
                .prop_map(|(id, state, note)| PlanEdit::Settle(id, state, note)),
            step_ids().prop_map(PlanEdit::RemoveStep),
        ]
        .boxed()
    }

    fn expect(&mut self, edit: &PlanEdit) -> bool {
        match edit.clone() {
            PlanEdit::Write(part, text) if text.is_empty() => drop(self.parts.remove(&part)),
            PlanEdit::Write(part, text) => drop(self.parts.insert(part, text)),
            PlanEdit::Step(id, new) => match self.steps.get_mut(&id) {
                Some(step) => (step.text, step.on) = (new.text, new.on),
                None => drop(self.steps.insert(id, new)),
            },
            PlanEdit::Settle(id, state, note) => match self.steps.get_mut(&id) {
                Some(step) => (step.state, step.note) = (state, note),
                None => return false,
            },
            PlanEdit::RemoveStep(id) => drop(self.steps.remove(&id)),
        }
        true
    }

    fn id_in(edit: &PlanEdit) -> Option<[u8; 16]> {
        match edit {
            PlanEdit::Step(id, _) | PlanEdit::Settle(id, ..) | PlanEdit::RemoveStep(id) => Some(id.0),
            PlanEdit::Write(..) => None,
        }
    }

    fn has(&self, id: [u8; 16]) -> bool {
        self.steps.contains_key(&StepId(id))
    }
}
