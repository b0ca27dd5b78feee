//! Merges what former readers handed in with their farewells, and sends it on in this person's name.

use std::collections::BTreeMap;

use api::{
    Failure,
    sync::{HandedInAside, Problem},
};
use documents::Foreign;
use domain::{DocumentId, ResidentId};
use store::{AsideRow, SpaceRef};
use sync::{
    Effect, HandedIn, Incoming, SCHEMA, Space, Why, Wish,
    protocol::{
        encode::Blob,
        entry::{body::Body, header::Kind},
        id::{self, DeviceId, EntryHash, ScopeId},
    },
};

use super::{
    Team,
    merge::{Walked, all_own},
};
use crate::{action::Action, failures::fail, open::Open};

impl Action<'_> {
    /// Keeps what of a scope was not sent, `but` for documents that this device still reads, to be handed in to its keepers with the
    /// farewell. Words of others that wait here to be vouched for are left out: a keeper's device takes them from nobody but their
    /// author.
    pub(super) fn hand_in(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        (resident, but): (ResidentId, &[id::DocumentId]),
    ) -> Result<(), Failure> {
        let (read, lost) = (self.open.store.read(), |error| fail("hand-in", error));
        let own = |bytes: &[u8]| {
            let changes = Foreign::read(bytes).map(|foreign| foreign.changes);
            changes.is_ok_and(|changes| all_own(shared, (shared.device(), shared.person()), &changes))
        };
        let mut changes = Vec::new();
        let rows = read.documents_of(resident).map_err(lost)?.into_iter();
        for row in rows.filter(|row| !but.contains(&id::DocumentId(row.id.0))) {
            let waiting = read.outbox(row.id).map_err(lost)?.into_iter().filter(|change| own(&change.bytes));
            changes.extend(waiting.map(|change| (id::DocumentId(row.id.0), change.bytes)));
        }
        if !changes.is_empty() {
            let wish = Wish::HandIn { scope: ScopeId(resident.0), changes }.to_bytes();
            self.also(move |tx| tx.add_wish(space, &wish).map(drop));
        }
        Ok(())
    }

    /// Merges what was handed in. Nobody chooses: its author had access when it was written, and could not send it any more. What is
    /// not in the author's own name is put aside: this person vouches for what is sent on.
    pub(super) fn merge_handed_in(
        &mut self,
        shared: &Space,
        space: SpaceRef,
        handed_in: Vec<HandedIn>,
    ) -> Result<(), Failure> {
        let mut by_document: BTreeMap<DocumentId, Vec<Walked>> = BTreeMap::new();
        for one in handed_in {
            let document = DocumentId(one.document.0);
            let incoming = incoming(one);
            match Foreign::read(&incoming.bytes) {
                Ok(Foreign { changes }) if all_own(shared, (incoming.device, incoming.person), &changes) => {
                    let walked = Walked { incoming, changes, vouched: true };
                    by_document.entry(document).or_default().push(walked);
                }
                _ => self.handed_in_aside(space, incoming, Why::Unmergeable),
            }
        }
        for (document, changes) in by_document {
            self.merge_document(shared, space, document, changes)?;
        }
        Ok(())
    }

    /// Puts aside what was handed in and no document takes, with the device that did. What follows changes that are not here yet is
    /// tried again; the rest is not, so it holds nothing up.
    pub(super) fn handed_in_aside(&mut self, space: SpaceRef, incoming: Incoming, why: Why) {
        let why = if why == Why::Gap { Why::HandedIn } else { Why::RefusedHandedIn };
        let bytes = [incoming.device.0.as_slice(), &incoming.bytes].concat();
        self.aside(space, Incoming { bytes, ..incoming }, why);
    }
}

impl Open {
    /// How much of what is aside was handed in, and by whom.
    pub(super) fn handed_in_by(&self, team: &Team) -> Result<Vec<HandedInAside>, Failure> {
        if !team.problems.iter().any(|problem| matches!(problem, Problem::Aside { .. })) {
            return Ok(Vec::new());
        }
        let mut counts: BTreeMap<Option<String>, u32> = BTreeMap::new();
        for row in self.store.read().aside(team.row.id).map_err(|error| fail("aside", error))? {
            if let Some((device, _)) = opened(&row) {
                let by = self.person_behind(team, ResidentId(row.scope.0), domain::DeviceId(device.0))?;
                let count = counts.entry(by).or_default();
                *count = count.saturating_add(1);
            }
        }
        Ok(counts.into_iter().map(|(by, count)| HandedInAside { by, count }).collect())
    }
}

/// What was handed in once and followed something that was not here; nothing where something else was put aside.
pub(super) fn kept(shared: &Space, row: &AsideRow) -> Option<Effect> {
    let (device, change) = opened(row).filter(|_| row.why == Why::HandedIn.name())?;
    let place = (ScopeId(row.scope.0), id::DocumentId(row.document.0));
    Some(shared.handed_in_by(device, place, change.to_vec()))
}

/// The device that handed in what was put aside, and the bytes; nothing where it came in another way.
fn opened(row: &AsideRow) -> Option<(DeviceId, &[u8])> {
    let ways = [Why::HandedIn.name(), Why::RefusedHandedIn.name()];
    let (device, bytes) = row.bytes.split_first_chunk().filter(|_| ways.contains(&row.why.as_str()))?;
    Some((DeviceId(*device), bytes))
}

/// As if it had come in an entry.
fn incoming(one: HandedIn) -> Incoming {
    let HandedIn { scope, document, device, person, bytes } = one;
    let body = Body { schema: SCHEMA, heads_before: Vec::new(), heads_after: Vec::new(), bytes: Blob(Vec::new()) };
    Incoming { scope, document, device, person, kind: Kind::Late, entry: EntryHash::of(&bytes), cursor: 0, bytes, body }
}
