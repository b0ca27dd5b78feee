//! Makes a team. It needs no network: the relay hears of it when there is one.

use api::{Failure, Field, Saved, team::MakeTeam};
use domain::{Directory, DirectoryEdit, DocumentId, TeamId, directory::Person};
use pairing::RelayAddress;
use store::{DeviceRow, Homed, SpaceRef, SpaceRow, SpaceSeed};
use sync::{Effect, Space};

use crate::{
    Engine, Handle, entry,
    exchange::{REGISTRATION, TAKEN_OUT, Team, device_keys, of},
    failures::unexpected,
    host::Chance,
    open::Open,
    team::CHOSEN,
};

impl Handle<MakeTeam> for Engine {
    fn handle(&mut self, request: MakeTeam) -> Result<Saved, Failure> {
        let name = entry::filled_line(&request.name, Field::Name)?;
        let relay = relay(&request.relay)?.to_string();
        let token = entry::line(&request.token, Field::Line)?;
        let open = self.open()?;
        open.need_whole_logs()?;
        open.need_no_residents_team()?;
        open.make_team(name, relay, token)?;
        Ok(open.saved())
    }
}

/// The directory of a team that is new on this device.
pub(crate) enum NewDirectory {
    /// It comes from the relay.
    Comes,
    /// The one that this device had by itself becomes the team's.
    Own(DocumentId),
    /// Another one is made; who stands in it.
    Made(DocumentId, Person),
}

impl Open {
    fn make_team(&mut self, name: String, relay: String, token: String) -> Result<(), Failure> {
        let ids = self.ids_to_join()?;
        let mut row = self.new_space(SpaceRef([0; 32]), name, relay, ids);
        let begun = Space::begin(device_keys(&row), &mut Chance(&*self.host));
        let (space, effects) = begun.ok_or_else(|| unexpected("team/begin"))?;
        row.id = SpaceRef(space.id().0);
        let directory = if self.spaces()?.is_empty() {
            NewDirectory::Own(self.own_directory()?)
        } else {
            NewDirectory::Made(DocumentId(self.random_id()), self.who()?)
        };
        self.keep_space(&row, effects, token, directory)
    }

    /// A resident's own device is in the one team that lets its resident read along.
    pub(crate) fn need_no_residents_team(&self) -> Result<(), Failure> {
        if self.teams.iter().any(Team::is_residents_own) { Err(Failure::NotNow) } else { Ok(()) }
    }

    /// The row of a space in which this device has new keys.
    pub(crate) fn new_space(&self, id: SpaceRef, name: String, relay: String, ids: DeviceRow) -> SpaceRow {
        let mut seed = [0; 64];
        self.host.fill_random(&mut seed);
        SpaceRow {
            id,
            relay,
            name,
            seed: SpaceSeed::from_bytes(seed),
            joined: self.now(),
            log: None,
            cursor: 0,
            heard: None,
            paused: false,
            begun: false,
            left: None,
            device: ids.id,
            person: ids.person,
        }
    }

    /// Keeps a new space with what belongs to it, takes it into memory, and works in it from then on.
    pub(crate) fn keep_space(
        &mut self,
        row: &SpaceRow,
        effects: Vec<Effect>,
        token: String,
        directory: NewDirectory,
    ) -> Result<(), Failure> {
        let (kept, space) = (row.clone(), row.id);
        let chosen = (!self.teams.is_empty()).then_some(space);
        self.act(|action| {
            action.also(move |tx| {
                tx.put_space(&kept)?;
                tx.remove_setting(&of(TAKEN_OUT, space))?;
                tx.set_setting(&of(REGISTRATION, space), &token)?;
                let chosen = chosen.map(|space| TeamId(space.0).to_string());
                tx.set_setting(CHOSEN, &chosen.unwrap_or_default())
            });
            match directory {
                NewDirectory::Comes => {}
                NewDirectory::Own(id) => action.also(move |tx| tx.settle(Homed::Directory(id), space)),
                NewDirectory::Made(id, me) => {
                    action.as_of(row);
                    action.create::<Directory>(id, None, &())?;
                    action.edit_new::<Directory>(id, None, &DirectoryEdit::Person(row.person, me))?;
                }
            }
            effects.into_iter().for_each(|effect| action.keep(space, effect));
            action.touch(None);
            Ok(())
        })?;
        if let Some(team) = self.load_team(space)? {
            self.teams.put(team);
        }
        self.chosen = chosen;
        Ok(())
    }
}

/// The address of a relay. What is not encrypted may only be on this machine.
pub(crate) fn relay(typed: &str) -> Result<RelayAddress, Failure> {
    let invalid = Failure::Invalid { field: Field::Line };
    let address = RelayAddress::parse(typed).map_err(|_| invalid.clone())?;
    let Some(plain) = address.as_str().strip_prefix("http://") else { return Ok(address) };
    let host = plain.rsplit_once(':').map_or(plain, |(host, _)| host);
    let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
    if here { Ok(address) } else { Err(invalid) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_encrypted_stays_on_this_machine() {
        let read = |typed: &str| relay(typed).map(|address| address.to_string());
        assert_eq!(read(" https://Relay.example.nl/ "), Ok("relay.example.nl".into()), "as people type it");
        assert_eq!(read("http://127.0.0.1:7700"), Ok("http://127.0.0.1:7700".into()), "a relay beside the app");
        for refused in ["http://relay.example.nl", "relay.nl/path", "een post", ""] {
            assert_eq!(
                read(refused),
                Err(Failure::Invalid { field: Field::Line }),
                "{refused} is no address of a relay"
            );
        }
    }
}
