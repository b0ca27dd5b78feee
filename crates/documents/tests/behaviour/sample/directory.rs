//! The directory as a sample.

use domain::{Contact, ContactId, Directory, DirectoryEdit, PersonId, directory::Person};
use proptest::prelude::*;

use super::{Sample, ids, line};

impl Sample for Directory {
    fn first() {}

    fn at_first() -> Self {
        Self::default()
    }

    fn edit_by(owner: u8) -> BoxedStrategy<DirectoryEdit> {
        let contact_ids = move || ids(owner).prop_map(ContactId);
        prop_oneof![
            (ids(0), line(), line())
                .prop_map(|(id, name, role)| DirectoryEdit::Person(PersonId(id), Person { name, role })),
            (contact_ids(), line(), line(), line())
                .prop_map(|(id, name, number, note)| DirectoryEdit::Contact(id, Contact { name, number, note })),
            contact_ids().prop_map(DirectoryEdit::RemoveContact),
        ]
        .boxed()
    }

    fn expect(&mut self, edit: &DirectoryEdit) -> bool {
        match edit.clone() {
            DirectoryEdit::Person(id, person) => drop(self.people.insert(id, person)),
            DirectoryEdit::Contact(id, contact) => drop(self.contacts.insert(id, contact)),
            DirectoryEdit::RemoveContact(id) => drop(self.contacts.remove(&id)),
            // Not part of what the directory shows.
            DirectoryEdit::Agree(..) | DirectoryEdit::TakeBack(_) => {}
        }
        true
    }

    /// A person's id is not random to that person's own devices: both may write about it first.
    fn id_in(edit: &DirectoryEdit) -> Option<[u8; 16]> {
        match edit {
            DirectoryEdit::Contact(id, _) | DirectoryEdit::RemoveContact(id) => Some(id.0),
            DirectoryEdit::Person(..) | DirectoryEdit::Agree(..) | DirectoryEdit::TakeBack(_) => None,
        }
    }

    fn has(&self, id: [u8; 16]) -> bool {
        self.contacts.contains_key(&ContactId(id))
    }
}
