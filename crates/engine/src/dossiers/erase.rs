//! Erases a resident or one conversation: keys, bytes and rows go, an empty tombstone stays. What was shared goes everywhere.

use api::{
    Failure, Saved,
    dossier::{EraseConversation, EraseResident},
};
use domain::ResidentId;
use store::AccessEvent;
use sync::{Wish, protocol::id::ScopeId};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<EraseResident> for Engine {
    fn handle(&mut self, request: EraseResident) -> Result<Saved, Failure> {
        let open = self.open()?;
        let name = open.dossier(request.resident)?.dossier.profile.name;
        if name.trim().to_lowercase() != request.confirm.trim().to_lowercase() {
            return Err(Failure::NotConfirmed);
        }
        let wish = open.erasure(request.resident)?;
        open.erase(request.resident, wish)?;
        Ok(open.saved())
    }
}

impl Handle<EraseConversation> for Engine {
    fn handle(&mut self, request: EraseConversation) -> Result<Saved, Failure> {
        let open = self.open()?;
        let id = request.conversation;
        let resident = open.resident_of(id)?;
        let now = open.now();
        open.act(|action| {
            action.also(move |tx| tx.erase_conversation(id, now));
            action.log(AccessEvent::Erased, Some(resident));
            action.touch(Some(resident));
            Ok(())
        })?;
        open.shelf.drop(id.into());
        // Its entries that were on their way are gone.
        open.reload_team()?;
        Ok(open.saved())
    }
}

impl Open {
    /// What the log of a shared dossier has to say, so that it goes everywhere. Keepers may, unless a hold stands.
    fn erasure(&self, resident: ResidentId) -> Result<Option<Wish>, Failure> {
        let scope = ScopeId(resident.0);
        let Some(team) = &self.team else { return Ok(None) };
        // Its first record may be on its way, or in the log without an answer.
        let Some(sharing) = team.space.sharing(scope) else { return Ok(Some(Wish::Erase { scope })) };
        if sharing.is_erased() {
            return Ok(None);
        }
        if sharing.is_held() {
            return Err(Failure::Held);
        }
        if !sharing.keepers().contains(&team.space.person()) {
            return Err(Failure::NotAllowed);
        }
        Ok(Some(Wish::Erase { scope }))
    }

    /// Erases everything of a resident here, and keeps the wish that it goes everywhere.
    pub(crate) fn erase(&mut self, resident: ResidentId, wish: Option<Wish>) -> Result<(), Failure> {
        let now = self.now();
        let space = self.team.as_ref().map(|team| team.row.id);
        let falls = self.wishes_about(ScopeId(resident.0))?;
        self.act(|action| {
            if let Some(space) = space {
                action.also(move |tx| falls.iter().try_for_each(|number| tx.drop_wish(space, *number)));
            }
            if let (Some(space), Some(wish)) = (space, wish) {
                action.also(move |tx| tx.add_wish(space, &wish.to_bytes()).map(drop));
            }
            action.also(move |tx| tx.erase_scope(resident, now));
            action.log(AccessEvent::Erased, Some(resident));
            action.touch(Some(resident));
            Ok(())
        })?;
        self.shelf.clear();
        self.opened.remove(&resident);
        // Its entries that were on their way are gone, and what comes of it is not taken.
        self.reload_team()
    }

    /// Whose conversation it is.
    pub(crate) fn resident_of(&self, id: domain::ConversationId) -> Result<ResidentId, Failure> {
        let row = self.store.read().document(id.into()).map_err(|error| fail("document", error))?;
        row.and_then(|row| row.scope).ok_or(Failure::NotFound)
    }
}
