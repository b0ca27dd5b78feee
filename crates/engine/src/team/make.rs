//! Makes a team. It needs no network: the relay hears of it when there is one.

use api::{Failure, Field, Saved, team::MakeTeam};
use domain::{Directory, DirectoryEdit};
use pairing::RelayAddress;
use store::{DocumentKind, SpaceRef, SpaceRow, SpaceSeed};
use sync::{Effect, Space};

use crate::{
    Engine, Handle, entry,
    exchange::{REGISTRATION, TAKEN_OUT},
    failures::unexpected,
    host::Chance,
    open::Open,
};

impl Handle<MakeTeam> for Engine {
    fn handle(&mut self, request: MakeTeam) -> Result<Saved, Failure> {
        let name = entry::filled_line(&request.name, Field::Name)?;
        let relay = relay(&request.relay)?.to_string();
        let token = entry::line(&request.token, Field::Line)?;
        let open = self.open()?;
        open.need_whole_logs()?;
        if open.team.is_some() {
            return Err(Failure::NotNow);
        }
        open.make_team(name, relay, token)?;
        Ok(open.saved())
    }
}

impl Open {
    fn make_team(&mut self, name: String, relay: String, token: String) -> Result<(), Failure> {
        let ids = self.ids_to_join();
        if ids.id != self.device {
            let (me, directory) = (self.who()?, self.document_of(None, DocumentKind::Directory)?);
            self.act(|action| {
                action.also(move |tx| tx.set_device(ids));
                action.edit::<Directory>(directory, &DirectoryEdit::Person(ids.person, me))
            })?;
            (self.device, self.person) = (ids.id, ids.person);
            self.shelf.clear();
        }
        let mut row = self.new_space(SpaceRef([0; 32]), name, relay);
        let keys = self.device_keys(&row);
        let begun = Space::begin(keys, &mut Chance(&*self.host));
        let (space, effects) = begun.ok_or_else(|| unexpected("team/begin"))?;
        row.id = SpaceRef(space.id().0);
        self.keep_space(&row, effects, token)
    }

    /// The row of a space in which this device has new keys.
    pub(crate) fn new_space(&self, id: SpaceRef, name: String, relay: String) -> SpaceRow {
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
        }
    }

    /// Keeps a new space with what belongs to it, and takes it into memory.
    pub(crate) fn keep_space(&mut self, row: &SpaceRow, effects: Vec<Effect>, token: String) -> Result<(), Failure> {
        let (kept, space) = (row.clone(), row.id);
        self.act(|action| {
            action.also(move |tx| {
                tx.put_space(&kept)?;
                tx.set_setting(TAKEN_OUT, &false)?;
                tx.set_setting(REGISTRATION, &token)
            });
            effects.into_iter().for_each(|effect| action.keep(space, effect));
            action.touch(None);
            Ok(())
        })?;
        self.team = self.load_team()?.map(Box::new);
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
