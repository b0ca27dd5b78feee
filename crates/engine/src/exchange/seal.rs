//! Seals what waits, and keeps it before it is sent.

use api::Failure;
use documents::Foreign;
use store::{ChangeHash, EntryRef, ScopeRef, SealedRow, SpaceRef};
use sync::{
    Effect, Sealed, Waiting,
    protocol::id::{ChangeHash as Change, DeviceId, DocumentId, ScopeId},
};

use super::Team;
use crate::{action::Action, failures::fail, host::Chance, open::Open};

impl Open {
    /// Seals what waits in these scopes. Where nothing can be sealed, the exchange leaves the scope for now.
    pub(super) fn seal(&mut self, team: &mut Team, scopes: &[ScopeId]) -> Result<(), Failure> {
        let lost = |error| fail("seal", error);
        let read = self.store.read();
        let common = team.space.common_scope();
        let mut effects = Vec::new();
        let mut left = scopes.to_vec();
        for id in read.unsealed_documents().map_err(lost)? {
            let Some(row) = read.document(id).map_err(lost)? else { continue };
            let scope = row.scope.map_or(common, |resident| ScopeId(resident.0));
            let document = DocumentId(id.0);
            let elsewhere = !self.may_live_in(team.row.id, id, row.scope)?;
            if elsewhere || !scopes.contains(&scope) || row.sample || !team.space.can_write(scope, document) {
                continue;
            }
            let mut waiting = Vec::new();
            for change in read.outbox_unsealed(id).map_err(lost)? {
                let read = Foreign::read(&change.bytes).map_err(|error| fail("seal", error))?.changes;
                let own = read.iter().all(|change| team.is_own(change.device));
                let follows = read.into_iter().flat_map(|change| change.dependencies).map(Change).collect();
                waiting.push(Waiting { change: Change(change.hash.0), own, follows, bytes: change.bytes });
            }
            let sealed = team.space.seal(scope, document, waiting, &mut effects, &mut Chance(&*self.host));
            if sealed.is_ok() {
                left.retain(|other| *other != scope);
            }
        }
        team.exchange.leave(&left);
        self.keep(team, effects)
    }
}

impl Team {
    /// Whether a device is one of this device's person.
    pub(super) fn is_own(&self, device: domain::DeviceId) -> bool {
        let device = DeviceId(device.0);
        let person = self.space.membership().and_then(|membership| membership.person_of(device));
        device == self.space.device() || person == Some(self.space.person())
    }
}

impl Action<'_> {
    /// Writes that an entry was sealed, and what became of it at the relay.
    pub(super) fn keep_sent(&mut self, space: SpaceRef, effect: Effect) {
        match effect {
            Effect::Sealed(sealed, named) => {
                let (row, changes) = (row(&sealed), changes(&sealed, &named));
                self.also(move |tx| tx.put_sealed(space, &row, &changes));
            }
            Effect::Taken { entry, cursor } => {
                let at = self.open.now();
                self.touch(None);
                self.also(move |tx| tx.acknowledged(space, EntryRef(entry.0), cursor, at));
            }
            Effect::Abandoned { entry } => self.also(move |tx| tx.abandoned(space, EntryRef(entry.0))),
            _ => {}
        }
    }

    /// Writes what came back that this device did not know any more, and what gave way to that.
    pub(super) fn keep_came_back(&mut self, space: SpaceRef, effect: Effect) {
        match effect {
            Effect::CameBack { sealed, cursor } => {
                let row = SealedRow { cursor: Some(cursor), ..row(&sealed) };
                self.also(move |tx| tx.came_back(space, &row));
            }
            Effect::Undone { entry } => self.also(move |tx| tx.undone(space, EntryRef(entry.0))),
            _ => {}
        }
    }
}

/// The row of a sealed entry.
fn row(sealed: &Sealed) -> SealedRow {
    SealedRow {
        hash: EntryRef(sealed.entry.0),
        scope: ScopeRef(sealed.scope.0),
        document: domain::DocumentId(sealed.document.0),
        counter: sealed.counter,
        bytes: sealed.bytes.clone(),
        cursor: None,
        abandoned: false,
    }
}

/// The changes of a sealed entry, as the outbox names them.
fn changes(sealed: &Sealed, changes: &[Change]) -> Vec<(domain::DocumentId, ChangeHash)> {
    let document = domain::DocumentId(sealed.document.0);
    changes.iter().map(|change| (document, ChangeHash(change.0))).collect()
}
