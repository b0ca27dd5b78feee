//! What this device has of a scope, and what follows for its copy when the logs change that.

use protocol::{
    id::ScopeId,
    sharing::{Access, Sharing},
};

use crate::{Effect, space::Space};

/// What a device has of a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Had {
    /// What it may read.
    pub(crate) access: Access,
    /// It holds on to all of it all the same: see [`Space::holds_on`].
    held: bool,
}

impl Had {
    /// Of a scope of which it may read everything.
    pub(crate) const WHOLE: Self = Self { access: Access::Whole, held: false };
}

impl Space {
    /// What this device has of a scope now.
    pub(crate) fn had(&self, id: ScopeId) -> Had {
        Had { access: self.access(id), held: self.holds_on(id) }
    }

    /// Whether this device holds on to a scope that it may not read: its person became a helper, and it has the keys, and nobody else in
    /// the space may open it. Nothing is sent of it and nothing comes. It goes, as it does from other helpers, once somebody reads it.
    #[must_use]
    pub fn holds_on(&self, id: ScopeId) -> bool {
        let left = |sharing: &Sharing| self.membership().is_some_and(|log| sharing.is_left_to(self.person(), log));
        self.access(id) != Access::Whole
            && !self.is_erased_here(id)
            && self.sharing(id).is_some_and(left)
            && self.ring.scope_keys(id).next().is_some()
    }

    /// What follows for what this device keeps of a scope, where a record has changed what it may read.
    pub(crate) fn access_changed(&mut self, id: ScopeId, before: &Had) -> Vec<Effect> {
        let now = self.had(id);
        if *before == now {
            return Vec::new();
        }
        if now.held {
            let mut effects = self.unsent_goes_back(id);
            effects.push(self.read_anew(id));
            return effects;
        }
        // What it held on to, it had whole.
        let had = if before.held && now.access != Access::Whole { &Access::Whole } else { &before.access };
        match (had, now.access) {
            (Access::Nothing, _) => {
                // A copy from before is here already, of a restored relay or one that was held on to: what was erased meanwhile goes
                // from it.
                let erased = self.sharing(id).into_iter().flat_map(Sharing::erased_documents);
                let erased = erased.map(|document| Effect::ErasedDocument { scope: id, document });
                [Effect::Gained { scope: id }].into_iter().chain(erased).collect()
            }
            (_, Access::Nothing) => vec![self.lose(id)],
            // More documents than before, or fewer: what was skipped is looked at anew.
            _ => {
                let mut effects = self.narrow(id, had);
                effects.push(self.read_anew(id));
                effects
            }
        }
    }
}
