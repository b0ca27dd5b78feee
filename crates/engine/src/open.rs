//! The opened data: store, device, person, and the documents in memory.

use std::{collections::BTreeSet, sync::Arc};

use api::{Changed, Failure, Saved};
use domain::{Date, DeviceId, Moment, PersonId, ResidentId};
use store::{DatabaseKey, DocumentKind, SpaceRef, Store};

use crate::{
    failures::fail,
    host::{Host, random_id},
    pairing::Pairing,
    sheet::Back,
    shelf::Shelf,
    team::Teams,
};

/// Everything that is there between unlocking and locking.
pub(crate) struct Open {
    pub(crate) host: Arc<dyn Host>,
    pub(crate) store: Store,
    pub(crate) key: DatabaseKey,
    pub(crate) device: DeviceId,
    pub(crate) person: PersonId,
    pub(crate) shelf: Shelf,
    pub(crate) changed: Vec<Changed>,
    /// Whose dossiers were opened since unlocking; each is one line in the access log.
    pub(crate) opened: BTreeSet<ResidentId>,
    /// Opened with the recovery code: the old passphrase is not asked for when a new one is chosen.
    pub(crate) recovered: bool,
    /// There may be something to send: the driver has to look.
    pub(crate) ring: bool,
    /// An invitation or a joining that is under way.
    pub(crate) pairing: Option<Pairing>,
    /// A coming back with an old recovery sheet that is under way, or how it ended.
    pub(crate) back: Option<Back>,
    /// The teams that this device is in.
    pub(crate) teams: Teams,
    /// The team in which a person works now; nothing for all.
    pub(crate) chosen: Option<SpaceRef>,
    /// A kept log of the team or of sharing does not replay: the dossiers open, and nothing is exchanged.
    pub(crate) unreplayed: bool,
    /// What was mended at opening; told until the app is locked.
    pub(crate) mended: Option<api::session::Mended>,
}

impl Open {
    /// Now.
    pub(crate) fn now(&self) -> Moment {
        self.host.now()
    }

    /// Milliseconds by the clock that nobody sets.
    pub(crate) fn steady_ms(&self) -> u64 {
        self.host.steady_ms()
    }

    /// Today where the device is.
    pub(crate) fn today(&self) -> Date {
        self.host.local(self.now()).date().into()
    }

    /// Sixteen random bytes for an id.
    pub(crate) fn random_id(&self) -> [u8; 16] {
        random_id(&*self.host)
    }

    /// The answer after a commit.
    pub(crate) fn saved(&self) -> Saved {
        Saved { at: self.now() }
    }

    /// The one document of a kind in a scope.
    pub(crate) fn document_of(
        &self,
        scope: Option<ResidentId>,
        kind: DocumentKind,
    ) -> Result<domain::DocumentId, Failure> {
        let row = self.store.read().document_of(scope, kind).map_err(|error| fail("document", error))?;
        row.map(|row| row.id).ok_or(Failure::NotFound)
    }
}
