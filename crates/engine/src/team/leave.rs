//! Leaves the team, with all of this person's devices.

use api::{Failure, Saved, session::Secret, team::LeaveTeam};
use sync::{Wish, protocol::id::DeviceId};

use crate::{Engine, Handle};

impl Handle<LeaveTeam> for Engine {
    fn handle(&mut self, request: LeaveTeam) -> Result<Saved, Failure> {
        let open = self.open()?;
        let team = open.team()?;
        let (id, space) = (team.row.id, &team.space);
        let membership = space.membership().ok_or(Failure::NotNow)?;
        let devices: Vec<DeviceId> = membership.devices(space.person()).map(|(device, _)| device).collect();
        team.may_remove(&devices)?;
        self.key_for_typed(Secret::Passphrase(request.passphrase))?;
        let open = self.open()?;
        open.wish(id, &Wish::Remove { devices })?;
        Ok(open.saved())
    }
}
