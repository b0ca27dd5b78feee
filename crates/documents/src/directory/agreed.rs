//! The words of people that a dossier may be erased: scalars at the root of the directory, under keys that hold dossier, record and
//! device. They lie flat, as people do, and at the root, because a map for them cannot be added to a directory that is there.
//!
//! Whether a word is worth anything its signature says, not that it stands here.

use std::collections::BTreeMap;

use automerge::{ROOT, ReadDoc, transaction::Transactable, transaction::Transaction};
use domain::{Directory, Signed, Word};

use crate::{
    Document, DocumentError,
    fields::Fields,
    read::parsed,
    write::{Write, shown},
};

/// How every key begins.
const START: &str = "agreed ";

impl Document<Directory> {
    /// Every word that stands in the directory, whoever wrote it.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Damaged`] when one of them is none.
    pub fn agreed(&self) -> Result<BTreeMap<Word, Signed>, DocumentError> {
        read(&Fields::of(&self.automerge, &ROOT))
    }
}

/// The words among the fields of the root.
pub(super) fn read(root: &Fields<'_>) -> Result<BTreeMap<Word, Signed>, DocumentError> {
    let mut words = BTreeMap::new();
    for key in root.keys().filter_map(|key| key.strip_prefix(START)) {
        words.insert(word(key)?, root.parsed(&format!("{START}{key}"))?);
    }
    Ok(words)
}

pub(super) fn write(draft: &mut Transaction<'_>, word: &Word, signed: &Signed) -> Result<(), DocumentError> {
    draft.set(&ROOT, &key(word), shown(signed))
}

pub(super) fn take_back(draft: &mut Transaction<'_>, word: &Word) -> Result<(), DocumentError> {
    let key = key(word);
    if draft.get(ROOT, &key)?.is_some() {
        draft.delete(ROOT, &key)?;
    }
    Ok(())
}

fn key(word: &Word) -> String {
    format!("{START}{} {} {}", word.dossier, word.seen, word.device)
}

fn word(key: &str) -> Result<Word, DocumentError> {
    let mut parts = key.split(' ');
    let mut next = || parts.next().ok_or(DocumentError::Damaged);
    let word = Word { dossier: parsed(next()?)?, seen: parsed(next()?)?, device: parsed(next()?)? };
    // One form only: what is written in another way would stand twice.
    if self::key(&word).strip_prefix(START) == Some(key) { Ok(word) } else { Err(DocumentError::Damaged) }
}
