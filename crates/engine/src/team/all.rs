//! The teams of this device, and which one is meant.

use api::{Failure, team::TeamName};
use domain::{DeviceId, DocumentId, ResidentId, TeamId};
use store::{Homed, SpaceRef, SpaceRow};

use crate::{exchange::Team, failures::fail, open::Open};

/// Under this name the space is kept in which a person works now, in hexadecimal; empty for all.
pub(crate) const CHOSEN: &str = "chosen-team";

/// Every team of this device, the one that was joined first first.
#[derive(Default)]
pub(crate) struct Teams(Vec<Team>);

impl Teams {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Team> {
        self.0.iter()
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Team> {
        self.0.iter_mut()
    }

    pub(crate) fn get(&self, space: SpaceRef) -> Option<&Team> {
        self.iter().find(|team| team.row.id == space)
    }

    pub(crate) fn get_mut(&mut self, space: SpaceRef) -> Option<&mut Team> {
        self.iter_mut().find(|team| team.row.id == space)
    }

    /// Takes a team out, for as long as somebody works on it.
    pub(crate) fn take(&mut self, space: SpaceRef) -> Option<Team> {
        let at = self.0.iter().position(|team| team.row.id == space)?;
        Some(self.0.remove(at))
    }

    /// Puts a team in, in the place of what was known of the same one.
    pub(crate) fn put(&mut self, team: Team) {
        self.0.retain(|known| known.row.id != team.row.id);
        self.0.push(team);
        self.0.sort_by_key(|team| (team.row.joined, team.row.id));
    }

    /// The team of who is in one only.
    pub(crate) fn only(&self) -> Option<&Team> {
        let mut teams = self.iter();
        teams.next().filter(|_| teams.next().is_none())
    }

    /// The team of who is in one only; else that one has to be said.
    fn the_only(&self) -> Result<&Team, Failure> {
        let none = if self.is_empty() { Failure::NoTeam } else { Failure::WhichTeam };
        self.only().ok_or(none)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Team {
    pub(crate) fn id(&self) -> TeamId {
        TeamId(self.row.id.0)
    }

    pub(crate) fn named(&self) -> TeamName {
        TeamName { id: self.id(), name: self.row.name.clone() }
    }
}

impl Open {
    /// The team in which a person works: the chosen one, or the only one.
    pub(crate) fn team(&self) -> Result<&Team, Failure> {
        self.chosen_team().map_or_else(|| self.teams.the_only(), Ok)
    }

    /// The team that was chosen, while this device is in it.
    pub(crate) fn chosen_team(&self) -> Option<&Team> {
        self.chosen.and_then(|space| self.teams.get(space))
    }

    /// Whose lists are shown; nothing for all.
    pub(crate) fn shown_space(&self) -> Option<SpaceRef> {
        self.chosen_team().map(|team| team.row.id)
    }

    /// What the lists show.
    pub(crate) fn lists(&self) -> store::Reader<'_> {
        self.store.read_in(self.shown_space())
    }

    /// The teams that are shown: the chosen one, or all.
    pub(crate) fn shown_teams(&self) -> impl Iterator<Item = &Team> {
        let chosen = self.shown_space();
        self.teams.iter().filter(move |team| chosen.is_none_or(|space| team.row.id == space))
    }

    /// Where a dossier lives, also where this device is there no more; nothing while it is only on this device.
    pub(crate) fn home(&self, resident: ResidentId) -> Result<Option<SpaceRef>, Failure> {
        self.store.read().home(Homed::Scope(resident)).map_err(|error| fail("home", error))
    }

    /// Whether something lives in another space than this one: nothing that comes, goes or is asked there is about it.
    pub(crate) fn lives_elsewhere(&self, space: SpaceRef, what: Homed) -> Result<bool, Failure> {
        let home = self.store.read().home(what).map_err(|error| fail("home", error))?;
        Ok(home.is_some_and(|home| home != space))
    }

    /// The team in which a dossier lives, while this device is in it.
    pub(crate) fn team_of(&self, resident: ResidentId) -> Result<Option<&Team>, Failure> {
        Ok(self.home(resident)?.and_then(|space| self.teams.get(space)))
    }

    /// The team with which a dossier is shared: its own. While it has none, the one that is asked for, or the only one.
    pub(crate) fn team_for(&self, resident: ResidentId, asked: Option<TeamId>) -> Result<&Team, Failure> {
        let meant = |space: SpaceRef| asked.is_none_or(|team| team.0 == space.0);
        match (self.home(resident)?, asked) {
            // It moves nowhere else: another team gets a copy.
            (Some(home), _) => self.teams.get(home).filter(|_| meant(home)).ok_or(Failure::NotAllowed),
            (None, Some(team)) => self.teams.get(SpaceRef(team.0)).ok_or(Failure::NotFound),
            (None, None) => self.teams.the_only(),
        }
    }

    /// Whether a document lives in a space, or may come to live there because it was the first one and nothing else is known.
    pub(crate) fn may_live_in(
        &self,
        space: SpaceRef,
        document: DocumentId,
        scope: Option<ResidentId>,
    ) -> Result<bool, Failure> {
        let lost = |error| fail("home", error);
        let read = self.store.read();
        match read.home(Homed::of(scope, document)).map_err(lost)? {
            Some(home) => Ok(home == space),
            // What was begun before there was a team waits in the first one, under a key of its own. A second one takes nothing
            // by itself.
            None => Ok(scope.is_some() && read.spaces().map_err(lost)?.len() == 1),
        }
    }

    /// As which device this one writes in a document.
    pub(crate) fn writer_of(&self, scope: Option<ResidentId>, document: DocumentId) -> Result<DeviceId, Failure> {
        let lost = |error| fail("home", error);
        let read = self.store.read();
        let Some(home) = read.home(Homed::of(scope, document)).map_err(lost)? else { return Ok(self.device) };
        Ok(read.space(home).map_err(lost)?.map_or(self.device, |row| row.device))
    }

    /// Every space that this device is or was in.
    pub(crate) fn spaces(&self) -> Result<Vec<SpaceRow>, Failure> {
        self.store.read().spaces().map_err(|error| fail("team", error))
    }
}
