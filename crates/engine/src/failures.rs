//! From what went wrong inside to what the screen can say. Nothing that people wrote comes along.

use api::{Failure, Field};
use documents::DocumentError;

/// What an inner error means to a person. `place` names the step for [`Failure::Unexpected`], such as `commit`.
pub(crate) fn fail(place: &'static str, error: impl Into<Inner>) -> Failure {
    match error.into() {
        Inner::Store(error) => store(place, error),
        Inner::Document(error) => document(place, error),
    }
}

/// An error of a crate below.
pub(crate) enum Inner {
    Store(store::Error),
    Document(DocumentError),
}

impl From<store::Error> for Inner {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<DocumentError> for Inner {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

fn store(place: &str, error: store::Error) -> Failure {
    match error {
        store::Error::Damaged | store::Error::Unreadable => Failure::Damaged,
        store::Error::DiskFull => Failure::DiskFull,
        store::Error::ReadOnly => Failure::ReadOnly,
        store::Error::NoDocument | store::Error::NoSpace | store::Error::Erased => Failure::NotFound,
        store::Error::NoEntry => Failure::Unexpected { code: format!("{place}/no-entry") },
        store::Error::NoChange => Failure::Unexpected { code: format!("{place}/no-change") },
        store::Error::Taken => Failure::Unexpected { code: format!("{place}/taken") },
        store::Error::Sqlite(code) => Failure::Unexpected { code: format!("{place}/sqlite-{code}") },
    }
}

fn document(place: &str, error: DocumentError) -> Failure {
    match error {
        DocumentError::Text | DocumentError::TooLarge => Failure::Invalid { field: Field::Text },
        DocumentError::Range => Failure::Invalid { field: Field::Mark },
        DocumentError::NotThere => Failure::NotFound,
        DocumentError::FromNewerVersion => Failure::FromNewerVersion,
        DocumentError::Damaged | DocumentError::MissingChanges | DocumentError::OtherKind => Failure::Damaged,
        DocumentError::Taken | DocumentError::ActorUsed | DocumentError::Forbidden => {
            Failure::Unexpected { code: format!("{place}/{}", document_name(error)) }
        }
    }
}

const fn document_name(error: DocumentError) -> &'static str {
    match error {
        DocumentError::Taken => "taken",
        DocumentError::ActorUsed => "actor-used",
        _ => "forbidden",
    }
}

/// A failure that should not happen, with its place.
pub(crate) fn unexpected(place: &str) -> Failure {
    Failure::Unexpected { code: place.to_owned() }
}
