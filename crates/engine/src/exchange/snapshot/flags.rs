//! Which other devices find a snapshot wrong, for the dossier to tell: until a later one is good.

use std::collections::BTreeSet;

use api::{Failure, sync::Flagged};
use domain::{DeviceId, DocumentId};
use store::DocumentRow;
use sync::{
    Incoming, Space,
    protocol::{
        entry::{Entry, header::Kind},
        id,
    },
};

use crate::{action::Action, failures::fail, open::Open};

impl Action<'_> {
    /// Notes what another device says of a snapshot. That one is wrong counts from whoever reads the whole scope; that a later one is
    /// good, for that device alone: nobody else takes back what it said.
    pub(super) fn note_word(&mut self, shared: &Space, ack: &Incoming) {
        let (document, device) = (DocumentId(ack.document.0), DeviceId(ack.device.0));
        let Kind::Ack { complete, .. } = ack.kind else { return };
        if complete {
            self.also(move |tx| tx.unflag(document, Some(device)));
        } else if reads_whole(shared, ack) {
            let at = self.open.now();
            self.also(move |tx| tx.flag(document, device, at));
        }
    }

    /// This device has found a later snapshot good, or made one: what was said of those before it is past.
    pub(in crate::exchange) fn past_flags(&mut self, document: id::DocumentId) {
        let document = DocumentId(document.0);
        self.also(move |tx| tx.unflag(document, None));
    }
}

fn reads_whole(shared: &Space, ack: &Incoming) -> bool {
    let (Some(sharing), Some(membership)) = (shared.sharing(ack.scope), shared.membership()) else { return false };
    Entry::decode(&ack.bytes).is_ok_and(|entry| sharing.readers(&entry.header.claims, membership).contains(&ack.person))
}

impl Open {
    /// Whose devices find a snapshot of a document wrong, other than this one; nothing where none does.
    pub(in crate::exchange) fn flagged(&self, row: &DocumentRow) -> Result<Option<Flagged>, Failure> {
        let kept = self.store.read().flagged(row.id).map_err(|error| fail("flag", error))?;
        let (Some(resident), Some(since)) = (row.scope, kept.iter().map(|(_, at)| *at).min()) else { return Ok(None) };
        let team = self.team_of(resident)?;
        let mut by = BTreeSet::new();
        for (device, _) in kept {
            by.extend(team.map(|team| self.person_behind(team, resident, device)).transpose()?.flatten());
        }
        Ok(Some(Flagged { by: by.into_iter().collect(), day: self.host.local(since).date().into() }))
    }
}
