//! Makes the read tables anew from the documents.

use api::{
    Failure,
    records::{Rebuild, Rebuilt},
};
use domain::{Conversation, Directory, Dossier, Plan};
use store::{DocumentKind, DocumentRow};

use crate::{Engine, Handle, action::Action, failures::fail, open::Open, shelf::Shelve};

impl Handle<Rebuild> for Engine {
    fn handle(&mut self, _: Rebuild) -> Result<Rebuilt, Failure> {
        self.open()?.rebuild()
    }
}

impl Open {
    /// Empties every read table and fills it from the documents, in one transaction.
    pub(crate) fn rebuild(&mut self) -> Result<Rebuilt, Failure> {
        let documents = self.store.read().documents().map_err(|error| fail("rebuild", error))?;
        let unreadable = self.act(|action| {
            action.also(|tx| tx.clear_read_tables());
            let projected = documents.iter().map(|row| match row.kind {
                DocumentKind::Dossier => action.project::<Dossier>(row),
                DocumentKind::Plan => action.project::<Plan>(row),
                DocumentKind::Conversation => action.project::<Conversation>(row),
                DocumentKind::Directory => action.project::<Directory>(row),
            });
            let unreadable = projected.filter(Result::is_err).count();
            action.touch(None);
            Ok(unreadable)
        })?;
        let rows = self.store.read().read_rows().map_err(|error| fail("rebuild", error))?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Rebuilt {
            documents: count(documents.len().saturating_sub(unreadable)),
            unreadable: count(unreadable),
            rows,
        })
    }
}

impl Action<'_> {
    fn project<K: Shelve>(&mut self, row: &DocumentRow) -> Result<(), Failure> {
        let document = self.open.read_document::<K>(row.id, row.scope)?;
        let view = document.view().map_err(|error| fail("rebuild", error))?;
        let (id, scope) = (row.id, row.scope);
        self.also(move |tx| K::project(tx, id, scope, &view, None));
        Ok(())
    }
}
