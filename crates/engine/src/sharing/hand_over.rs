//! Hands a dossier over to somebody who keeps it from then on.

use api::{Failure, sharing::HandOverDossier};
use domain::BasisId;
use sync::{
    Wish,
    protocol::{
        id::{self, PersonId, ScopeId},
        sharing::{Access, record::Audience},
    },
};

use crate::{Engine, Handle, exchange::Team, sharing::Told};

impl Handle<HandOverDossier> for Engine {
    fn handle(&mut self, request: HandOverDossier) -> Result<BasisId, Failure> {
        let open = self.open()?;
        let to = PersonId(request.to.0);
        let scope = ScopeId(request.resident.0);
        let team = open.team_of(request.resident)?.ok_or(Failure::NotNow)?;
        let (space, own) = (team.row.id, team.may_hand_over(scope, to, request.instead)?);
        let told = Told {
            ground: request.ground,
            given_by: request.given_by,
            words: request.told,
            language: request.language,
            until: None,
        };
        let basis = open.share(space, request.resident, told, Audience::Keepers(vec![to]))?;
        if request.instead && !own.is_empty() {
            // Done after the other keeps it: wishes are done in their order.
            open.wish(space, &Wish::Withdraw { scope, bases: own })?;
        }
        Ok(basis)
    }
}

impl Team {
    /// The bases on which this person alone keeps the dossier; none of who hands over what a colleague keeps.
    fn may_hand_over(&self, scope: ScopeId, to: PersonId, instead: bool) -> Result<Vec<id::BasisId>, Failure> {
        let space = &self.space;
        let membership = space.membership().ok_or(Failure::NotNow)?;
        if membership.role(to).is_none() {
            return Err(Failure::NotFound);
        }
        let me = space.person();
        let sharing = space.sharing(scope).ok_or(Failure::NotNow)?;
        // Whoever reads all of it holds its keys and may give them on; nobody stops in the place of somebody else.
        let may = self.can_keep(to) && space.access(scope) == Access::Whole;
        if !may || instead && !sharing.keepers().contains(&me) {
            return Err(Failure::NotAllowed);
        }
        let own = sharing
            .standing()
            .filter(|(_, audience)| matches!(audience, Audience::Keepers(people) if people.as_slice() == [me]));
        Ok(own.map(|(basis, _)| basis).collect())
    }
}
