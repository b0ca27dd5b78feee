//! A device reads less of a scope than before, but not nothing: what is no longer for it goes, keys first.

use std::collections::BTreeMap;

use protocol::{
    id::{ChainHash, DocumentId, KeyId, ScopeId},
    sharing::Access,
};

use crate::{Effect, space::Space};

impl Space {
    /// What follows where only some documents of a scope are for this device, and others were until now, or all of it was.
    pub(crate) fn narrow(&mut self, id: ScopeId, before: &Access) -> Vec<Effect> {
        let Access::Documents(named) = self.access(id) else { return Vec::new() };
        let lost = match before {
            Access::Whole => true,
            Access::Documents(before) => !before.is_subset(&named),
            Access::Nothing => false,
        };
        if !lost {
            return Vec::new();
        }
        let named: Vec<DocumentId> = named.into_iter().collect();
        let mut effects = self.unsent_goes_back(id);
        let whole: Vec<_> = self.ring.scope_keys(id).map(|key| key.id).collect();
        for key in whole {
            let (parts, forgotten) = self.ring.split(id, key, &named);
            effects.extend(parts.into_iter().map(Effect::Key).chain(forgotten.map(Effect::Forget)));
        }
        let gone = self.ring.drop_documents(id, |document| !named.contains(&document));
        effects.extend(gone.into_iter().map(Effect::Forget));
        effects.push(Effect::Narrowed { scope: id, named });
        effects
    }

    /// The scopes of which this device reads named documents.
    pub(crate) fn parts_read(&self) -> BTreeMap<ScopeId, Access> {
        let read = self.scopes().map(|(scope, _)| (scope, self.access(scope)));
        read.filter(|(_, access)| matches!(access, Access::Documents(_))).collect()
    }

    /// Whether this device lacks something of a key of a scope: the key, or what follows from it for a document that is named for it.
    pub(crate) fn lacks(&self, id: ScopeId, key: KeyId) -> bool {
        let Access::Documents(named) = self.access(id) else { return !self.holds(id, key) };
        let erased = |document| self.sharing(id).is_some_and(|sharing| sharing.is_document_erased(document));
        let mut readable = named.into_iter().filter(|document| !erased(*document));
        readable.any(|document| self.ring.document_key(id, document, key).is_none())
    }

    /// Whether this device holds all there is of a key of a scope: the key itself, unless a document was erased since. Who read one
    /// document until now holds less.
    pub(crate) fn holds(&self, id: ScopeId, key: KeyId) -> bool {
        if self.sharing(id).is_some_and(|sharing| sharing.is_split(key)) {
            return self.ring.has(id, key);
        }
        self.ring.scope_keys(id).any(|held| held.id == key)
    }

    /// What was sealed and has no answer yet waits to be sealed again: some of it may be of what has gone.
    pub(crate) fn unsent_goes_back(&mut self, id: ScopeId) -> Vec<Effect> {
        let waiting = self.scope_mut(id).own.all_go_back();
        waiting.into_iter().map(|sealed| Effect::Abandoned { entry: sealed.entry }).collect()
    }

    /// Reads a scope anew: what was skipped before may be for this device now, or the other way round.
    pub(crate) fn read_anew(&mut self, id: ScopeId) -> Effect {
        let scope = self.scope_mut(id);
        (scope.chain, scope.through, scope.anew) = (ChainHash::START, 0, true);
        Effect::Chain { scope: id, chain: ChainHash::START, through: 0 }
    }
}
