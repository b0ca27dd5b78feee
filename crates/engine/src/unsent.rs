//! What was not sent to a team when this device went out of it, for a colleague to read in from a file.
//!
//! What colleagues read too and others keep is erased here; the changes of it that nobody has yet stay, apart, until the person has
//! put that away. What was withdrawn or erased by then is not among them. Of what this person keeps the changes lie in the outbox.

mod save;

use std::collections::BTreeSet;

use api::{Failure, sync::Unsent, team::TeamName};
use data_encoding::BASE64;
use domain::{ConversationId, DocumentId, ResidentId, TeamId};
use serde::{Deserialize, Serialize};
use store::{Homed, SpaceRef};
use sync::{
    Effect, Space,
    protocol::{
        id::{self, ScopeId},
        sharing::{Sharing, record::Audience},
    },
};

use crate::{
    action::Action,
    exchange::{TAKEN_OUT, of},
    failures::fail,
    open::Open,
};

/// Under this name, of its space, the changes are kept.
const UNSENT: &str = "unsent";

/// A change that nobody else has.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    scope: ResidentId,
    document: DocumentId,
    /// In base64, as in an exported file.
    bytes: String,
}

impl Open {
    /// The teams to which something was not sent, as long as nobody has put that away.
    pub(crate) fn unsent(&self) -> Result<Vec<Unsent>, Failure> {
        let mut unsent = Vec::new();
        for row in self.spaces()? {
            let changes = self.unsent_changes(row.id)?.len();
            if changes > 0 {
                let team = TeamName { id: TeamId(row.id.0), name: row.name };
                unsent.push(Unsent { team, changes: u32::try_from(changes).unwrap_or(u32::MAX) });
            }
        }
        Ok(unsent)
    }

    /// The changes that a team does not have and would have read, in the order in which they were made.
    fn unsent_changes(&self, space: SpaceRef) -> Result<Vec<Kept>, Failure> {
        let mut changes = self.kept_apart(space)?;
        changes.extend(self.of_own_dossiers(space)?);
        Ok(changes)
    }

    /// Of dossiers that others keep; never of what was erased since.
    fn kept_apart(&self, space: SpaceRef) -> Result<Vec<Kept>, Failure> {
        let (read, lost) = (self.store.read(), |error| fail("unsent", error));
        let kept: Vec<Kept> = read.setting(&of(UNSENT, space)).map_err(lost)?.unwrap_or_default();
        let mut standing = Vec::new();
        for change in kept {
            let erased = read.scope_erased(change.scope).map_err(lost)?.is_some()
                || read.conversation_erased(ConversationId(change.document.0)).map_err(lost)?.is_some();
            if !erased {
                standing.push(change);
            }
        }
        Ok(standing)
    }

    /// Of dossiers that this person keeps, and colleagues read.
    fn of_own_dossiers(&self, space: SpaceRef) -> Result<Vec<Kept>, Failure> {
        let (read, lost) = (self.store.read(), |error| fail("unsent", error));
        let row = read.space(space).map_err(lost)?.filter(|row| row.left.is_some());
        let told = read.setting::<bool>(&of(TAKEN_OUT, space)).map_err(lost)?.is_some();
        let (Some(row), true) = (row, told) else { return Ok(Vec::new()) };
        let team = self.loaded(row)?;
        let mut changes = Vec::new();
        for (document, _) in read.waiting().map_err(lost)? {
            let Some(row) = read.document(document).map_err(lost)?.filter(|row| !row.sample) else { continue };
            let Some(scope) = row.scope else { continue };
            let lives_there = read.home(Homed::Scope(scope)).map_err(lost)? == Some(space);
            let sharing = team.space.sharing(ScopeId(scope.0));
            if lives_there && sharing.is_some_and(|sharing| colleagues_read(sharing, team.space.person())) {
                let waiting = read.outbox(document).map_err(lost)?;
                changes.extend(waiting.into_iter().map(|change| kept(scope, document, &change.bytes)));
            }
        }
        Ok(changes)
    }
}

