//! Who can read a dossier, why, since when.

use std::collections::BTreeSet;

use api::{
    Failure,
    sharing::{CopyOn, GetSharing, Share, ShareTeam, SharedWith, SharingView, What},
    team::{TeamName, TeamRole},
};
use domain::{Basis, BasisId, DeviceId, Dossier, Purpose, ResidentId, directory::Person};
use store::{DocumentKind, SpaceRef};
use sync::{
    Wish,
    protocol::{
        id::{self, ScopeId},
        sharing::{
            Access, Sharing,
            record::{Audience, Readers},
        },
    },
};

use crate::{Engine, Handle, exchange::Team, failures::fail, open::Open};

/// The name of a keeper where the team's directory does not come, as on a resident's own device: that of who recorded the basis under
/// which this keeper opened the dossier. Of who keeps it since a hand-over, no basis says the name.
fn who_recorded(dossier: &Dossier, sharing: &Sharing, keeper: id::PersonId) -> Person {
    let opened = |(id, basis): (&BasisId, &Basis)| {
        let audience = sharing.given(id::BasisId(id.0)).filter(|_| basis.purpose == Purpose::Keep);
        matches!(audience, Some(Audience::Keepers(people)) if people.contains(&keeper))
            .then(|| basis.recorded_by.clone())
    };
    Person { name: dossier.bases.iter().find_map(opened).unwrap_or_default(), role: String::new() }
}

impl Handle<GetSharing> for Engine {
    fn handle(&mut self, request: GetSharing) -> Result<SharingView, Failure> {
        self.open()?.sharing_view(request.resident)
    }
}

impl Open {
    fn sharing_view(&self, resident: ResidentId) -> Result<SharingView, Failure> {
        let dossier = self.dossier(resident)?.dossier;
        let scope = ScopeId(resident.0);
        let home = self.home(resident)?;
        let team = self.team_of(resident)?;
        let wishes = team.map(|team| self.wishes(team)).transpose()?.unwrap_or_default();
        let sharing = team.and_then(|team| team.space.sharing(scope));
        let mut keepers = Vec::new();
        if let (Some(team), Some(sharing)) = (team, sharing) {
            for keeper in team.keepers(sharing) {
                let known = self.named_in(team, keeper)?;
                keepers.push(if known.name.is_empty() { who_recorded(&dossier, sharing, keeper) } else { known });
            }
        }
        let left_here = team.is_some_and(|team| team.role() == TeamRole::Helper && !team.is_sent(scope));
        if sharing.is_none() || left_here {
            keepers.push(self.who()?);
        }
        let mut shares = Vec::new();
        for (basis, given) in dossier.bases.iter().filter(|(_, basis)| basis.purpose == Purpose::Share) {
            let wished = wishes.iter().find_map(|wish| match wish {
                Wish::Grant { basis: wished, audience, .. } if wished.0 == basis.0 => Some(audience),
                _ => None,
            });
            let known = sharing.and_then(|sharing| sharing.given(id::BasisId(basis.0)));
            if let (Some(team), Some(audience)) = (team, known.or(wished)) {
                shares.push(self.shown_share(team, resident, (*basis, given), audience)?);
            }
        }
        shares.sort_by_key(|share| std::cmp::Reverse(share.since));
        let rows = self.store.read().conversation_rows(resident).map_err(|error| fail("sharing", error))?;
        let teams = self.teams.iter().filter(|team| home.is_none_or(|home| team.row.id == home));
        let teams = teams.map(|team| self.share_team(team)).collect::<Result<Vec<_>, _>>()?;
        let the_one = self.team_for(resident, None).ok();
        Ok(SharingView {
            team: the_one.map(|team| team.row.name.clone()),
            others: self.others(home, scope),
            people: the_one.map(|team| self.readers(team)).transpose()?.unwrap_or_default(),
            teams,
            may_leave: self.standing(resident, Purpose::Keep)?.is_some(),
            keepers,
            shares,
            waiting: wishes.iter().any(|wish| wish.scope() == Some(scope)),
            held: sharing.is_some_and(Sharing::is_held),
            left_here,
            may_hold: team.is_some_and(|team| team.may_hold(resident)),
            conversations: rows.into_iter().map(|row| (row.id, row.on)).collect(),
        })
    }

