//! Takes devices out of the team.

use std::collections::BTreeSet;

use api::{Failure, Saved, session::Secret, team::Remove};
use sync::{
    Wish,
    protocol::{
        id::{DeviceId, PersonId},
        permission::Role,
    },
};

use crate::{Engine, Handle, exchange::Team};

impl Handle<Remove> for Engine {
    fn handle(&mut self, request: Remove) -> Result<Saved, Failure> {
        let devices: Vec<DeviceId> = request.devices.iter().map(|device| DeviceId(device.0)).collect();
        let team = self.open()?.team()?;
        team.may_remove(&devices)?;
        let space = team.row.id;
        self.key_for_typed(Secret::Passphrase(request.passphrase))?;
        let open = self.open()?;
        open.wish(space, &Wish::Remove { devices })?;
        Ok(open.saved())
    }
}

impl Team {
    /// Owners take anybody out, others their own devices; somebody stays who may let people in.
    pub(crate) fn may_remove(&self, devices: &[DeviceId]) -> Result<(), Failure> {
        let space = &self.space;
        let membership = space.membership().ok_or(Failure::NotNow)?;
        let mut people = BTreeSet::new();
        for device in devices {
            people.insert(membership.device(*device).map_err(|_| Failure::NotFound)?.person);
        }
        if people.is_empty() {
            return Err(Failure::NotFound);
        }
        if people.iter().any(|person| *person != space.person()) {
            self.need_owner()?;
        }
        let stays = |person: PersonId| {
            membership.devices(person).any(|(device, known)| !known.paper && !devices.contains(&device))
        };
        let owner = membership.people().any(|(person, role)| role == Role::Owner && stays(person));
        if owner { Ok(()) } else { Err(Failure::LastOwner) }
    }
}
