//! Who uses the app.

use api::{
    Failure, Field, Saved,
    settings::{EditPerson, GetPerson},
};
use domain::{Directory, DirectoryEdit, directory::Person};
use store::DocumentKind;

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
        let directory = open.document_of(None, DocumentKind::Directory)?;
        let edit = DirectoryEdit::Person(open.person, person);
        open.act(|action| action.edit::<Directory>(directory, &edit))?;
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
        let directory = self.store.read().directory().map_err(|error| fail("person", error))?;
        Ok(directory.people.get(&self.person).cloned().unwrap_or_default())
    }
}
