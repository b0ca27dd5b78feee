//! What was this device's to read of a scope and no longer is: its copy goes, and who read along is told that something went.

use domain::{DocumentId, ResidentId};
use store::{AccessEvent, DocumentKind, DocumentRow, SpaceRef};
use sync::{
    Effect, Space,
    protocol::{id, permission::Standing},
};

use crate::action::Action;

impl Action<'_> {
    /// Erases the copies of a scope's documents that are not named any more.
    pub(super) fn narrow(&mut self, scope: id::ScopeId, named: &[id::DocumentId]) {
        let resident = ResidentId(scope.0);
        let lost: Vec<DocumentRow> = self.beside(resident, named).collect();
        if lost.is_empty() {
            return;
        }
        for row in lost {
            self.open.shelf.drop(row.id);
            self.also(move |tx| tx.forget_document(&row));
        }
        self.touch(Some(resident));
        self.log(AccessEvent::Withdrawn, Some(resident));
    }

    /// How many plans and conversations go from here by an effect. None with a dossier that an owner or a member read: they see
    /// to it themselves.
    pub(super) fn going(&self, shared: &Space, space: SpaceRef, effect: &Effect) -> u32 {
        let (scope, named) = match effect {
            Effect::Lost { scope } | Effect::Erased { scope } => (scope, [].as_slice()),
            Effect::Narrowed { scope, named } => (scope, named.as_slice()),
            Effect::ErasedDocument { scope, .. } => (scope, [].as_slice()),
            _ => return 0,
        };
        let team = matches!(shared.standing(), Some(Standing::Owner | Standing::Member));
        let resident = ResidentId(scope.0);
        let is_whole = |row: DocumentRow| row.kind == DocumentKind::Dossier;
        if self.has_no_say(space, effect) || team && self.beside(resident, &[]).any(is_whole) {
            return 0;
        }
        let goes = |row: &DocumentRow| match effect {
            Effect::ErasedDocument { document, .. } => row.id == DocumentId(document.0),
            _ => true,
        };
        u32::try_from(self.beside(resident, named).filter(goes).count()).unwrap_or(u32::MAX)
    }

    /// The documents of a resident that are here and not named.
    fn beside<'a>(
        &self,
        resident: ResidentId,
        named: &'a [id::DocumentId],
    ) -> impl Iterator<Item = DocumentRow> + use<'a> {
        let rows = self.open.store.read().documents_of(resident).unwrap_or_default();
        rows.into_iter().filter(|row| !named.contains(&id::DocumentId(row.id.0)))
    }
}
