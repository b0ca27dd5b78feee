//! A relay that was restored from a backup: what this device has for it, how an owner lets it go on, and what follows from that.

use api::{
    Failure, Saved,
    sync::{Problem, ResumeRelay},
};
use documents::Foreign;
use domain::{Conversation, Directory, DocumentId, Dossier, Moment, Plan, ResidentId};
use store::{ChangeBytes, ChangeHash, DocumentKind, EntryRef, FetchedRow, Homed, LogRef, ScopeRef, SpaceRef, Store};
use sync::{
    Effect, Home, Incoming, Space, Unsent, Wish,
    protocol::{
        entry::Entry,
        id::{self, EntryHash, LogId, ScopeId},
    },
};

use super::{Team, snapshot::of_kind};
use crate::{
    Engine, Handle,
    action::{Action, stored},
    failures::fail,
    shelf::Shelve,
};

/// How long others' entries are kept to be brought back: no backup of a relay should be older.
const FETCHED_DAYS: i64 = 30;

const DAY_MS: i64 = 86_400_000;

impl Handle<ResumeRelay> for Engine {
    fn handle(&mut self, _: ResumeRelay) -> Result<Saved, Failure> {
        let open = self.open()?;
        let team = open.team()?;
        let log = team.resumes()?;
        let space = team.row.id;
        open.wish(space, &Wish::Resume { log })?;
        open.teams.get_mut(space).into_iter().for_each(Team::wake);
        Ok(open.saved())
    }
}

impl Team {
    /// The log of a restored relay, of which this device may say that it goes on: an owner's, as far as it has heard or as that log has
    /// it. Whoever else was an owner may be none any more, or never come back.
    pub(super) fn resumes(&self) -> Result<LogId, Failure> {
        if !self.owner_there {
            self.need_owner()?;
        }
        self.restored.filter(|_| self.problems.contains(&Problem::RelayRestored)).ok_or(Failure::NotNow)
    }
}

/// What this device keeps of a space as it was signed.
pub(super) struct AtHome<'a> {
    pub(super) store: &'a Store,
    pub(super) space: SpaceRef,
}

impl Home for AtHome<'_> {
    fn records(&self) -> Option<Vec<(Option<ScopeId>, Vec<u8>)>> {
        let read = self.store.read();
        let members = read.records(self.space, None).ok()?;
        let mut records: Vec<_> = members.into_iter().map(|bytes| (None, bytes)).collect();
        for scope in read.record_scopes(self.space).ok()? {
            let of_scope = read.records(self.space, Some(scope)).ok()?;
            records.extend(of_scope.into_iter().map(|bytes| (Some(ScopeId(scope.0)), bytes)));
        }
        Some(records)
    }

    fn entries(&self) -> Option<Vec<EntryHash>> {
        let read = self.store.read();
        let mut entries = read.sealed_taken(self.space).ok()?;
        entries.extend(read.fetched(self.space).ok()?);
        Some(entries.into_iter().map(|entry| EntryHash(entry.0)).collect())
    }

    fn entry(&self, entry: EntryHash) -> Option<Vec<u8>> {
        let read = self.store.read();
        let own = read.sealed_bytes(self.space, EntryRef(entry.0)).ok()?;
        own.or_else(|| read.fetched_bytes(self.space, EntryRef(entry.0)).ok().flatten())
    }
}

