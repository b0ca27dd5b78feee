//! Enters a web that was filled in on paper, in one go.

use api::{Failure, Field, Saved, conversation::EnterMarks};
use domain::{Conversation, Answer, ConversationEdit, Given, Purpose, Target, Voice, instrument::Instrument};

use crate::{Engine, Handle};

impl Handle<EnterMarks> for Engine {
    fn handle(&mut self, request: EnterMarks) -> Result<Saved, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        open.need(resident, Purpose::Keep)?;
        let instrument = open.instrument_of(request.conversation)?;
        if !request.marks.iter().all(|(target, _)| asks(&instrument, target)) {
            return Err(Failure::Invalid { field: Field::Mark });
        }
        open.act(|action| {
            request.marks.into_iter().try_for_each(|(target, mark)| {
                let given = Given { answer: Answer::Value(mark), voice: Voice::Resident };
                action.edit::<Conversation>(request.conversation.into(), &ConversationEdit::Answer(target, Some(given)))
            })
        })?;
        Ok(open.saved())
    }
}

/// Whether the instrument asks this.
pub(crate) fn asks(instrument: &Instrument, target: &Target) -> bool {
    match target {
        Target::Dimension(code) => instrument.dimension(code).is_some(),
        Target::Item(code) => instrument.item(code).is_some(),
    }
}
