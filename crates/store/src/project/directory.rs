//! Directory to rows.

use domain::{ContactId, Directory, DirectoryEdit, DocumentId, PersonId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Tx,
    table::{contact, person},
};

impl Tx<'_> {
    /// Makes the people and contacts of the document `id` equal to `directory`; with `edit` only those that the edit touches. Those of
    /// another team's directory stay as they are.
    pub fn project_directory(
        &self,
        id: DocumentId,
        directory: &Directory,
        edit: Option<&DirectoryEdit>,
    ) -> core::result::Result<(), Error> {
        match edit {
            Some(DirectoryEdit::Person(person, _)) => put_person(&self.db, id, *person, directory)?,
            Some(DirectoryEdit::Contact(contact, _) | DirectoryEdit::RemoveContact(contact)) => {
                put_contact(&self.db, id, *contact, directory)?
            }
            // Read where they stand: seldom, and never in a list.
            Some(DirectoryEdit::Agree(..) | DirectoryEdit::TakeBack(_)) => {}
            None => whole(&self.db, id, directory)?,
        }
        Ok(())
    }
}

fn whole(db: &Connection, id: DocumentId, directory: &Directory) -> Result<()> {
    let people = person::of_directory(db, id)?.into_keys().chain(directory.people.keys().copied());
    people.collect::<Vec<_>>().into_iter().try_for_each(|person| put_person(db, id, person, directory))?;
    let contacts = contact::of_directory(db, id)?.into_keys().chain(directory.contacts.keys().copied());
    contacts.collect::<Vec<_>>().into_iter().try_for_each(|contact| put_contact(db, id, contact, directory))
}

fn put_person(db: &Connection, id: DocumentId, person: PersonId, directory: &Directory) -> Result<()> {
    match directory.people.get(&person) {
        Some(found) => person::put(db, id, person, found),
        None => person::delete(db, id, person),
    }
}

fn put_contact(db: &Connection, id: DocumentId, contact: ContactId, directory: &Directory) -> Result<()> {
    match directory.contacts.get(&contact) {
        Some(found) => contact::put(db, id, contact, found),
        None => contact::delete(db, id, contact),
    }
}
