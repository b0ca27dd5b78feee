//! Keeps an answer of the resident, in their own voice.

use api::{Failure, Saved, hand_over::AnswerHandOver};
use domain::{Conversation, ConversationEdit, Given, Voice};

use crate::{Engine, Handle, session::Session};

impl Handle<AnswerHandOver> for Engine {
    fn handle(&mut self, request: AnswerHandOver) -> Result<Saved, Failure> {
        let Session::HandedOver(open, handed) = &mut self.session else { return Err(Failure::NotNow) };
        if !handed.questions.contains(&request.target) {
            return Err(Failure::HandedOver);
        }
        let document = handed.conversation.into();
        let given = request.own.answer.map(|answer| Given { answer, voice: Voice::Resident });
        open.act(|action| {
            action.edit::<Conversation>(document, &ConversationEdit::Answer(request.target.clone(), given))?;
            action
                .edit::<Conversation>(document, &ConversationEdit::WantToTalk(request.target, request.own.want_to_talk))
        })?;
        Ok(open.saved())
    }
}
