//! Takes in a record of this device that the relay took.

use protocol::{key::ScopeKey, refused::Refused, sharing::Access};

use crate::{
    Effect,
    prepare::{Made, Prepared, Record},
    space::Space,
};

impl Space {
    /// Holds the keys of scopes that a record brings, before the relay hears of it. If its answer is lost, and then the box with a
    /// restored relay, nobody else has them.
    pub(crate) fn hold_made(&mut self, prepared: &Prepared) -> Vec<Effect> {
        let mut effects = Vec::new();
        for made in &prepared.keys {
            let Made::Scope(key) = made else { continue };
            if self.ring.scope_keys(key.scope).all(|held| held.id != key.id) {
                let copy = ScopeKey::from_secret(key.id, key.scope, key.heads, key.secret().clone());
                effects.push(Effect::Key(self.ring.add_scope(copy)));
            }
        }
        effects
    }

    /// Takes a record that the relay took: the logs and keys as they are from now on.
    pub(crate) fn stands(&mut self, prepared: Prepared) -> Result<Vec<Effect>, Refused> {
        let mut effects = Vec::new();
        let keys: Vec<_> = prepared
            .keys
            .into_iter()
            .map(|made| match made {
                Made::Space(key) => self.ring.add_space(key),
                Made::Scope(key) => self.ring.add_scope(key),
                Made::Person(keys, heads) => self.ring.add_person(keys, heads),
            })
            .collect();
        effects.extend(keys.into_iter().map(Effect::Key));
        match prepared.record {
            // It came back with the log before its answer did.
            record if self.has(&record) => {}
            Record::Membership(record) => {
                let place = self.members.as_ref().map_or(0, |members| members.records);
                let was_in = self.standing().is_some();
                let before: Vec<_> = self.scopes.keys().map(|id| (*id, self.had(*id))).collect();
                self.apply_membership(&record)?;
                effects.push(Effect::Record { scope: None, place, bytes: record.bytes().to_vec() });
                // Who makes themselves a helper reads less from here on.
                if self.standing().is_some() {
                    effects.extend(before.iter().flat_map(|(scope, before)| self.access_changed(*scope, before)));
                }
                if was_in && self.standing().is_none() {
                    effects.push(Effect::Left { own: self.signed_by_this(&record) });
                }
            }
            Record::Sharing(id, record) => {
                let place = self.scopes.get(&id).map_or(0, |scope| scope.records);
                let before = self.had(id);
                self.apply_sharing(id, &record)?;
                effects.push(Effect::Record { scope: Some(id), place, bytes: record.bytes().to_vec() });
                let changed = self.access_changed(id, &before);
                effects.extend(changed.into_iter().filter(|_| before.access != Access::Nothing));
                effects.extend(self.document_gone(id, &record));
            }
        }
        effects.extend(prepared.wish.map(Effect::Done));
        Ok(effects)
    }

    fn has(&self, record: &Record) -> bool {
        match record {
            Record::Membership(record) => {
                self.membership().is_some_and(|membership| membership.place(record.hash()).is_some())
            }
            Record::Sharing(scope, record) => {
                self.sharing(*scope).is_some_and(|sharing| sharing.place(record.hash()).is_some())
            }
        }
    }
}
