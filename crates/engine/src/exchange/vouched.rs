//! Who wrote what came by somebody else, and who vouches for it: kept with each change, told beside the record.
//!
//! A change names the device that made it, and nothing more: who it is from is certain where that device signed the entry, or the
//! farewell that brought it. Else it is what somebody says, a file or whoever vouches for it, and it is told as that.

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Failure,
    sync::{Vouched, VouchedWay},
};
use documents::Change;
use domain::{DeviceId, DocumentId, Moment, ResidentId};
use store::{ChangeBytes, ChangeHash, DocumentRow, VouchedRow, Way};
use sync::{
    Space,
    protocol::{
        entry::header::Kind,
        id::{self, ScopeId},
    },
};

use super::{Team, merge::Walked};
use crate::{action::Action, failures::fail, open::Open};

/// Of the changes in some entries: those that their authors sent, and those that others brought.
pub(super) struct Voices {
    own: BTreeSet<[u8; 32]>,
    brought: BTreeMap<[u8; 32], (DeviceId, Way, Option<DeviceId>)>,
}

impl Voices {
    pub(super) fn of(shared: &Space, entries: &[Walked]) -> Self {
        let mut voices = Self { own: BTreeSet::new(), brought: BTreeMap::new() };
        for Walked { incoming, changes, vouched } in entries {
            for change in changes {
                if *vouched {
                    voices.brought.entry(change.hash).or_insert((change.device, Way::HandedIn, None));
                } else if !matches!(incoming.kind, Kind::Late) || is_theirs(shared, incoming.person, change.device) {
                    voices.own.insert(change.hash);
                } else {
                    let by = DeviceId(incoming.device.0);
                    voices.brought.entry(change.hash).or_insert((change.device, Way::Entry, Some(by)));
                }
            }
        }
        voices
    }

    /// What is to be kept of those that were taken.
    pub(super) fn rows(
        &self,
        document: DocumentId,
        taken: &[ChangeBytes],
        now: impl Fn() -> Moment,
    ) -> Vec<VouchedRow> {
        let brought = taken.iter().filter(|change| !self.own.contains(&change.hash.0));
        let rows = brought.filter_map(|change| {
            let (author, way, brought_by) = *self.brought.get(&change.hash.0)?;
            Some(VouchedRow { document, hash: change.hash, author, way, brought_by, at: now() })
        });
        rows.collect()
    }
}

/// Whether a device is one of a person's, as far as the team knows.
fn is_theirs(shared: &Space, person: id::PersonId, device: DeviceId) -> bool {
    let known = shared.membership().and_then(|membership| membership.person_of(id::DeviceId(device.0)));
    known == Some(person)
}

impl Action<'_> {
    /// What others brought, and its authors have sent by now: nobody has to vouch for it any more.
    pub(super) fn hear_authors(&mut self, document: DocumentId, voices: &Voices) -> Result<(), Failure> {
        let kept = self.open.store.read().vouched(document).map_err(|error| fail("vouched", error))?;
        for hash in kept.into_iter().map(|row| row.hash).filter(|hash| voices.own.contains(&hash.0)) {
            self.also(move |tx| tx.came_from_author(document, hash));
        }
        Ok(())
    }
}

impl Open {
    /// What is to be kept of changes that were read in from a file, of a document with this history. This person's own need nobody.
    pub(crate) fn read_from_file(
        &self,
        document: DocumentId,
        history: &[([u8; 32], DeviceId)],
        read_in: &[Change],
    ) -> Vec<VouchedRow> {
        let authors: BTreeMap<[u8; 32], DeviceId> = history.iter().copied().collect();
        let is_own = |device: &DeviceId| *device == self.device || self.teams.iter().any(|team| team.is_own(*device));
        let theirs = read_in.iter().filter_map(|change| {
            let author = authors.get(&change.hash).copied().filter(|device| !is_own(device))?;
            let hash = ChangeHash(change.hash);
            Some(VouchedRow { document, hash, author, way: Way::File, brought_by: None, at: self.now() })
        });
        theirs.collect()
    }

    /// What in a document did not come from who wrote it, those of the same people and way together.
    pub(crate) fn vouched(&self, row: &DocumentRow) -> Result<Vec<Vouched>, Failure> {
        let kept = self.store.read().vouched(row.id).map_err(|error| fail("vouched", error))?;
        let Some(resident) = row.scope.filter(|_| !kept.is_empty()) else { return Ok(Vec::new()) };
        let team = self.team_of(resident)?;
        let mut last: BTreeMap<_, Moment> = BTreeMap::new();
        for one in kept {
            let author = team.map(|team| self.person_behind(team, resident, one.author)).transpose()?.flatten();
            let by = match (one.brought_by, team) {
                (None, _) => Some(self.who()?.name),
                (Some(device), Some(team)) => self.person_behind(team, resident, device)?,
                (Some(_), None) => None,
            };
            let at = last.entry((author, by, way(one.way))).or_insert(one.at);
            *at = (*at).max(one.at);
        }
        let told = last.into_iter().map(|((author, by, way), at)| {
            let day = self.host.local(at).date().into();
            Vouched { author, by, way, day }
        });
        Ok(told.collect())
    }

    /// Whose a device is, in the dossier of a resident: somebody in the team, now or before, or the resident.
    pub(in crate::exchange) fn person_behind(
        &self,
        team: &Team,
        resident: ResidentId,
        device: DeviceId,
    ) -> Result<Option<String>, Failure> {
        let device = id::DeviceId(device.0);
        let sharing = team.space.sharing(ScopeId(resident.0));
        if sharing.is_some_and(|sharing| sharing.resident_card(device).is_some()) {
            let dossier = self.store.read().dossier(resident).map_err(|error| fail("vouched", error))?;
            return Ok(dossier.map(|dossier| dossier.profile.name));
        }
        let person = team.space.membership().and_then(|membership| membership.person_of(device));
        let Some(person) = person else { return Ok(None) };
        let named = self.person_in(team.row.id, domain::PersonId(person.0))?;
        Ok(named.map(|person| person.name).filter(|name| !name.is_empty()))
    }
}

const fn way(way: Way) -> VouchedWay {
    match way {
        Way::File => VouchedWay::File,
        Way::HandedIn => VouchedWay::HandedIn,
        Way::Entry => VouchedWay::Told,
    }
}
