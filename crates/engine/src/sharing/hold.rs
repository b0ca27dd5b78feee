//! A hold: an owner says that nothing of a dossier may be erased for now.

use api::{Failure, Saved, sharing::HoldDossier};
use domain::ResidentId;
use sync::{Wish, protocol::id::ScopeId};

use crate::{Engine, Handle, open::Open};

impl Handle<HoldDossier> for Engine {
    fn handle(&mut self, request: HoldDossier) -> Result<Saved, Failure> {
        let open = self.open()?;
        if !open.may_hold(request.resident) {
            return Err(Failure::NotAllowed);
        }
        let scope = ScopeId(request.resident.0);
        open.wish(&Wish::Hold { scope, stands: request.stands })?;
        Ok(open.saved())
    }
}

impl Open {
    /// Whether this person may hold a dossier: an owner, once the relay knows of it. Before, nobody else could erase it.
    pub(super) fn may_hold(&self, resident: ResidentId) -> bool {
        let scope = ScopeId(resident.0);
        let sharing = self.team.as_ref().and_then(|team| team.space.sharing(scope));
        self.need_owner().is_ok() && sharing.is_some_and(|sharing| !sharing.is_erased())
    }
}
