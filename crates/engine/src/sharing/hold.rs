//! A hold: an owner says that nothing of a dossier may be erased for now.

use api::{Failure, Saved, sharing::HoldDossier};
use domain::ResidentId;
use sync::{Wish, protocol::id::ScopeId};

use crate::{Engine, Handle, exchange::Team};

impl Handle<HoldDossier> for Engine {
    fn handle(&mut self, request: HoldDossier) -> Result<Saved, Failure> {
        let open = self.open()?;
        let team = open.team_of(request.resident)?.filter(|team| team.may_hold(request.resident));
        let space = team.ok_or(Failure::NotAllowed)?.row.id;
        let scope = ScopeId(request.resident.0);
        open.wish(space, &Wish::Hold { scope, stands: request.stands })?;
        Ok(open.saved())
    }
}

impl Team {
    /// Whether this person may hold a dossier of this team: an owner, once the relay knows of it. Before, nobody else could erase
    /// it.
    pub(super) fn may_hold(&self, resident: ResidentId) -> bool {
        let sharing = self.space.sharing(ScopeId(resident.0));
        self.need_owner().is_ok() && sharing.is_some_and(|sharing| !sharing.is_erased())
    }
}
