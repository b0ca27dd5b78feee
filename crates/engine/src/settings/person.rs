//! Who uses the app.

use api::{
    Failure, Field, Saved,
    settings::{EditPerson, GetPerson},
};
use domain::{Directory, DirectoryEdit, DocumentId, PersonId, directory::Person};
use store::SpaceRef;

use crate::{Engine, Handle, entry, failures::fail, open::Open};

impl Handle<GetPerson> for Engine {
    fn handle(&mut self, _: GetPerson) -> Result<Person, Failure> {
        self.open()?.who()
    }
}

impl Handle<EditPerson> for Engine {
    fn handle(&mut self, request: EditPerson) -> Result<Saved, Failure> {
        let person = checked(&request.person)?;
        let open = self.open()?;
        let places = open.places_of_me()?;
        open.act(|action| {
            let edits = places.into_iter().map(|(directory, me)| (directory, DirectoryEdit::Person(me, person.clone())));
            edits.into_iter().try_for_each(|(directory, edit)| action.edit::<Directory>(directory, &edit))
        })?;
        Ok(open.saved())
    }
}

/// A person with a name and a role that fit on a line.
pub(crate) fn checked(person: &Person) -> Result<Person, Failure> {
    Ok(Person { name: entry::filled_line(&person.name, Field::Name)?, role: entry::line(&person.role, Field::Line)? })
}

impl Open {
    /// Who uses the app.
    pub(crate) fn who(&self) -> Result<Person, Failure> {
        let people = self.store.read().directory().map_err(|error| fail("person", error))?.people;
        let elsewhere = self.spaces()?.into_iter().map(|row| row.person);
        let me = std::iter::once(self.person).chain(elsewhere).find_map(|me| people.get(&me));
        Ok(me.cloned().unwrap_or_default())
    }

    /// Every directory in which this person stands, with as whom.
    fn places_of_me(&self) -> Result<Vec<(DocumentId, PersonId)>, Failure> {
        let spaces = self.spaces()?;
        let directories = self.store.read().directories().map_err(|error| fail("person", error))?;
        let me = |home: Option<SpaceRef>| {
            spaces.iter().find(|row| Some(row.id) == home).map_or(self.person, |row| row.person)
        };
        Ok(directories.into_iter().map(|(directory, home)| (directory, me(home))).collect())
    }
}
