//! Documents beside one that is erased by itself: the exchange needs to know them to keep their keys.

use std::collections::BTreeSet;

use api::Failure;
use domain::{ConversationId, ResidentId};
use store::{AccessEvent, DocumentKind, DocumentRow, Homed};
use sync::{
    Wish,
    protocol::id::{DocumentId, ScopeId},
};

use super::Team;
use crate::{action::Action, failures::fail, open::Open};

impl Open {
    /// Every document that is here, merged or put aside, of scopes in which one was erased by itself, or is to be.
    pub(super) fn documents_beside_erased(
        &self,
        team: &Team,
        wishes: &[(u64, Wish)],
    ) -> Result<Vec<(ScopeId, DocumentId)>, Failure> {
        let lost = |error| fail("documents", error);
        let erased = team.space.scopes().filter(|(_, sharing)| sharing.last_erased_document().is_some());
        let mut scopes: BTreeSet<ScopeId> = erased.map(|(scope, _)| scope).collect();
        scopes.extend(wishes.iter().filter_map(|(_, wish)| match wish {
            Wish::EraseDocument { scope, .. } => Some(*scope),
            _ => None,
        }));
        if scopes.is_empty() {
            return Ok(Vec::new());
        }
        let read = self.store.read();
        let mut documents = BTreeSet::new();
        for scope in &scopes {
            if self.lives_elsewhere(team.row.id, Homed::Scope(ResidentId(scope.0)))? {
                continue;
            }
            let rows = read.documents_of(ResidentId(scope.0)).map_err(lost)?;
            documents.extend(rows.into_iter().map(|row| (*scope, DocumentId(row.id.0))));
        }
        for row in read.aside(team.row.id).map_err(lost)? {
            documents.insert((ScopeId(row.scope.0), DocumentId(row.document.0)));
        }
        documents.retain(|(scope, _)| scopes.contains(scope));
        Ok(documents.into_iter().collect())
    }
}

impl Action<'_> {
    /// Erases a conversation that a keeper has erased. What no conversation is, goes with its dossier only.
    pub(super) fn erase_document(&mut self, scope: ScopeId, document: DocumentId) {
        let (at, resident) = (self.open.now(), ResidentId(scope.0));
        let (id, conversation) = (domain::DocumentId(document.0), ConversationId(document.0));
        let read = self.open.store.read();
        let is_here = read.document(id).is_ok_and(|known| known.is_some());
        let other = |row: &DocumentRow| row.kind != DocumentKind::Conversation || row.scope != Some(resident);
        let is_other = read.document(id).is_ok_and(|known| known.as_ref().is_some_and(other));
        if is_other || read.conversation_erased(conversation).is_ok_and(|erased| erased.is_some()) {
            return;
        }
        self.open.shelf.drop(id);
        self.touch(Some(resident));
        if is_here {
            self.log(AccessEvent::Erased, Some(resident));
        }
        self.also(move |tx| tx.erase_conversation(conversation, at));
    }
}
