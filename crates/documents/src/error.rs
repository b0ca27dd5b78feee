//! What can be wrong with a document, an edit or bytes from elsewhere.

use automerge::AutomergeError;

/// Why an edit, a document or somebody's changes were refused. Whatever was open stays as it was.
///
/// No variant carries anything of the content, so an error can be logged and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DocumentError {
    /// A text in the edit is longer than `domain::text` allows, or holds control characters.
    #[error("a text is too long or holds control characters")]
    Text,
    /// A value in the edit is out of its range.
    #[error("a value is out of its range")]
    Range,
    /// The edit is about something that is not in the document.
    #[error("what the edit is about is not in the document")]
    NotThere,
    /// The edit gives an id that already stands for something else, which may not be changed.
    #[error("the id already stands for something else")]
    Taken,
    /// A change of more than [`CHANGE_BYTES_MAX`](crate::CHANGE_BYTES_MAX) or a document of more than
    /// [`DOCUMENT_BYTES_MAX`](crate::DOCUMENT_BYTES_MAX).
    #[error("the change or document is too large")]
    TooLarge,
    /// The bytes are no document, only part of one, or hold what this kind of document cannot hold.
    #[error("the bytes are not a whole document of this kind")]
    Damaged,
    /// Changes that came earlier are missing. Keep the bytes and try again when those are here.
    #[error("earlier changes are missing")]
    MissingChanges,
    /// The document is of another kind.
    #[error("the document is of another kind")]
    OtherKind,
    /// A newer version of the app wrote it. Keep the bytes; a newer app can read them.
    #[error("the document was written by a newer version")]
    FromNewerVersion,
    /// The actor has written to this document before; draw a new one.
    #[error("the actor has been used before")]
    ActorUsed,
    /// The changes touch what may never change (a container, a basis, a withdrawal, whose conversation it is), or use
    /// the actor and number of a change that is already here.
    #[error("the changes touch what may never change")]
    Forbidden,
}

/// Automerge's own errors may quote content and are dropped here.
impl From<AutomergeError> for DocumentError {
    fn from(error: AutomergeError) -> Self {
        match error {
            AutomergeError::MissingDeps => Self::MissingChanges,
            AutomergeError::DuplicateSeqNumber(..) => Self::Forbidden,
            _ => Self::Damaged,
        }
    }
}
