//! Keys that a restored relay's logs do not name are held no more: they open nothing but copies of what it lost.

use std::collections::BTreeSet;

use protocol::{
    id::{KeyId, ScopeId},
    key::wrap::What,
    membership::{Membership, MembershipChange, MembershipRecord},
    sharing::SharingRecord,
};

use super::{Restore, logs::Logs};
use crate::{Effect, Space};

/// The keys that logs name.
#[derive(Default)]
struct Named {
    people: BTreeSet<KeyId>,
    spaces: BTreeSet<KeyId>,
    scopes: BTreeSet<(ScopeId, KeyId)>,
}

impl Named {
    fn of(logs: &Logs) -> Self {
        let mut named = Self::default();
        for (scope, bytes) in logs.all() {
            match scope {
                None => {
                    MembershipRecord::decode(bytes).iter().for_each(|record| named.member(&record.content().change))
                }
                Some(scope) => {
                    let record = SharingRecord::decode(bytes).ok();
                    let key = record.as_ref().and_then(|record| record.content().change.key());
                    named.scopes.extend(key.map(|key| (scope, key.key)));
                }
            }
        }
        named
    }

    fn member(&mut self, change: &MembershipChange) {
        self.spaces.extend(change.rotation().map(|rotation| rotation.key));
        match change {
            MembershipChange::Create { person, .. }
            | MembershipChange::AddPerson { person, .. }
            | MembershipChange::Renew { person: Some(person), .. } => {
                self.people.insert(person.key);
            }
            _ => {}
        }
    }
}

impl Restore {
    /// Destroys the keys of which the relay's logs, replayed as `membership`, know nothing. Whoever copied what it lost opens nothing
    /// of that with this device any more; what was sealed under them is sealed anew.
    pub(super) fn forget_unnamed(&self, space: &Space, membership: &Membership) -> Vec<Effect> {
        let named = Named::of(&self.shown);
        // Who came after the backup is let in again under the key that they came with.
        let is_new = membership.person(space.person()).is_none();
        let is_named = |what, key: KeyId| match what {
            What::Space => named.spaces.contains(&key),
            What::Person(_) => is_new || named.people.contains(&key),
            What::Scope(scope) | What::Document(scope, _) => named.scopes.contains(&(scope, key)),
            What::Changes(..) => false,
        };
        let sealing = membership.device(space.device()).map(|device| device.sealing).ok();
        let unnamed = space.ring.unnamed(is_named, |next| Some(next) == sealing);
        unnamed.into_iter().map(Effect::Forget).collect()
    }
}
