//! Agrees the first small step: in the conversation as it was said, and in the plan where it lives on.

use api::{Failure, Field, conversation::AgreeFirstStep};
use domain::{Conversation, ConversationEdit, FirstStep, Plan, PlanEdit, Purpose, Step, StepId, text};
use store::DocumentKind;

use crate::{Engine, Handle, failures::fail};

impl Handle<AgreeFirstStep> for Engine {
    fn handle(&mut self, request: AgreeFirstStep) -> Result<StepId, Failure> {
        let words = request.text.trim().to_owned();
        if !text::fits_text(&words) {
            return Err(Failure::Invalid { field: Field::Text });
        }
        let open = self.open()?;
        let conversation = request.conversation;
        let resident = open.resident_of(conversation)?;
        open.need(resident, Purpose::Keep)?;
        let plan = open.document_of(Some(resident), DocumentKind::Plan)?;
        let known = open
            .store
            .read()
            .conversation(conversation)
            .map_err(|error| fail("step", error))?
            .ok_or(Failure::NotFound)?;
        let agreed = known.first_step.map(|first| first.step);
        let step = agreed.unwrap_or(StepId(open.random_id()));
        open.act(|action| {
            if words.is_empty() {
                if agreed.is_some() {
                    action.edit::<Plan>(plan, &PlanEdit::RemoveStep(step))?;
                }
                return action.edit::<Conversation>(conversation.into(), &ConversationEdit::FirstStep(None));
            }
            let first = FirstStep { step, text: words.clone(), on: request.on };
            action.edit::<Conversation>(conversation.into(), &ConversationEdit::FirstStep(Some(first)))?;
            let in_plan = Step { text: words, on: request.on, agreed_in: Some(conversation), ..Step::default() };
            action.edit::<Plan>(plan, &PlanEdit::Step(step, in_plan))
        })?;
        Ok(step)
    }
}
