//! The directories on this device: one of its own before it was in a team, and one of each team.

use api::Failure;
use domain::{
    ContactId, Directory, DocumentId, PersonId,
    directory::{Contact, Person},
};
use store::SpaceRef;

use crate::{failures::fail, open::Open};

impl Open {
    /// Every directory with what stands in it, and whose it is.
    pub(crate) fn directories(&self) -> Result<Vec<(DocumentId, Option<SpaceRef>, Directory)>, Failure> {
        let lost = |error| fail("directory", error);
        let read = self.store.read();
        let known = read.directories().map_err(lost)?.into_iter();
        known.map(|(id, home)| Ok((id, home, read.directory(id).map_err(lost)?))).collect()
    }

    /// The directory into which somebody writes now: that of the chosen or only team, else the one of this device.
    pub(crate) fn own_directory(&self) -> Result<DocumentId, Failure> {
        let here = self.team().ok().map(|team| team.row.id);
        let directories = self.store.read().directories().map_err(|error| fail("directory", error))?;
        let of = |space: Option<SpaceRef>| directories.iter().find(|(_, home)| *home == space);
        let found = of(here).or_else(|| of(None)).or_else(|| directories.first());
        found.map(|(id, _)| *id).ok_or(Failure::NotFound)
    }

    /// Name and role of somebody in a team, as far as their device has sent it.
    pub(crate) fn person_in(&self, space: SpaceRef, person: PersonId) -> Result<Option<Person>, Failure> {
        let mut found = None;
        for (_, home, directory) in self.directories()? {
            if home == Some(space) {
                found = found.or_else(|| directory.people.get(&person).cloned());
            }
        }
        let is_me = self.teams.get(space).is_some_and(|team| team.row.person == person);
        // Until the team's directory has come, this device knows one name of it: its own.
        if found.is_none() && is_me { self.who().map(Some) } else { Ok(found) }
    }

    /// Whom to call, from every directory: a number is worth knowing in whatever team one works. With where it stands.
    pub(crate) fn contacts(&self) -> Result<Vec<(DocumentId, ContactId, Contact)>, Failure> {
        let directories = self.directories()?.into_iter();
        Ok(directories
            .flat_map(|(at, _, directory)| directory.contacts.into_iter().map(move |(id, one)| (at, id, one)))
            .collect())
    }

    /// Every directory in which this person stands, with as whom.
    pub(crate) fn places_of_me(&self) -> Result<Vec<(DocumentId, PersonId)>, Failure> {
        let spaces = self.spaces()?;
        let directories = self.store.read().directories().map_err(|error| fail("person", error))?;
        let me = |home: Option<SpaceRef>| {
            spaces.iter().find(|row| Some(row.id) == home).map_or(self.person, |row| row.person)
        };
        Ok(directories.into_iter().map(|(directory, home)| (directory, me(home))).collect())
    }
}