    /// Teams into which a copy can go: every other one, and its own where that no longer knows who kept it.
    fn others(&self, home: Option<SpaceRef>, scope: ScopeId) -> Vec<TeamName> {
        let is_lost = |team: &&Team| {
            let known = team.space.sharing(scope).is_some();
            known && team.space.access(scope) == Access::Nothing && !team.space.holds_on(scope)
        };
        let may = |team: &&Team| home.is_some_and(|home| team.row.id != home) || is_lost(team);
        self.teams.iter().filter(may).map(Team::named).collect()
    }

    fn share_team(&self, team: &Team) -> Result<ShareTeam, Failure> {
        Ok(ShareTeam { id: team.id(), name: team.row.name.clone(), people: self.readers(team)? })
    }

    pub(super) fn named_in(&self, team: &Team, person: id::PersonId) -> Result<Person, Failure> {
        Ok(self.person_in(team.row.id, domain::PersonId(person.0))?.unwrap_or_default())
    }

    fn shown_share(
        &self,
        team: &Team,
        resident: ResidentId,
        (id, basis): (BasisId, &Basis),
        audience: &Audience,
    ) -> Result<Share, Failure> {
        let (with, what) = match audience {
            Audience::Team => (SharedWith::Team {}, What::All {}),
            Audience::Keepers(people) | Audience::People(people) => (self.named_people(team, people)?, What::All {}),
            Audience::Part { readers: Readers::Team, documents } => {
                (SharedWith::Team {}, self.shown_what(resident, documents)?)
            }
            Audience::Part { readers: Readers::People(people), documents } => {
                (self.named_people(team, people)?, self.shown_what(resident, documents)?)
            }
            Audience::Resident(_) => (SharedWith::Resident {}, What::All {}),
        };
        let documents = if let Audience::Part { documents, .. } = audience { documents.as_slice() } else { &[] };
        Ok(Share {
            basis: id,
            with,
            what,
            documents: documents.iter().map(|document| domain::DocumentId(document.0)).collect(),
            told: basis.told.clone(),
            since: basis.given_at,
            until: basis.until,
            withdrawn: basis.withdrawn,
            copies: if basis.withdrawn.is_some() { self.copies(team, resident)? } else { Vec::new() },
        })
    }

    fn named_people(&self, team: &Team, people: &[id::PersonId]) -> Result<SharedWith, Failure> {
        let named = people.iter().map(|person| self.named_in(team, *person));
        Ok(SharedWith::People { people: named.collect::<Result<Vec<Person>, Failure>>()? })
    }

    /// The devices on which a copy was, each with whether it has said that it is gone.
    fn copies(&self, team: &Team, resident: ResidentId) -> Result<Vec<CopyOn>, Failure> {
        let sharing = team.space.sharing(ScopeId(resident.0));
        let (Some(sharing), Some(membership)) = (sharing, team.space.membership()) else { return Ok(Vec::new()) };
        let open = sharing.open_farewells(membership);
        let devices: BTreeSet<_> = sharing.farewells().map(|said| said.device).chain(open.iter().copied()).collect();
        let copy = |device: id::DeviceId| {
            let person = membership.person_of(device).map(|person| self.named_in(team, person)).transpose()?;
            let (person, gone) = (person.unwrap_or_default(), !open.contains(&device));
            Ok(CopyOn { device: DeviceId(device.0), person, gone })
        };
        devices.into_iter().map(copy).collect()
    }

    fn shown_what(&self, resident: ResidentId, documents: &[id::DocumentId]) -> Result<What, Failure> {
        let [document] = documents else { return Ok(What::All {}) };
        let plan = self.store.read().document_of(Some(resident), DocumentKind::Plan);
        let plan = plan.map_err(|error| fail("sharing", error))?;
        if plan.is_some_and(|row| row.id.0 == document.0) {
            return Ok(What::Plan {});
        }
        Ok(What::Conversation { conversation: domain::ConversationId(document.0) })
    }
}
