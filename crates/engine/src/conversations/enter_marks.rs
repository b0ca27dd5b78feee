//! Enters a web that was filled in on paper, in one go.

use api::{Failure, Field, Saved, conversation::EnterMarks};
use domain::{
    Answer, Conversation, ConversationEdit, ConversationId, Given, Purpose, Target, Voice, instrument::Instrument,
};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<EnterMarks> for Engine {
    fn handle(&mut self, request: EnterMarks) -> Result<Saved, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        open.need(resident, Purpose::Keep)?;
        request.marks.iter().try_for_each(|(target, _)| open.need_question(request.conversation, target))?;
        open.act(|action| {
            request.marks.into_iter().try_for_each(|(target, mark)| {
                let given = Given { answer: Answer::Value(mark), voice: Voice::Resident };
                action.edit::<Conversation>(request.conversation.into(), &ConversationEdit::Answer(target, Some(given)))
            })
        })?;
        Ok(open.saved())
    }
}

impl Open {
    /// Refuses an answer to something that the conversation's instrument does not ask.
    pub(super) fn need_question(&self, conversation: ConversationId, target: &Target) -> Result<(), Failure> {
        let row = self.store.read().conversation_row(conversation).map_err(|error| fail("question", error))?;
        let key = row.ok_or(Failure::NotFound)?.instrument;
        let asked = match content::shipped_instrument(&key) {
            Some(shipped) => asks(shipped, target),
            None => asks(&self.instrument(&key)?, target),
        };
        if asked { Ok(()) } else { Err(Failure::Invalid { field: Field::Mark }) }
    }
}

/// Whether the instrument asks this.
fn asks(instrument: &Instrument, target: &Target) -> bool {
    match target {
        Target::Dimension(code) => instrument.dimension(code).is_some(),
        Target::Item(code) => instrument.item(code).is_some(),
    }
}
