//! What was this device's to read of a scope and no longer is: its copy goes, and who read along is told that something went.

use domain::{DocumentId, ResidentId};
use store::{AccessEvent, DocumentRow, SpaceRef};
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

    /// How many plans and conversations go from here by an effect; none for who sees to it themselves: owners and members.
    pub(super) fn going(&self, shared: &Space, space: SpaceRef, effect: &Effect) -> u32 {
        if matches!(shared.standing(), Some(Standing::Owner | Standing::Member)) || self.has_no_say(space, effect) {
            return 0;
        }
        let going = match effect {
            Effect::Lost { scope } | Effect::Erased { scope } => self.beside(ResidentId(scope.0), &[]).count(),
            Effect::Narrowed { scope, named } => self.beside(ResidentId(scope.0), named).count(),
            Effect::ErasedDocument { document, .. } => {
                let row = self.open.store.read().document(DocumentId(document.0));
                usize::from(row.is_ok_and(|row| row.is_some()))
            }
            _ => 0,
        };
        u32::try_from(going).unwrap_or(u32::MAX)
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
