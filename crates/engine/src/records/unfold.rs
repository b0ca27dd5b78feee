//! Makes documents that were once read in as one whole sendable, change by change.
//!
//! Earlier versions kept what they read in from a file as a snapshot alone, and nothing of it waited to be sent. As long as no log
//! knows the dossier, nobody else can have it from here.

use api::Failure;
use domain::{Conversation, Directory, Dossier, Plan};
use store::{DocumentKind, DocumentRow};

use crate::{
    action::{Action, stored},
    failures::fail,
    open::Open,
    shelf::Shelve,
};

impl Open {
    /// Looks for such documents, and lets their changes wait to be sent.
    pub(crate) fn unfold(&mut self) -> Result<(), Failure> {
        let lost = |error| fail("unfold", error);
        let rows = self.store.read().whole_documents().map_err(lost)?;
        if rows.is_empty() {
            return Ok(());
        }
        self.act(|action| {
            rows.iter().for_each(|row| match row.kind {
                DocumentKind::Dossier => action.unfold::<Dossier>(row),
                DocumentKind::Plan => action.unfold::<Plan>(row),
                DocumentKind::Conversation => action.unfold::<Conversation>(row),
                DocumentKind::Directory => action.unfold::<Directory>(row),
            });
            Ok(())
        })
    }
}

impl Action<'_> {
    /// A document that cannot be read stays as it is: whoever opens it is told.
    fn unfold<K: Shelve>(&mut self, row: &DocumentRow) {
        let Ok(document) = self.open.read_document::<K>(row.id, row.scope) else { return };
        let (id, changes) = (row.id, document.changes_since(&[]));
        self.also(move |tx| changes.into_iter().try_for_each(|change| tx.append(id, &stored(change)).map(drop)));
    }
}
