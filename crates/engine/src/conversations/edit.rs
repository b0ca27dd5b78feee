//! Changes something in a conversation. Nothing of the talk is kept without a basis for it.

use api::{Failure, Field, Saved, conversation::EditConversation};
use domain::{Conversation, ConversationEdit, ConversationId, Dossier, DossierEdit, Purpose, ResidentId, TalkStep};
use store::DocumentKind;

use crate::{Engine, Handle, action::Action, entry, open::Open};

impl Handle<EditConversation> for Engine {
    fn handle(&mut self, request: EditConversation) -> Result<Saved, Failure> {
        let open = self.open()?;
        let resident = open.resident_of(request.conversation)?;
        let edit = allowed(open, resident, request.edit)?;
        if let ConversationEdit::Answer(target, Some(_)) = &edit {
            open.need_question(request.conversation, target)?;
        }
        let dossier = open.document_of(Some(resident), DocumentKind::Dossier)?;
        open.act(|action| {
            action.edit::<Conversation>(request.conversation.into(), &edit)?;
            if let ConversationEdit::LookedBack(Some(day)) = edit {
                action.edit::<Dossier>(dossier, &DossierEdit::Asked(day))?;
            }
            promise_copy(action, request.conversation, &edit);
            Ok(())
        })?;
        Ok(open.saved())
    }
}

/// What an edit needs before it may be done.
fn allowed(open: &Open, resident: ResidentId, edit: ConversationEdit) -> Result<ConversationEdit, Failure> {
    match edit {
        // Agreed together with the plan, by a verb of its own.
        ConversationEdit::FirstStep(_) => Err(Failure::NotNow),
        ConversationEdit::Place(line) => Ok(ConversationEdit::Place(entry::line(&line, Field::Line)?)),
        // Wiping and rounding off must always be possible.
        ConversationEdit::Answer(_, None) | ConversationEdit::Finish(_) | ConversationEdit::Present(_) => Ok(edit),
        ConversationEdit::Say(TalkStep::Neighbourhood, _, ref words) if !words.is_empty() => {
            open.need(resident, Purpose::NeighbourhoodWish)?;
            Ok(edit)
        }
        _ => {
            open.need(resident, Purpose::Keep)?;
            Ok(edit)
        }
    }
}

/// A talk that is rounded off leaves a copy to print; one that goes on takes it back.
fn promise_copy(action: &mut Action<'_>, conversation: ConversationId, edit: &ConversationEdit) {
    if let ConversationEdit::Finish(finished) = *edit {
        action.also(move |tx| tx.set_to_print(conversation, finished));
    }
}
