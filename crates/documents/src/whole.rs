//! A whole document of another device, read once before it is known of which kind it is.

use automerge::{Automerge, ROOT, ScalarValue};

use crate::{
    DocumentError, ForeignDocument,
    bytes::{complete, guarded, lasting_as},
    lineage,
    read::Read,
};

/// A document that another device made and this one does not have yet, which can be saved and loaded again;
/// [`Document::of`](crate::Document::of) makes a document of it.
pub struct Whole {
    pub(crate) automerge: Automerge,
    saved: Vec<u8>,
}

impl Whole {
    /// Walks the bytes first (see [`ForeignDocument`]), then loads them, checks that changes count on from each other, and that
    /// what was loaded lasts: some malformed bytes can be loaded, but not be saved and loaded again.
    ///
    /// # Errors
    ///
    /// [`DocumentError::MissingChanges`] asks for patience: keep the bytes. [`DocumentError::Forbidden`] for changes that do not
    /// count on. The others say that the bytes are no document.
    pub fn read(bytes: &[u8]) -> Result<Self, DocumentError> {
        ForeignDocument::read(bytes)?;
        guarded(|| {
            let automerge = complete(bytes)?;
            lineage::check(&automerge)?;
            let saved = automerge.save();
            // Saved as the bytes that were just loaded, as honest ones are: it need not be loaded once more to see that it lasts.
            let automerge = if saved == bytes { automerge } else { lasting_as(automerge, &saved)? };
            Ok(Self { automerge, saved })
        })
    }

    /// Its bytes, compact, with all its history; as [`Document::save`](crate::Document::save).
    #[must_use]
    pub fn saved(&self) -> &[u8] {
        &self.saved
    }

    /// The name of its kind ([`Kind::NAME`](crate::Kind::NAME)), if it says one.
    #[must_use]
    pub fn kind(&self) -> Option<String> {
        match self.automerge.scalar(&ROOT, "kind").ok()? {
            Some(ScalarValue::Str(name)) => Some(name.to_string()),
            _ => None,
        }
    }
}
