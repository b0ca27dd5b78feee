//! The team: making one, who is in it, roles, and going. Letting somebody in stands in `pairing`.

mod all;
mod anew;
mod choose;
mod directories;
mod get;
mod keep;
mod leave;
mod make;
mod remove;
mod role;

use api::{Failure, team::TeamRole};
use domain::ResidentId;
use store::{Homed, SpaceRef};
use sync::{
    Wish,
    protocol::permission::{Role, Standing},
};

pub(crate) use all::{CHOSEN, Teams};
pub(crate) use make::{NewDirectory, relay};

use crate::{exchange::Team, open::Open};

/// A role as the screen names it.
pub(crate) const fn shown(role: Role) -> TeamRole {
    match role {
        Role::Owner => TeamRole::Owner,
        Role::Member => TeamRole::Member,
        Role::Helper => TeamRole::Helper,
    }
}

/// A role as the protocol names it. A resident has none.
pub(crate) const fn named(role: TeamRole) -> Option<Role> {
    match role {
        TeamRole::Owner => Some(Role::Owner),
        TeamRole::Member => Some(Role::Member),
        TeamRole::Helper => Some(Role::Helper),
        TeamRole::Resident => None,
    }
}

impl Team {
    /// As what this device is in the team. A resident's device has no role.
    pub(crate) fn role(&self) -> TeamRole {
        let role = self.space.membership().and_then(|membership| membership.role(self.space.person()));
        role.map_or(TeamRole::Resident, shown)
    }

    /// Whether this is a resident's own device. Known before the first page too, where [`Self::role`] is not.
    pub(crate) fn is_residents_own(&self) -> bool {
        match self.space.membership() {
            Some(_) => self.role() == TeamRole::Resident,
            None => self.as_resident,
        }
    }

    /// Refuses what is for owners only.
    pub(crate) fn need_owner(&self) -> Result<(), Failure> {
        match self.space.standing() {
            Some(Standing::Owner) => Ok(()),
            _ => Err(Failure::NotAllowed),
        }
    }
}

impl Open {
    /// Keeps a wish in a team, and lets the exchange see to it. What it is about lives there from then on.
    pub(crate) fn wish(&mut self, space: SpaceRef, wish: &Wish) -> Result<(), Failure> {
        let (bytes, about) = (wish.to_bytes(), wish.scope().map(|scope| Homed::Scope(ResidentId(scope.0))));
        self.act(|action| {
            action.also(move |tx| {
                about.map_or(Ok(()), |about| tx.settle(about, space))?;
                tx.add_wish(space, &bytes).map(drop)
            });
            action.touch(None);
            Ok(())
        })?;
        self.teams.get_mut(space).into_iter().for_each(Team::write);
        Ok(())
    }
}
