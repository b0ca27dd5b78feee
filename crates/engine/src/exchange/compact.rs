//! Makes snapshots where they pay, and says what this device thinks of those of others.

use api::Failure;
use documents::ForeignDocument;
use domain::{Conversation, Directory, DocumentId, Dossier, Plan};
use store::{DocumentKind, Growth, SpaceRef};
use sync::{
    Effect,
    protocol::{
        entry::header::Cover,
        id::{self, ChangeHash, KeyId, ScopeId},
    },
};

use super::{
    Team,
    line::Line,
    snapshot::{Ack, of_kind},
};
use crate::{failures::fail, host::Chance, open::Open, shelf::Shelve};

/// A document whose snapshot is to be made.
struct Due {
    document: DocumentId,
    scope: ScopeId,
    growth: Growth,
}

impl Open {
    /// Seals acks and snapshots that are due, once everything else was sent.
    pub(super) fn compact(&mut self, team: &mut Team) -> Result<(), Failure> {
        let mut effects = Vec::new();
        for ack in std::mem::take(&mut team.acks) {
            let Ack { scope, document, parts, complete } = ack.clone();
            if team.space.sharing(scope).is_none_or(sync::protocol::sharing::Sharing::is_erased) {
                continue;
            }
            if !team.space.can_write(scope, document) {
                team.acks.push(ack);
                continue;
            }
            let sealed = team.space.seal_ack((scope, document), parts, complete, &mut Chance(&*self.host));
            let Ok(effect) = sealed else { continue };
            if let Effect::Sealed(sealed, _) = &effect {
                team.said.insert(sealed.entry, ack);
            }
            effects.push(effect);
        }
        for due in self.due(team)? {
            let kind = self.store.read().document(due.document).map_err(|error| fail("compact", error))?;
            if let Some(row) = kind.filter(|row| !row.sample) {
                of_kind!(row.kind, K => self.make::<K>(team, &due, &mut effects))?;
            }
        }
        if effects.is_empty() {
            return Ok(());
        }
        team.exchange.write();
        self.keep(team, effects)
    }

    /// The documents of which a snapshot pays that this device is the one to make: it wrote the last of the entries. And those with
    /// something under a key that somebody holds who lost the scope by a withdrawal.
    fn due(&self, team: &mut Team) -> Result<Vec<Due>, Failure> {
        let lost = |error| fail("compact", error);
        let (read, space) = (self.store.read(), SpaceRef(team.space.id().0));
        let mut due = Vec::new();
        for document in std::mem::take(&mut team.wrote) {
            let growth = read.growth(space, document).map_err(lost)?;
            if growth.as_ref().is_some_and(|growth| Line::pays(growth, self.host.compacts_after())) {
                due.push(document);
            }
        }
        for (document, scope, key) in read.growing(space).map_err(lost)? {
            if team.space.renews(ScopeId(scope.0), KeyId(key)) && !due.contains(&document) {
                due.push(document);
            }
        }
        let mut documents = Vec::new();
        for document in due {
            let Some(growth) = read.growth(space, document).map_err(lost)? else { continue };
            let scope = ScopeId(growth.scope.0);
            let resident = (scope != team.space.common_scope()).then_some(domain::ResidentId(scope.0));
            // Whoever opened a scope with the same id in another team gets nothing of it.
            let lives = self.may_live_in(space, document, resident)?;
            let writes =
                lives && team.space.can_write(scope, id::DocumentId(document.0)) && self.may_leave(resident)?;
            let waits = !read.outbox(document).map_err(lost)?.is_empty();
            if writes && !waits && growth.left_out.is_empty() && !self.is_held_up(space, document)? {
                documents.push(Due { document, scope, growth });
            }
        }
        Ok(documents)
    }

    fn make<K: Shelve>(&mut self, team: &mut Team, due: &Due, effects: &mut Vec<Effect>) -> Result<(), Failure> {
        self.load::<K>(due.document)?;
        let Some(document) = self.shelf.get::<K>(due.document) else { return Ok(()) };
        let (bytes, heads) = (document.save(), document.heads());
        // What others would refuse is not made.
        if ForeignDocument::read(&bytes).is_err() {
            return Ok(());
        }
        let heads: Vec<ChangeHash> = heads.into_iter().map(ChangeHash).collect();
        let covers: Vec<Cover> = due
            .growth
            .covers
            .iter()
            .map(|(device, (counter, entry))| Cover {
                device: id::DeviceId(device.0),
                counter: *counter,
                entry: id::EntryHash(entry.0),
            })
            .collect();
        let place = (due.scope, id::DocumentId(due.document.0));
        let before = effects.len();
        let sealed = team.space.seal_snapshot(place, &covers, (&heads, &bytes), effects, &mut Chance(&*self.host));
        match sealed {
            Ok(()) if team.space.acks_its_own(due.scope) => {
                let parts = effects.iter().skip(before).filter_map(|effect| match effect {
                    Effect::Sealed(sealed, _) => Some(sealed.entry),
                    _ => None,
                });
                team.made.insert(due.document, (due.scope, parts.collect()));
                Ok(())
            }
            // One that is too large is not made; of one that ends half way nobody takes the parts.
            Ok(()) | Err(_) => Ok(()),
        }
    }
}
