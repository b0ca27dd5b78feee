//! Bytes that may be anything, made into a document or refused.

use std::panic::{self, AssertUnwindSafe};

use automerge::{Automerge, LoadOptions, OnPartialLoad, ROOT, ReadDoc, ScalarValue, TextEncoding};

use crate::{DocumentError, Kind, read::Read};

/// Most bytes that are loaded as one document or taken in at once. A document should stay far below: see ARCHITECTURE.md.
pub const DOCUMENT_BYTES_MAX: usize = 16 * 1024 * 1024;

/// How texts are counted. Said everywhere, because automerge's own choice hangs on how it was built.
pub(crate) const ENCODING: TextEncoding = TextEncoding::UnicodeCodePoint;

/// Runs what meets bytes that may be anything. Automerge 0.12 panics on many malformed bytes whose checksum is right
/// (see `tests/behaviour/foreign_bytes.rs`); here a panic only means that the bytes are damaged.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    // What `read` looks at is only read, and what it was making is dropped: nothing half-done is ever seen.
    panic::catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(DocumentError::Damaged))
}

/// Reads bytes as a document of kind `K`, whole and with a view.
pub(crate) fn open<K: Kind>(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    let automerge = complete(bytes)?;
    fits::<K>(&automerge)?;
    Ok(automerge)
}

/// Refuses what is not of kind `K`, or what that cannot hold.
pub(crate) fn fits<K: Kind>(automerge: &Automerge) -> Result<(), DocumentError> {
    check_kind::<K>(automerge)?;
    K::view(automerge).map(drop)
}

/// Reads bytes in which every change finds the changes before it.
pub(crate) fn complete(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    let automerge = loaded(bytes)?;
    if automerge.get_missing_deps(&[]).is_empty() { Ok(automerge) } else { Err(DocumentError::MissingChanges) }
}

/// Reads bytes whole, whatever they are of.
pub(crate) fn loaded(bytes: &[u8]) -> Result<Automerge, DocumentError> {
    let options = LoadOptions::new().on_partial_load(OnPartialLoad::Error).text_encoding(ENCODING);
    Ok(Automerge::load_with_options(bytes, options)?)
}

/// Saves the document and loads it again; gives what was loaded.
pub(crate) fn lasting(automerge: Automerge) -> Result<Automerge, DocumentError> {
    let saved = automerge.save();
    lasting_as(automerge, &saved)
}

/// Loads again what a document was saved as; gives what was loaded.
pub(crate) fn lasting_as(automerge: Automerge, saved: &[u8]) -> Result<Automerge, DocumentError> {
    let heads = automerge.get_heads();
    // It goes first: never are there two of them in memory.
    drop(automerge);
    let again = complete(saved)?;
    if again.get_heads() == heads { Ok(again) } else { Err(DocumentError::Damaged) }
}

/// Refuses what is too large to be looked at.
pub(crate) fn check_size(bytes: &[u8]) -> Result<(), DocumentError> {
    if bytes.len() > DOCUMENT_BYTES_MAX { Err(DocumentError::TooLarge) } else { Ok(()) }
}

/// Refuses other kinds and newer versions. Of several versions side by side the newest counts.
pub(crate) fn check_kind<K: Kind>(automerge: &Automerge) -> Result<(), DocumentError> {
    match automerge.scalar(&ROOT, "kind")? {
        Some(ScalarValue::Str(name)) if name == K::NAME => {}
        Some(ScalarValue::Str(_)) => return Err(DocumentError::OtherKind),
        _ => return Err(DocumentError::Damaged),
    }
    let versions = automerge.scalars(&ROOT, "version")?;
    match versions.iter().filter_map(ScalarValue::as_u64).max() {
        Some(newest) if newest > K::VERSION => Err(DocumentError::FromNewerVersion),
        Some(_) => Ok(()),
        None => Err(DocumentError::Damaged),
    }
}
