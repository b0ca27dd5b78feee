//! Gives somebody another role.

use api::{
    Failure, Saved,
    session::Secret,
    team::{ChangeRole, TeamRole},
};
use sync::{
    Wish,
    protocol::{id::PersonId, permission::Role},
};

use crate::{Engine, Handle, exchange::Team, team::named};

impl Handle<ChangeRole> for Engine {
    fn handle(&mut self, request: ChangeRole) -> Result<Saved, Failure> {
        let person = PersonId(request.person.0);
        let role = named(request.role).ok_or(Failure::NotAllowed)?;
        let team = self.open()?.team()?;
        team.may_change_role(person, request.role)?;
        let space = team.row.id;
        self.key_for_typed(Secret::Passphrase(request.passphrase))?;
        let open = self.open()?;
        open.wish(space, &Wish::Role { person, role })?;
        Ok(open.saved())
    }
}

impl Team {
    fn may_change_role(&self, person: PersonId, role: TeamRole) -> Result<(), Failure> {
        self.need_owner()?;
        let membership = self.space.membership().ok_or(Failure::NotNow)?;
        let before = membership.role(person).ok_or(Failure::NotFound)?;
        let owners = membership.people().filter(|(_, role)| *role == Role::Owner).count();
        if before == Role::Owner && role != TeamRole::Owner && owners == 1 {
            return Err(Failure::LastOwner);
        }
        Ok(())
    }
}
