//! Reads a conversation with everything its screens show, from the read tables alone.

use api::{
    Failure,
    conversation::{ConversationView, Earlier, GetConversation},
};
use domain::{ConversationId, Purpose, instrument::Instrument};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<GetConversation> for Engine {
    fn handle(&mut self, request: GetConversation) -> Result<ConversationView, Failure> {
        let open = self.open()?;
        let view = open.conversation(request.conversation)?;
        open.log_opened(view.conversation.resident)?;
        Ok(view)
    }
}

impl Open {
    fn conversation(&self, id: ConversationId) -> Result<ConversationView, Failure> {
        let lost = |error| fail("conversation", error);
        let read = self.store.read();
        let conversation = read.conversation(id).map_err(lost)?.ok_or(Failure::NotFound)?;
        let resident = conversation.resident;
        let dossier = read.dossier(resident).map_err(lost)?.ok_or(Failure::NotFound)?;
        let before = (conversation.on, conversation.started);
        let earlier = read.conversations_of(resident).map_err(lost)?.into_iter();
        Ok(ConversationView {
            id,
            profile: dossier.profile.clone(),
            keep: self.standing(resident, Purpose::Keep)?,
            neighbourhood_wish: self.standing(resident, Purpose::NeighbourhoodWish)?,
            plan: read.plan(resident).map_err(lost)?,
            earlier: earlier
                .filter(|(_, other)| (other.on, other.started) < before)
                .map(|(id, conversation)| Earlier { id, conversation })
                .collect(),
            expected: read.expectation(id).map_err(lost)?,
            place: read.resume(id).map_err(lost)?,
            professional: self.who()?.name,
            to_print: read.is_to_print(id).map_err(lost)?,
            conversation,
        })
    }

    /// The instrument that a conversation is filled in with.
    pub(crate) fn instrument_of(&self, id: ConversationId) -> Result<Instrument, Failure> {
        let row = self.store.read().conversation(id).map_err(|error| fail("conversation", error))?;
        self.instrument(&row.ok_or(Failure::NotFound)?.instrument)
    }
}
