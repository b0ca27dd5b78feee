//! What makes a type of the domain a document.

use automerge::{Automerge, transaction::Transaction};

use crate::DocumentError;

/// A kind of document: a type of the domain, and how it lies in automerge.
///
/// [`Plan`](domain::Plan), [`Dossier`](domain::Dossier), [`Conversation`](domain::Conversation) and
/// [`Directory`](domain::Directory) are kinds. The methods are for [`Document`](crate::Document); what lies where is
/// written at the top of each kind's file in this crate.
pub trait Kind: Sized {
    /// What it begins with.
    type First;
    /// One action of a person on it.
    type Edit;

    /// The kind's name inside the document.
    const NAME: &'static str;

    /// The version of its layout that this app writes; newer ones are left alone.
    const VERSION: u64 = 1;

    /// Writes the first change, with all fixed containers.
    #[doc(hidden)]
    fn begin(first: &Self::First, draft: &mut Transaction<'_>) -> Result<(), DocumentError>;

    /// Writes an edit; nothing where it changes nothing.
    #[doc(hidden)]
    fn edit(edit: &Self::Edit, draft: &mut Transaction<'_>) -> Result<(), DocumentError>;

    /// Reads the whole.
    #[doc(hidden)]
    fn view(automerge: &Automerge) -> Result<Self, DocumentError>;

    /// Whether somebody's changes may turn this into `after`: false where they touch what never changes.
    #[doc(hidden)]
    fn may_become(&self, _after: &Self) -> bool {
        true
    }
}
