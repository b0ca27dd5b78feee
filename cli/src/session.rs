//! The engine on a data folder, unlocked for the time of one command.

use std::{path::PathBuf, sync::Arc};

use api::{
    Failure, Request,
    session::{GetSession, Lock, Secret, SessionState, Unlock},
    team::{ChooseTeam, GetTeam, TeamName},
};
use engine::{Cost, Engine, Handle, Host, Moment, TeamId, Words};

use crate::{arguments::Common, counter::Counter, failure::Failed, host::Machine, output, secret};

/// Who sits at the command line: the engine, and what a command needs beside it.
pub(crate) struct Desk<'words> {
    /// Where the engine is asked, also by the courier.
    pub(crate) counter: Counter,
    host: Arc<Machine>,
    /// The team that was named, where one was.
    pub(crate) team: Option<TeamId>,
    /// What was typed to unlock, where it has to be shown once more.
    passphrase: Option<secret::Secret>,
    /// Whether to speak JSON.
    pub(crate) json: bool,
    /// The words of the language that was asked for.
    pub(crate) words: &'words Words,
}

impl<'words> Desk<'words> {
    /// Looks at the data folder and opens nothing yet. Files for the person go to `out`.
    pub(crate) fn new(data: PathBuf, out: PathBuf, json: bool, words: &'words Words) -> Self {
        let host = Arc::new(Machine::new(out));
        let counter = Counter::new(Engine::new(data, host.clone(), Cost::default()));
        Self { counter, host, team: None, passphrase: None, json, words }
    }

    /// Asks for the passphrase and unlocks. Where that cannot work, nobody is asked. With `again` the passphrase stays here until the
    /// command asks for [`Self::passphrase`].
    pub(crate) fn unlock(&mut self, common: &Common, again: bool) -> Result<(), Failed> {
        match self.call(GetSession {})?.state {
            SessionState::New => return Err(Failed::NotSetUp),
            SessionState::Trouble { failure } => return Err(failure.into()),
            SessionState::Locked { wait_seconds } if wait_seconds > 0 => {
                return Err(Failure::Wait { wait_seconds }.into());
            }
            _ => {}
        }
        let secret = common.passphrase().read(&self.words.say("command-line-ask"))?;
        self.passphrase = again.then(|| secret.clone());
        let secret = Secret::Passphrase(secret::handed_over(secret));
        if let SessionState::Open { mended: Some(mended), .. } = self.call(Unlock { secret })?.state {
            output::tell_mended(&mended, self.words, common.json);
        }
        self.choose(common.team.as_deref())
    }

    /// Works in the team that was named, for this command alone; in all where none was, whatever was chosen in the window.
    fn choose(&mut self, named: Option<&str>) -> Result<(), Failed> {
        self.team = named.map(|named| self.team_named(named)).transpose()?;
        let team = self.team;
        self.call(ChooseTeam { team, keep: false }).map(drop)
    }

    /// The team of this device that somebody named.
    pub(crate) fn team_named(&mut self, named: &str) -> Result<TeamId, Failed> {
        Ok(the_one(&self.call(GetTeam {})?.teams, named)?)
    }

    /// Asks the engine.
    pub(crate) fn call<R: Request>(&mut self, request: R) -> Result<R::Response, Failed>
    where
        Engine: Handle<R>,
    {
        self.counter.call(request)
    }

    /// The passphrase once more, for a request that asks who is there.
    pub(crate) fn passphrase(&mut self) -> String {
        self.passphrase.take().map(secret::handed_over).unwrap_or_default()
    }

    /// Closes what was opened.
    pub(crate) fn lock(&mut self) -> Result<(), Failed> {
        self.call(Lock {}).map(drop)
    }

    /// Now.
    pub(crate) fn now(&self) -> Moment {
        self.host.now()
    }

    /// The day of a moment where this machine is, `2026-11-23`.
    pub(crate) fn day(&self, moment: Moment) -> String {
        self.host.local(moment).date().to_string()
    }

    /// Sixteen random bytes for an id.
    pub(crate) fn random_id(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.host.fill_random(&mut bytes);
        bytes
    }
}

/// The team with this id, or the only one with this name.
pub(crate) fn the_one(teams: &[TeamName], named: &str) -> Result<TeamId, Failure> {
    let is_named = |team: &&TeamName| team.name.to_lowercase() == named.trim().to_lowercase();
    let mut found = teams.iter().filter(is_named);
    match (found.next(), found.next()) {
        (Some(team), None) => Ok(team.id),
        (Some(_), Some(_)) => Err(Failure::WhichTeam),
        (None, _) => named.parse().ok().filter(|id| teams.iter().any(|team| team.id == *id)).ok_or(Failure::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_team_is_meant_by_its_name_or_its_id_and_never_by_half_of_it() {
        let team = |n, name: &str| TeamName { id: TeamId([n; 32]), name: name.into() };
        let teams = [team(1, "Noord"), team(2, "Zuid"), team(3, "Zuid")];
        assert_eq!(the_one(&teams, " noord"), Ok(TeamId([1; 32])), "by its name, however it is typed");
        assert_eq!(the_one(&teams, "No"), Err(Failure::NotFound), "half a name could be another team");
        assert_eq!(the_one(&teams, "Zuid"), Err(Failure::WhichTeam), "two of one name are told apart by id");
        assert_eq!(the_one(&teams, &TeamId([3; 32]).to_string()), Ok(TeamId([3; 32])), "by its id");
        let other = TeamId([4; 32]).to_string();
        assert_eq!(
            the_one(&teams, &other),
            Err(Failure::NotFound),
            "not by the id of a team that this device is not in"
        );
    }
}
