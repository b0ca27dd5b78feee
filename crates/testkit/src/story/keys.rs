//! What an old copy of the relay opens in the end, with the devices of a story.

use api::sync::Renewal;
use domain::ResidentId;
use protocol::id::{DocumentId, ScopeId};

use super::Story;
use crate::neighbourhood::Who;

/// Longer than erasures rest before their keys are renewed, in seconds.
const RESTED: i64 = 11 * 60;

impl Story {
    /// Erasures rest, and their keys are renewed by everybody.
    pub(super) fn renew(&mut self) {
        for who in self.here.everybody() {
            self.here.device(who).seconds_go_by(RESTED);
        }
        self.here.settle();
        self.copies.of(self.here.relay());
    }

    /// Nothing that a device holds opens anything of what was erased, in whatever copy.
    pub(super) fn check_keys(&mut self, who: Who) {
        let space = self.space();
        let erased: Vec<ScopeId> =
            space.scopes.iter().filter(|(_, scope)| scope.sharing.is_erased()).map(|(id, _)| *id).collect();
        let renewal = self.here.device(who).state().renewal;
        let done = matches!(renewal, None | Some(Renewal::Done { .. }));
        assert!(done, "I10: {who:?} knows that the keys are renewed: {renewal:?}");
        if erased.is_empty() && self.oracle.erased_talks.is_empty() {
            return;
        }
        let thief = self.copies.with(self.here.device(who));
        for scope in space.scopes.keys() {
            for talk in &self.oracle.erased_talks {
                let document = DocumentId(talk.0);
                let gone = space.scopes.get(scope).is_some_and(|scope| scope.sharing.is_document_erased(document));
                assert!(
                    !gone || !thief.reads(*scope, document),
                    "I10: a talk was erased, and {who:?} opens an old copy"
                );
            }
        }
        for scope in erased {
            let name = self.oracle.residents.get(&ResidentId(scope.0)).map(|added| added.name.clone());
            assert!(!thief.opens(scope), "I10: {name:?} was erased, and {who:?} opens an old copy");
        }
    }
}
