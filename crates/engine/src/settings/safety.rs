//! The page "Zorgen om veiligheid?": numbers that the team fills in.

use api::{
    Failure, Field, Saved,
    settings::{EditSafety, GetSafety, SafetyView},
};
use domain::{ContactId, Directory, DirectoryEdit, directory::Contact};

use crate::{Engine, Handle, entry, failures::fail};

impl Handle<GetSafety> for Engine {
    fn handle(&mut self, _: GetSafety) -> Result<SafetyView, Failure> {
        let directory = self.open()?.store.read().directory().map_err(|error| fail("safety", error))?;
        let mut contacts: Vec<_> = directory.contacts.into_iter().collect();
        contacts.sort_by_key(|(id, contact)| (contact.name.to_lowercase(), *id));
        Ok(SafetyView { contacts })
    }
}

impl Handle<EditSafety> for Engine {
    fn handle(&mut self, request: EditSafety) -> Result<Saved, Failure> {
        let open = self.open()?;
        let edit = match (request.id, request.contact) {
            (Some(id), None) => DirectoryEdit::RemoveContact(id),
            (None, None) => return Err(Failure::NotFound),
            (id, Some(contact)) => {
                let contact = Contact {
                    name: entry::filled_line(&contact.name, Field::Name)?,
                    number: entry::filled_line(&contact.number, Field::Line)?,
                    note: entry::line(&contact.note, Field::Line)?,
                };
                DirectoryEdit::Contact(id.unwrap_or(ContactId(open.random_id())), contact)
            }
        };
        // A number stays in the directory in which it stands.
        let stands = request.id.map(|id| open.store.read().directory_with(id)).transpose();
        let stands = stands.map_err(|error| fail("safety", error))?.flatten();
        let directory = stands.map_or_else(|| open.own_directory(), Ok)?;
        open.act(|action| action.edit::<Directory>(directory, &edit))?;
        Ok(open.saved())
    }
}
