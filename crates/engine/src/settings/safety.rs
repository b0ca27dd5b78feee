//! The page "Zorgen om veiligheid?": numbers that the team fills in.

use api::{
    Failure, Field, Saved,
    settings::{EditSafety, GetSafety, SafetyView},
};
use domain::{ContactId, Directory, DirectoryEdit, directory::Contact};

use crate::{Engine, Handle, entry};

impl Handle<GetSafety> for Engine {
    fn handle(&mut self, _: GetSafety) -> Result<SafetyView, Failure> {
        let mut contacts: Vec<_> = self.open()?.contacts()?.into_iter().map(|(_, id, contact)| (id, contact)).collect();
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
        let stands = open.contacts()?.into_iter().find(|(_, id, _)| Some(*id) == request.id).map(|(at, ..)| at);
        let directory = stands.map_or_else(|| open.own_directory(), Ok)?;
        open.act(|action| action.edit::<Directory>(directory, &edit))?;
        Ok(open.saved())
    }
}
