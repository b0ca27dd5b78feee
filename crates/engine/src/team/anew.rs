//! Makes this a new device of the team, where another copy of its data is in use: what is here stays, and the keys go.

use api::{
    Failure, Saved,
    sync::{BecomeNewDevice, Problem},
};
use domain::{Directory, DirectoryEdit, directory::Person};
use store::{SpaceRef, SpaceRow};

use crate::{
    Engine, Handle,
    exchange::{COPIED, PUT_BACK, of},
    failures::fail,
    open::Open,
};

impl Handle<BecomeNewDevice> for Engine {
    fn handle(&mut self, _: BecomeNewDevice) -> Result<Saved, Failure> {
        let open = self.open()?;
        let team = open.team()?;
        if !team.problems.contains(&Problem::Copied) {
            return Err(Failure::NotNow);
        }
        let space = team.row.id;
        open.set_aside(space)?;
        Ok(open.saved())
    }
}

impl Open {
    /// Goes out of a team without telling anybody: the copy with the same keys is still in it.
    fn set_aside(&mut self, space: SpaceRef) -> Result<(), Failure> {
        let at = self.now();
        self.act(|action| {
            action.touch(None);
            action.also(move |tx| {
                tx.set_space_aside(space, at)?;
                tx.remove_setting(&of(COPIED, space))?;
                tx.remove_setting(&of(PUT_BACK, space))
            });
            Ok(())
        })?;
        drop(self.teams.take(space));
        self.take_chosen()
    }

    /// Whoever comes into a team again under another name stands in its directory, which is here already.
    pub(crate) fn stand_again(&mut self, row: &SpaceRow, me: Person) -> Result<(), Failure> {
        let lost = |error| fail("directory", error);
        let directories = self.store.read().directories().map_err(lost)?;
        let of_team = directories.into_iter().filter(|(_, home)| *home == Some(row.id));
        let person = row.person;
        for (id, _) in of_team {
            let known = self.store.read().directory(id).map_err(lost)?.people;
            if !known.contains_key(&person) {
                let me = me.clone();
                self.act(|action| action.edit::<Directory>(id, &DirectoryEdit::Person(person, me)))?;
            }
        }
        Ok(())
    }
}
