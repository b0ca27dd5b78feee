//! The team as the screen shows it.

use api::{
    Failure,
    team::{GetTeam, Team as Shown, TeamDevice, TeamPerson, TeamView},
};
use domain::{DeviceId, PersonId};
use sync::protocol::{id, membership::Membership, permission::Role};

use crate::{
    Engine, Handle,
    exchange::Team,
    open::Open,
    team::{keep::Only, shown},
};

impl Handle<GetTeam> for Engine {
    fn handle(&mut self, _: GetTeam) -> Result<TeamView, Failure> {
        self.open()?.team_view()
    }
}

impl Open {
    /// The team, and what is under way to let somebody in.
    pub(crate) fn team_view(&self) -> Result<TeamView, Failure> {
        let team = self.team().ok().map(|team| self.shown_team(team)).transpose()?;
        let teams = self.teams.iter().map(Team::named).collect();
        Ok(TeamView { team, teams, pairing: self.pairing_view() })
    }

    fn shown_team(&self, team: &Team) -> Result<Shown, Failure> {
        let (mut people, only) = (Vec::new(), team.only());
        if let Some(membership) = team.space.membership() {
            for (person, role) in membership.people() {
                people.push(self.shown_person(
                    team,
                    membership,
                    (person, role),
                    only.get(&person).copied().unwrap_or_default(),
                )?);
            }
        }
        people.sort_by_key(|person: &TeamPerson| {
            let name = person.person.as_ref().map(|person| person.name.to_lowercase());
            (person.id != team.row.person, name.is_none(), name)
        });
        Ok(Shown {
            id: team.id(),
            name: team.row.name.clone(),
            relay: team.row.relay.clone(),
            me: team.row.person,
            role: team.role(),
            people,
        })
    }

    fn shown_person(
        &self,
        team: &Team,
        membership: &Membership,
        (person, role): (id::PersonId, Role),
        only: Only,
    ) -> Result<TeamPerson, Failure> {
        let devices = membership.devices(person).map(|(device, known)| TeamDevice {
            id: DeviceId(device.0),
            this: device == team.space.device(),
            paper: known.paper,
        });
        Ok(TeamPerson {
            id: PersonId(person.0),
            person: self.person_in(team.row.id, PersonId(person.0))?,
            role: shown(role),
            devices: devices.collect(),
            only_opener_of: only.opens,
            only_keeper_of: only.keeps,
            holds: only.holds,
        })
    }
}
