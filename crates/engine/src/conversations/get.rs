//! Reads a conversation with everything its screens show, from the read tables alone.

use api::{
    Failure,
    conversation::{ConversationView, Earlier, GetConversation},
};
use domain::{ConversationId, Profile, Purpose, ResidentId, instrument::Instrument};

use crate::{Engine, Handle, failures::fail, open::Open, shared::told};

impl Handle<GetConversation> for Engine {
    fn handle(&mut self, request: GetConversation) -> Result<ConversationView, Failure> {
        let open = self.open()?;
        let view = open.conversation(request.conversation)?;
        open.log_opened(view.conversation.resident)?;
        Ok(view)
    }
}

impl Open {
    fn conversation(&mut self, id: ConversationId) -> Result<ConversationView, Failure> {
        let lost = |error| fail("conversation", error);
        let conversation = self.store.read().conversation(id).map_err(lost)?.ok_or(Failure::NotFound)?;
        let resident = conversation.resident;
        let (profile, professional) = self.whose(id, resident)?;
        let read = self.store.read();
        let before = (conversation.on, conversation.started);
        let earlier = read.conversations_of(resident).map_err(lost)?.into_iter();
        Ok(ConversationView {
            id,
            profile,
            keep: self.standing(resident, Purpose::Keep)?,
            neighbourhood_wish: self.standing(resident, Purpose::NeighbourhoodWish)?,
            plan: read.plan(resident).map_err(lost)?,
            earlier: earlier
                .filter(|(_, other)| (other.on, other.started) < before)
                .map(|(id, conversation)| Earlier { id, conversation })
                .collect(),
            expected: read.expectation(id).map_err(lost)?,
            place: read.resume(id).map_err(lost)?,
            professional,
            to_print: read.is_to_print(id).map_err(lost)?,
            conversation,
        })
    }

    /// Who the resident is, and to whom they talk. Where the dossier is not here the conversation was shared by itself: then what
    /// stands on its cover.
    fn whose(&mut self, id: ConversationId, resident: ResidentId) -> Result<(Profile, String), Failure> {
        let dossier = self.store.read().dossier(resident).map_err(|error| fail("conversation", error))?;
        if let Some(dossier) = dossier {
            return Ok((dossier.profile, self.who()?.name));
        }
        let part = self.part(resident, id.into())?;
        let note = self.note_on(&part)?;
        Ok((told(note.as_ref()), note.map(|note| note.by).unwrap_or_default()))
    }

    /// The instrument that a conversation is filled in with.
    pub(crate) fn instrument_of(&self, id: ConversationId) -> Result<Instrument, Failure> {
        let row = self.store.read().conversation(id).map_err(|error| fail("conversation", error))?;
        self.instrument(&row.ok_or(Failure::NotFound)?.instrument)
    }
}
