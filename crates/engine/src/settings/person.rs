//! Who uses the app.

use api::{
    Failure, Field, Saved,
    settings::{EditPerson, GetPerson},
};
use domain::{Directory, DirectoryEdit, directory::Person};

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
            let edits =
                places.into_iter().map(|(directory, me)| (directory, DirectoryEdit::Person(me, person.clone())));
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
        for (directory, me) in self.places_of_me()? {
            let people = self.store.read().directory(directory).map_err(|error| fail("person", error))?.people;
            if let Some(known) = people.get(&me) {
                return Ok(known.clone());
            }
        }
        Ok(Person::default())
    }
}
