//! Erases a resident or one conversation: keys, bytes and rows go, an empty tombstone stays. What was shared goes everywhere.

use api::{
    Failure, Saved,
    dossier::{EraseConversation, EraseResident},
    session::Secret,
};
use domain::ResidentId;
use store::{AccessEvent, SpaceRef};
use sync::{
    Wish,
    protocol::id::{DocumentId, ScopeId},
};

use crate::{Engine, Handle, failures::fail, open::Open};

impl Handle<EraseResident> for Engine {
    fn handle(&mut self, request: EraseResident) -> Result<Saved, Failure> {
        let passphrase = Secret::Passphrase(request.passphrase);
        let open = self.open()?;
        let name = open.dossier(request.resident)?.dossier.profile.name;
        if name.trim().to_lowercase() != request.confirm.trim().to_lowercase() {
            return Err(Failure::NotConfirmed);
        }
        open.may_erase(request.resident)?;
        self.key_for_typed(passphrase)?;
        let open = self.open()?;
        open.erase(request.resident)?;
        Ok(open.saved())
    }
}

impl Handle<EraseConversation> for Engine {
    fn handle(&mut self, request: EraseConversation) -> Result<Saved, Failure> {
        let open = self.open()?;
        let id = request.conversation;
        let resident = open.resident_of(id)?;
        open.may_erase(resident)?;
        let talk = open.store.read().conversation(id).map_err(|error| fail("erase", error))?;
        if talk.is_none_or(|talk| talk.is_begun()) {
            self.key_for_typed(Secret::Passphrase(request.passphrase))?;
        }
        let open = self.open()?;
        let now = open.now();
        // What was shared goes everywhere: the exchange sees to it.
        let scope = ScopeId(resident.0);
        let shared = open.shared_in(resident)?;
        let wish = Wish::EraseDocument { scope, document: DocumentId(domain::DocumentId::from(id).0) };
        open.act(|action| {
            if let Some(space) = shared {
                action.also(move |tx| tx.add_wish(space, &wish.to_bytes()).map(drop));
            }
            action.also(move |tx| tx.erase_conversation(id, now));
            action.log(AccessEvent::Erased, Some(resident));
            action.touch(Some(resident));
            Ok(())
        })?;
        open.shelf.drop(id.into());
        // Its entries that were on their way are gone.
        let home = open.home(resident)?;
        open.reload_team(home)?;
        Ok(open.saved())
    }
}

impl Open {
    /// What was shared is erased by its keepers, unless a hold stands, or they took it over. The exchange then sees to it that it goes everywhere.
    fn may_erase(&self, resident: ResidentId) -> Result<(), Failure> {
        let Some(team) = self.team_of(resident)? else { return Ok(()) };
        let Some(sharing) = team.space.sharing(ScopeId(resident.0)) else {
            // Who keeps it no log says until somebody has opened it again at a restored relay.
            let waits = self.wishes(team)?.iter().any(|wish| is_reopened(wish, resident, false));
            return if waits { Err(Failure::NotNow) } else { Ok(()) };
        };
        if sharing.is_held() {
            return Err(Failure::Held);
        }
        if team.space.erases_alone(sharing) {
            return Ok(());
        }
        let keeps = sharing.keepers().contains(&team.space.person());
        Err(if keeps { Failure::TakenOver } else { Failure::NotAllowed })
    }

    /// The team with which a dossier is shared, also one that is to be opened again there, at a restored relay.
    fn shared_in(&self, resident: ResidentId) -> Result<Option<SpaceRef>, Failure> {
        let Some(team) = self.team_of(resident)? else { return Ok(None) };
        let known = team.space.sharing(ScopeId(resident.0)).is_some();
        let shared = known || self.wishes(team)?.iter().any(|wish| is_reopened(wish, resident, true));
        Ok(shared.then_some(team.row.id))
    }

    /// Erases everything of a resident here.
    pub(crate) fn erase(&mut self, resident: ResidentId) -> Result<(), Failure> {
        let now = self.now();
        let space = self.home(resident)?;
        let falls = self.wishes_about(resident)?;
        self.act(|action| {
            if let Some(space) = space {
                action.also(move |tx| falls.iter().try_for_each(|number| tx.drop_wish(space, *number)));
            }
            action.also(move |tx| tx.erase_scope(resident, now));
            action.log(AccessEvent::Erased, Some(resident));
            action.touch(Some(resident));
            Ok(())
        })?;
        self.shelf.clear();
        self.opened.remove(&resident);
        // Its entries that were on their way are gone, and what comes of it is not taken.
        self.reload_team(space)
    }

    /// Whose conversation it is.
    pub(crate) fn resident_of(&self, id: domain::ConversationId) -> Result<ResidentId, Failure> {
        let row = self.store.read().document(id.into()).map_err(|error| fail("document", error))?;
        row.and_then(|row| row.scope).ok_or(Failure::NotFound)
    }
}

/// Whether a dossier that a restored relay lost is to be opened again: `here`, or by others, for whom this device waits.
fn is_reopened(wish: &Wish, resident: ResidentId, here: bool) -> bool {
    let awaited = match wish {
        Wish::Reopen { .. } => here,
        Wish::Await { .. } => !here,
        _ => false,
    };
    awaited && wish.scope() == Some(ScopeId(resident.0))
}
