//! The directory document: the people of a space and the numbers to call.
//!
//! ```text
//! names     { <person id>: line }
//! roles     { <person id>: line }
//! contacts  { <contact id>: entry { name: line, number: line, note: line } }
//! agreed <resident id> <record> <device id>: signature
//! ```
//!
//! People lie flat: two devices of one person know the same person id, and may not both make a map for it.

mod agreed;

use std::collections::BTreeMap;

use automerge::{Automerge, ROOT, ReadDoc, transaction::Transaction};
use domain::{Contact, ContactId, Directory, DirectoryEdit, directory::Person};

use crate::{
    DocumentError, Kind,
    entry::{self, Place},
    fields::Fields,
    read::{Read, parsed},
    write::{Write, check_line},
};

/// Begins empty.
impl Kind for Directory {
    type First = ();
    type Edit = DirectoryEdit;

    const NAME: &'static str = "directory";

    fn begin((): &(), draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        draft.new_maps(&["names", "roles", "contacts"])
    }

    fn edit(edit: &DirectoryEdit, draft: &mut Transaction<'_>) -> Result<(), DocumentError> {
        match edit {
            DirectoryEdit::Person(id, person) => {
                check_line(&person.name)?;
                check_line(&person.role)?;
                let (names, roles) = (draft.map(&ROOT, "names")?, draft.map(&ROOT, "roles")?);
                draft.set(&names, &id.to_string(), person.name.as_str())?;
                draft.set(&roles, &id.to_string(), person.role.as_str())
            }
            DirectoryEdit::Contact(id, contact) => write_contact(draft, *id, contact),
            DirectoryEdit::RemoveContact(id) => {
                let contacts = draft.map(&ROOT, "contacts")?;
                entry::take_out(draft, &contacts, &id.to_string())
            }
            DirectoryEdit::Agree(word, signed) => agreed::write(draft, word, signed),
            DirectoryEdit::TakeBack(word) => agreed::take_back(draft, word),
        }
    }

    fn view(automerge: &Automerge) -> Result<Self, DocumentError> {
        let root = Fields::of(automerge, &ROOT);
        agreed::read(&root)?;
        let (names, roles) = (root.map("names")?, root.map("roles")?);
        let (name_of, role_of) = (Fields::of(automerge, &names), Fields::of(automerge, &roles));
        let mut people = BTreeMap::new();
        for key in automerge.keys(&names) {
            people.insert(parsed(&key)?, Person { name: name_of.line(&key)?, role: role_of.line(&key)? });
        }
        let mut contacts = BTreeMap::new();
        for (id, contact) in entry::standing(automerge, &root.map("contacts")?)? {
            let line = |key| contact.line(key);
            contacts.insert(id, Contact { name: line("name")?, number: line("number")?, note: line("note")? });
        }
        Ok(Self { people, contacts })
    }
}

fn write_contact(draft: &mut Transaction<'_>, id: ContactId, contact: &Contact) -> Result<(), DocumentError> {
    let lines = [("name", &contact.name), ("number", &contact.number), ("note", &contact.note)];
    lines.into_iter().try_for_each(|(_, line)| check_line(line))?;
    let contacts = draft.map(&ROOT, "contacts")?;
    let entry = match entry::place(draft, &contacts, &id.to_string())? {
        Place::Standing(entry) | Place::TakenOut(entry) => entry,
        Place::Free => draft.new_map(&contacts, &id.to_string())?,
    };
    entry::write(draft, &entry, |draft| {
        lines.into_iter().try_for_each(|(key, line)| draft.set(&entry, key, line.as_str()))
    })
}