impl Action<'_> {
    /// Keeps an entry of another device as it came.
    pub(super) fn keep_fetched(&mut self, space: SpaceRef, incoming: &Incoming) {
        let Ok(counter) = Entry::decode(&incoming.bytes).map(|entry| entry.header.claims.counter) else { return };
        let row = FetchedRow {
            hash: EntryRef(incoming.entry.0),
            scope: ScopeRef(incoming.scope.0),
            document: DocumentId(incoming.document.0),
            device: domain::DeviceId(incoming.device.0),
            counter,
            at: self.open.now(),
            bytes: incoming.bytes.clone(),
        };
        self.also(move |tx| super::keep::unless_erased(tx.put_fetched(space, &row)));
    }

    /// Forgets others' entries that no backup lacks any more.
    pub(super) fn forget_fetched(&mut self, space: SpaceRef, now: Moment) {
        let before = now.plus_ms(FETCHED_DAYS.saturating_mul(-DAY_MS));
        self.also(move |tx| tx.drop_fetched(space, before, now));
    }

    /// Writes a record in its place of a log.
    pub(super) fn record(&mut self, space: SpaceRef, scope: Option<ScopeId>, (place, bytes): (u64, Vec<u8>)) {
        let scope = scope.map(|scope| ScopeRef(scope.0));
        self.touch(scope.map(|scope| ResidentId(scope.0)));
        self.also(move |tx| tx.put_record(space, scope, place, &bytes));
        // Where a scope begins, nothing came before: what is kept of it stood in a log that a restored relay lost.
        if let (Some(scope), 0) = (scope, place) {
            self.also(move |tx| tx.drop_fetched_of(space, scope));
        }
        self.settle(space, scope);
    }

    /// Writes what follows from a restored relay's log.
    pub(super) fn follow(&mut self, space: SpaceRef, effect: Effect) {
        self.touch(None);
        match effect {
            Effect::Dropped { scope, from } => {
                let scope = scope.map(|scope| ScopeRef(scope.0));
                self.also(move |tx| tx.drop_records(space, scope, from));
            }
            Effect::Wished(wish) => self.also(move |tx| tx.add_wish(space, &wish.to_bytes()).map(drop)),
            Effect::Unsent(unsent) => self.unsent(space, unsent),
            Effect::Vanished { entry } => self.also(move |tx| tx.vanished(space, EntryRef(entry.0))),
            Effect::Uncovered { entry } => self.also(move |tx| tx.uncover(space, EntryRef(entry.0))),
            Effect::Begins { scope } => self.also(move |tx| tx.number_anew(space, ScopeRef(scope.0))),
            Effect::Anew { log } => self.also(move |tx| tx.read_anew(space, LogRef(log.0))),
            _ => {}
        }
    }

    /// What was in an entry waits again.
    fn unsent(&mut self, space: SpaceRef, unsent: Unsent) {
        let document = DocumentId(unsent.document.0);
        // What cannot be read was not merged either.
        let changes = Foreign::read(&unsent.changes).map(|foreign| foreign.changes).unwrap_or_default();
        let named: Vec<_> = changes.iter().map(|change| (document, ChangeHash(change.hash))).collect();
        // A change that lies in a snapshot has no row of its own any more.
        self.also(move |tx| {
            for change in changes {
                match tx.take(document, &ChangeBytes { hash: ChangeHash(change.hash), bytes: change.bytes }) {
                    Ok(_) | Err(store::Error::NoDocument | store::Error::Erased) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        });
        let entry = EntryRef(unsent.entry.0);
        if unsent.seal {
            self.also(move |tx| tx.seal_again(&named));
        } else {
            self.also(move |tx| tx.send_again(space, entry, &named));
        }
    }

    /// Every change of a document waits again: which of them came by a lost snapshot nobody knows.
    pub(super) fn unsent_whole(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        (scope, document): (ScopeId, id::DocumentId),
    ) -> Result<(), Failure> {
        let id = DocumentId(document.0);
        let resident = (scope != shared.common_scope()).then_some(ResidentId(scope.0));
        let known = self.document(id).map_err(|error| fail("restore", error))?;
        let Some(row) = known.filter(|row| row.scope == resident && !row.sample) else { return Ok(()) };
        if self.open.lives_elsewhere(space, Homed::of(resident, id))? {
            return Ok(());
        }
        of_kind!(row.kind, K => self.every_change_waits::<K>(id))
    }

    fn every_change_waits<K: Shelve>(&mut self, id: DocumentId) -> Result<(), Failure> {
        self.load::<K>(id)?;
        let document = self.open.shelf.get::<K>(id).ok_or(Failure::NotFound)?;
        let changes = document.history().into_iter().filter_map(|(hash, _)| document.change(hash));
        let changes: Vec<ChangeBytes> = changes.map(stored).collect();
        self.also(move |tx| {
            changes.iter().try_for_each(|change| {
                tx.take(id, change)?;
                tx.seal_again(&[(id, change.hash)])
            })
        });
        Ok(())
    }
}
