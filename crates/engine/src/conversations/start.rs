//! Starts a conversation with the newest version of an instrument.

use api::{Failure, Field, conversation::StartConversation};
use documents::NewConversation;
use domain::{Conversation, ConversationId, DocumentId};

use crate::{Engine, Handle, entry, failures::fail};

impl Handle<StartConversation> for Engine {
    fn handle(&mut self, request: StartConversation) -> Result<ConversationId, Failure> {
        let place = entry::line(&request.place, Field::Line)?;
        let open = self.open()?;
        open.instrument(&request.instrument)?;
        let known = open.store.read().dossier(request.resident).map_err(|error| fail("start", error))?;
        known.ok_or(Failure::NotFound)?;
        let id = ConversationId(open.random_id());
        let first = NewConversation {
            resident: request.resident,
            instrument: request.instrument,
            started: open.now(),
            on: open.today(),
            place,
            present: request.present,
        };
        open.act(|action| action.create::<Conversation>(DocumentId::from(id), Some(request.resident), &first))?;
        Ok(id)
    }
}
