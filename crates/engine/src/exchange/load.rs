//! Makes the space in memory from what the store keeps of it.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Failure,
    sync::{Doing, Problem},
};
use domain::ResidentId;
use store::{ScopeRef, SealedRow, SpaceRef, SpaceRow};
use sync::{
    Exchange, Fate, Kept, Sealed, Space,
    protocol::{
        device::DeviceKeys,
        id::{BoxHash, ChainHash, DeviceId, DocumentId, EntryHash, LogId, PersonId, ScopeId, SpaceId},
    },
};
use zeroize::Zeroizing;

use super::Team;
use crate::{
    failures::{fail, unexpected},
    open::Open,
};

/// Under this name, of its space, the relay's registration token is kept until the relay has the first record.
pub(crate) const REGISTRATION: &str = "relay-registration";

/// Under this name, of its space, it is kept that somebody else took this device out of the team.
pub(crate) const TAKEN_OUT: &str = "taken-out";

/// Under this name, of its space, it is kept that another copy of this device's data is in use.
pub(crate) const COPIED: &str = "copied";

/// Under this name, of its space, the record is kept that the log of a joined space has to contain.
pub(crate) const PINNED: &str = "pinned-record";

/// Under this name, of its space, it is kept that this device was let in as a resident's own, which no log tells before the first page.
pub(crate) const AS_RESIDENT: &str = "as-resident";

/// The name of a setting of one space.
pub(crate) fn of(name: &str, space: SpaceRef) -> String {
    format!("{name}/{}", data_encoding::HEXLOWER.encode(&space.0))
}

/// Where it is told that kept records do not follow one another.
const LOAD: &str = "team/load";

impl Open {
    /// A space, as long as this device is in it.
    pub(crate) fn load_team(&self, space: SpaceRef) -> Result<Option<Team>, Failure> {
        let row = self.store.read().space(space).map_err(|error| fail("team", error))?;
        row.filter(|row| row.left.is_none()).map(|row| self.loaded(row)).transpose()
    }

    /// Takes the spaces into memory. A log that does not replay stops sharing in that team and nothing else: what people wrote opens.
    pub(crate) fn take_teams(&mut self) -> Result<(), Failure> {
        for row in self.spaces()?.into_iter().filter(|row| row.left.is_none()) {
            match self.loaded(row) {
                Ok(team) => self.teams.put(team),
                Err(failure) if does_not_replay(&failure) => self.unreplayed = true,
                Err(failure) => return Err(failure),
            }
        }
        Ok(())
    }

    /// Refuses to begin anything in a team as long as there is one whose logs do not replay.
    pub(crate) const fn need_whole_logs(&self) -> Result<(), Failure> {
        if self.unreplayed { Err(Failure::Damaged) } else { Ok(()) }
    }

    /// Reads a space anew, after something else changed what is kept of it.
    pub(crate) fn reload_team(&mut self, space: Option<SpaceRef>) -> Result<(), Failure> {
        let Some(team) = space.and_then(|space| self.teams.take(space)) else { return Ok(()) };
        let (doing, problems) = (team.doing, team.problems);
        let (restored, owner_there) = (team.restored, team.owner_there);
        if let Some(fresh) = self.load_team(team.row.id)? {
            let space = fresh.space.after(&team.space);
            self.teams.put(Team { doing, problems, restored, owner_there, space, ..fresh });
        }
        Ok(())
    }

    pub(crate) fn loaded(&self, row: SpaceRow) -> Result<Team, Failure> {
        let lost = |error| fail("team", error);
        let read = self.store.read();
        let (mut sharing, mut erased) = (Vec::new(), Vec::new());
        for scope in read.record_scopes(row.id).map_err(lost)? {
            if read.scope_erased(ResidentId(scope.0)).map_err(lost)?.is_some() {
                erased.push(ScopeId(scope.0));
            }
            sharing.push((ScopeId(scope.0), read.records(row.id, Some(scope)).map_err(lost)?));
        }
        let numbers = read.writers(row.id).map_err(lost)?;
        let chains = read.chains(row.id).map_err(lost)?;
        let kept = Kept {
            space: SpaceId(row.id.0),
            device: device_keys(&row),
            membership: read.records(row.id, None).map_err(lost)?,
            sharing,
            keys: read.keys(row.id).map_err(lost)?.into_iter().map(|(_, _, bytes)| bytes).collect(),
            chains: chains.into_iter().map(|(of, chain, through)| (scope(of), ChainHash(chain), through)).collect(),
            numbers: numbers
                .into_iter()
                .map(|row| (scope(row.scope), DeviceId(row.device.0), row.counter, EntryHash(row.entry.0)))
                .collect(),
            sealed: read.sealed_since(row.id).map_err(lost)?.into_iter().map(sealed).collect(),
            position: (row.log.map(|log| LogId(log.0)), row.cursor),
            begun: row.begun,
            erased,
            seen_to: read.seen_to(row.id).map_err(lost)?.into_iter().map(BoxHash).collect(),
            told: self.told(row.id)?,
        };
        let as_resident = read.setting::<bool>(&of(AS_RESIDENT, row.id)).map_err(lost)?;
        let registration: Option<String> = read.setting::<String>(&of(REGISTRATION, row.id)).map_err(lost)?;
        let space = Space::load(kept).map_err(|_| unexpected(LOAD))?;
        let exchange = Exchange::new(relay_name(&row.relay), registration.filter(|token| !token.is_empty()));
        let doing = if row.paused { Doing::Paused } else { Doing::Resting };
        let mut problems = self.kept_aside(row.id)?;
        problems.extend(self.notices(row.id)?.problems());
        let copied = read.setting::<bool>(&of(COPIED, row.id)).map_err(lost)?.unwrap_or_default();
        problems.extend(copied.then_some(Problem::Copied).into_iter().chain(self.came_back(row.id)?));
        Ok(Team {
            row,
            space,
            exchange,
            doing,
            problems,
            asked: false,
            halted: false,
            by_hand: false,
            restored: None,
            owner_there: false,
            rung: true,
            as_resident: as_resident.unwrap_or(false),
            acks: Vec::new(),
            said: BTreeMap::new(),
            wrote: BTreeSet::new(),
            made: BTreeMap::new(),
        })
    }
}

/// This device's keys in a space.
pub(crate) fn device_keys(row: &SpaceRow) -> DeviceKeys {
    let (person, device) = (PersonId(row.person.0), DeviceId(row.device.0));
    DeviceKeys::from_seed(person, device, Zeroizing::new(*row.seed.bytes()))
}

pub(super) fn does_not_replay(failure: &Failure) -> bool {
    *failure == Failure::Damaged || *failure == unexpected(LOAD)
}

/// Host and port, as the relay knows itself.
pub(crate) fn relay_name(address: &str) -> String {
    address.strip_prefix("http://").unwrap_or(address).to_owned()
}

const fn scope(of: ScopeRef) -> ScopeId {
    ScopeId(of.0)
}

fn sealed(row: SealedRow) -> Sealed {
    let fate = match (row.cursor, row.abandoned) {
        (Some(_), _) => Fate::Taken,
        (None, true) => Fate::Abandoned,
        (None, false) => Fate::Waiting,
    };
    Sealed {
        scope: scope(row.scope),
        document: DocumentId(row.document.0),
        counter: row.counter,
        entry: EntryHash(row.hash.0),
        bytes: row.bytes,
        fate,
    }
}
