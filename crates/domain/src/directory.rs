//! What the team of a space keeps for itself; never anything about a resident.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    erasure::{Signed, Word},
    id::{ContactId, PersonId},
};

/// Somebody who uses the app: a name and what they do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// The name as residents know it.
    pub name: String,
    /// The role in a word or two, such as *wijkverpleegkundige*.
    pub role: String,
}

/// Whom to call when safety is at stake.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Contact {
    /// Who it is.
    pub name: String,
    /// The number to call.
    pub number: String,
    /// When to call them, in a line.
    pub note: String,
}

/// The directory of a space.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Directory {
    /// The people of this space.
    pub people: BTreeMap<PersonId, Person>,
    /// The numbers on the page "Zorgen om veiligheid?".
    pub contacts: BTreeMap<ContactId, Contact>,
}

/// One change to a directory, as one action of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DirectoryEdit {
    /// Write who somebody is.
    Person(PersonId, Person),
    /// Write a contact.
    Contact(ContactId, Contact),
    /// Take a contact away.
    RemoveContact(ContactId),
    /// Agree that a dossier is erased.
    Agree(Word, Signed),
    /// Take that back.
    TakeBack(Word),
}