impl Action<'_> {
    /// Keeps apart what was not sent of dossiers that go from here because this device goes out of their team. What a page with
    /// the removal also withdrew or erased is left out.
    pub(crate) fn keep_unsent(
        &mut self,
        shared: &Space,
        theirs: &[ResidentId],
        effects: &[Effect],
    ) -> Result<(), Failure> {
        let (read, lost) = (self.open.store.read(), |error| fail("unsent", error));
        let space = SpaceRef(shared.id().0);
        let mut changes: Vec<Kept> = Vec::new();
        for resident in theirs {
            let scope = ScopeId(resident.0);
            let Some(sharing) = shared.sharing(scope) else { continue };
            for row in read.documents_of(*resident).map_err(lost)? {
                let document = id::DocumentId(row.id.0);
                let had = would_read(sharing, shared.person(), document) && !takes_away(effects, scope, document);
                if had && !row.sample {
                    let waiting = read.outbox(row.id).map_err(lost)?;
                    changes.extend(waiting.into_iter().map(|change| kept(*resident, row.id, &change.bytes)));
                }
            }
        }
        if !changes.is_empty() {
            self.also(move |tx| tx.set_setting(&of(UNSENT, space), &changes));
        }
        Ok(())
    }

    /// Drops what was kept apart of a scope: it was erased or withdrawn since.
    pub(crate) fn drop_unsent(&mut self, resident: ResidentId) {
        for row in self.open.spaces().unwrap_or_default() {
            let name = of(UNSENT, row.id);
            let kept: Vec<Kept> = self.open.store.read().setting(&name).ok().flatten().unwrap_or_default();
            if kept.iter().any(|change| change.scope == resident) {
                let others: Vec<Kept> = kept.into_iter().filter(|change| change.scope != resident).collect();
                self.also(move |tx| tx.set_setting(&name, &others));
            }
        }
    }

    /// Puts away what was not sent to a team, for ever.
    pub(crate) fn put_unsent_away(&mut self, space: SpaceRef) {
        self.also(move |tx| tx.remove_setting(&of(UNSENT, space)));
    }
}

fn kept(scope: ResidentId, document: DocumentId, bytes: &[u8]) -> Kept {
    Kept { scope, document, bytes: BASE64.encode(bytes) }
}

/// Whether somebody would read a document by what stands, were they still in the team.
fn would_read(sharing: &Sharing, person: id::PersonId, document: id::DocumentId) -> bool {
    !sharing.is_erased()
        && !sharing.is_document_erased(document)
        && sharing.standing().any(|(_, audience)| match audience {
            Audience::Part { documents, .. } if !documents.contains(&document) => false,
            audience => audience.is_for_team() || audience.people().contains(&person),
        })
}

/// Whether colleagues of somebody read all of a scope.
fn colleagues_read(sharing: &Sharing, person: id::PersonId) -> bool {
    !sharing.is_erased()
        && sharing.standing().any(|(_, audience)| match audience {
            Audience::Team => true,
            Audience::Keepers(people) | Audience::People(people) => people.iter().any(|other| *other != person),
            Audience::Part { .. } | Audience::Resident(_) => false,
        })
}

/// Whether one of these takes a document away from this device.
fn takes_away(effects: &[Effect], of: ScopeId, document: id::DocumentId) -> bool {
    effects.iter().any(|effect| match effect {
        Effect::Lost { scope } | Effect::Erased { scope } => *scope == of,
        Effect::Narrowed { scope, named } => *scope == of && !named.contains(&document),
        Effect::ErasedDocument { document: erased, .. } => *erased == document,
        _ => false,
    })
}

/// The changes of each document together, each with the scope that it is in.
fn by_document(changes: Vec<Kept>) -> Vec<(ResidentId, DocumentId, Vec<u8>)> {
    let documents: BTreeSet<(ResidentId, DocumentId)> =
        changes.iter().map(|change| (change.scope, change.document)).collect();
    let bytes = |document: DocumentId| {
        let of_it = changes.iter().filter(move |change| change.document == document);
        of_it.filter_map(|change| BASE64.decode(change.bytes.as_bytes()).ok()).flatten().collect()
    };
    documents.into_iter().map(|(scope, document)| (scope, document, bytes(document))).collect()
}
