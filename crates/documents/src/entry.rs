//! Entries that people add, correct and take out: the steps of a plan, the contacts of a directory.
//!
//! An entry is a map under its random id. It stands as long as its `written` does, a count that every edit of the entry
//! raises. Taking out deletes `written` and nothing else. So when one person takes an entry out while another writes in
//! it, the raised count is there after merging, and the entry with all its words. And an id that comes back finds its
//! old map, so that no second one is made.

use std::str::FromStr;

use automerge::{Automerge, ObjId, ReadDoc, ScalarValue, transaction::Transactable, transaction::Transaction};

use crate::{
    DocumentError,
    fields::Fields,
    read::{Read, parsed},
    write::Write,
};

/// What marks an entry as standing.
const WRITTEN: &str = "written";

/// Where an id is on its way to being an entry.
pub(crate) enum Place {
    /// It stands.
    Standing(ObjId),
    /// It was taken out; its map is still there.
    TakenOut(ObjId),
    /// It never was.
    Free,
}

/// What is under `id` among `entries`.
pub(crate) fn place(doc: &impl ReadDoc, entries: &ObjId, id: &str) -> Result<Place, DocumentError> {
    let Some(entry) = doc.find_container(entries, id, automerge::ObjType::Map)? else { return Ok(Place::Free) };
    let stands = doc.scalar(&entry, WRITTEN)?.is_some();
    Ok(if stands { Place::Standing(entry) } else { Place::TakenOut(entry) })
}

/// Writes in an entry and, if that changed anything or the entry did not stand, raises its count.
pub(crate) fn write(
    draft: &mut Transaction<'_>,
    entry: &ObjId,
    write: impl FnOnce(&mut Transaction<'_>) -> Result<(), DocumentError>,
) -> Result<(), DocumentError> {
    let written = match draft.scalar(entry, WRITTEN)? {
        None => None,
        Some(ScalarValue::Uint(count)) => Some(count),
        Some(_) => return Err(DocumentError::Damaged),
    };
    let operations = draft.pending_ops();
    write(draft)?;
    if draft.pending_ops() == operations && written.is_some() {
        return Ok(());
    }
    draft.set(entry, WRITTEN, written.unwrap_or(0).saturating_add(1))
}

/// Takes an entry out, if it stands.
pub(crate) fn take_out(draft: &mut Transaction<'_>, entries: &ObjId, id: &str) -> Result<(), DocumentError> {
    match place(draft, entries, id)? {
        Place::Standing(entry) => Ok(draft.delete(&entry, WRITTEN)?),
        Place::TakenOut(_) | Place::Free => Ok(()),
    }
}

/// The entries that stand, by id.
pub(crate) fn standing<'a, Id: FromStr>(
    automerge: &'a Automerge,
    entries: &ObjId,
) -> Result<Vec<(Id, Fields<'a>)>, DocumentError> {
    let mut standing = Vec::new();
    for item in automerge.map_range(entries, ..) {
        let entry = Fields::of(automerge, &item.id());
        if entry.find(WRITTEN, |_| Some(()))?.is_some() {
            standing.push((parsed(&item.key)?, entry));
        }
    }
    Ok(standing)
}
