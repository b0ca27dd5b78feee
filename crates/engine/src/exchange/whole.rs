//! Whether what is kept for the exchange is whole: the logs of each team, and the entries.

use api::Failure;
use store::SpaceRef;
use sync::{
    Home, KeptEntry, Space,
    protocol::id::{DeviceId, DocumentId, EntryHash, ScopeId},
};

use super::{load::does_not_replay, restore::AtHome};
use crate::{failures::fail, open::Open};

impl Open {
    /// The spaces as they are kept, and of how many a log does not replay.
    pub(crate) fn replayed(&self) -> Result<(Vec<Space>, u64), Failure> {
        let (mut spaces, mut broken) = (Vec::new(), 0_u64);
        for row in self.store.read().spaces().map_err(|error| fail("verify", error))? {
            match self.loaded(row) {
                Ok(team) => spaces.push(team.space),
                Err(failure) if does_not_replay(&failure) => broken = broken.saturating_add(1),
                Err(failure) => return Err(failure),
            }
        }
        Ok((spaces, broken))
    }

    /// How many of the entries that are kept of a space are not as their devices made them.
    pub(crate) fn unsound_entries(&self, space: &Space) -> Result<u64, Failure> {
        let at_home = AtHome { store: &self.store, space: SpaceRef(space.id().0) };
        let rows = self.store.read().entries(at_home.space).map_err(|error| fail("verify", error))?;
        let unsound = rows.into_iter().filter(|row| {
            let kept = KeptEntry {
                entry: EntryHash(row.hash.0),
                scope: ScopeId(row.scope.0),
                document: DocumentId(row.document.0),
                device: row.device.map_or(space.device(), |device| DeviceId(device.0)),
                counter: row.counter,
                abandoned: row.abandoned,
            };
            at_home.entry(kept.entry).is_none_or(|bytes| !space.is_sound(&kept, &bytes))
        });
        Ok(unsound.count() as u64)
    }
}
