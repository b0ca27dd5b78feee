//! The spaces as they stand on disk, for everybody who reads; who waits for a change hears of it here.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use protocol::id::SpaceId;
use tokio::sync::watch;

use crate::heart::space::Space;

/// Every space. Only what was committed is published.
#[derive(Default)]
pub struct Hub(RwLock<BTreeMap<SpaceId, watch::Sender<Arc<Space>>>>);

impl Hub {
    /// A space as it stands now.
    #[must_use]
    pub fn space(&self, space: SpaceId) -> Option<Arc<Space>> {
        let spaces = self.0.read().unwrap_or_else(PoisonError::into_inner);
        spaces.get(&space).map(|space| Arc::clone(&space.borrow()))
    }

    /// A space as it stands now, and every time it changes.
    #[must_use]
    pub fn follow(&self, space: SpaceId) -> Option<watch::Receiver<Arc<Space>>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&space).map(watch::Sender::subscribe)
    }

    /// How many spaces there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The spaces that are in memory.
    #[must_use]
    pub fn ids(&self) -> Vec<SpaceId> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// Whoever waits for this space is told that it is not what it was.
    pub(crate) fn forget(&self, space: SpaceId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&space);
    }

    /// Shows a space to everybody, unless what they see is newer: the writer, and who hears of other processes, publish in any order.
    pub(crate) fn publish(&self, space: Space) {
        let mut spaces = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let id = space.id;
        let space = Arc::new(space);
        match spaces.get(&id) {
            Some(known) => {
                known.send_if_modified(|known| {
                    let is_newer = (space.head, space.revision) > (known.head, known.revision);
                    if is_newer {
                        *known = space;
                    }
                    is_newer
                });
            }
            None => {
                spaces.insert(id, watch::Sender::new(space));
            }
        }
    }
}
