//! Directory to rows.

use domain::{ContactId, Directory, DirectoryEdit, PersonId};
use rusqlite::{Connection, Result};

use crate::{
    error::Error,
    store::Tx,
    table::{contact, person},
};

impl Tx<'_> {
    /// Makes people and contacts equal to `directory`; with `edit` only those that the edit touches.
    pub fn project_directory(
        &self,
        directory: &Directory,
        edit: Option<&DirectoryEdit>,
    ) -> core::result::Result<(), Error> {
        match edit {
            Some(DirectoryEdit::Person(id, _)) => put_person(&self.db, *id, directory)?,
            Some(DirectoryEdit::Contact(id, _) | DirectoryEdit::RemoveContact(id)) => {
                put_contact(&self.db, *id, directory)?
            }
            None => whole(&self.db, directory)?,
        }
        Ok(())
    }
}

fn whole(db: &Connection, directory: &Directory) -> Result<()> {
    let people = person::every(db)?.into_keys().chain(directory.people.keys().copied());
    people.collect::<Vec<_>>().into_iter().try_for_each(|id| put_person(db, id, directory))?;
    let contacts = contact::every(db)?.into_keys().chain(directory.contacts.keys().copied());
    contacts.collect::<Vec<_>>().into_iter().try_for_each(|id| put_contact(db, id, directory))
}

fn put_person(db: &Connection, id: PersonId, directory: &Directory) -> Result<()> {
    match directory.people.get(&id) {
        Some(found) => person::put(db, id, found),
        None => person::delete(db, id),
    }
}

fn put_contact(db: &Connection, id: ContactId, directory: &Directory) -> Result<()> {
    match directory.contacts.get(&id) {
        Some(found) => contact::put(db, id, found),
        None => contact::delete(db, id),
    }
}
