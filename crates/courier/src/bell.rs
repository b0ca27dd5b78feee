//! Says that there may be something to do.

use std::sync::Arc;

use tokio::sync::{Notify, watch};

/// A bell that is rung after a person did something, when the network is back, or when the app comes to the front. One who is not
/// listening at that moment hears it afterwards.
#[derive(Debug, Clone, Default)]
pub struct Bell {
    rings: Arc<watch::Sender<Rings>>,
    pairing: Arc<Notify>,
}

/// How often it was rung.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Rings {
    all: u64,
    /// Of them, how often for everybody.
    for_everybody: u64,
}

/// For whom it was rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rung {
    /// For whoever has something to do; the engine knows who.
    ForSome,
    /// For everybody.
    ForEverybody,
}

/// One of several who listen to the same bell.
#[derive(Debug)]
pub(crate) struct Ear {
    rings: watch::Receiver<Rings>,
    heard: Rings,
}

impl Bell {
    /// Rings it: somebody did something, or the network is back.
    pub fn ring(&self) {
        self.rings.send_modify(|rings| rings.all = rings.all.wrapping_add(1));
        self.pairing.notify_one();
    }

    /// Rings it for everybody: the app is in front again.
    pub fn ring_for_everybody(&self) {
        self.rings.send_modify(|rings| rings.for_everybody = rings.for_everybody.wrapping_add(1));
        self.pairing.notify_one();
    }

    /// Hears every ring from now on.
    pub(crate) fn ear(&self) -> Ear {
        let rings = self.rings.subscribe();
        let heard = *rings.borrow();
        Ear { rings, heard }
    }

    pub(crate) async fn for_pairing(&self) {
        self.pairing.notified().await;
    }
}

impl Ear {
    /// Until the bell rang since this was called last. A bell that is gone rings no more.
    pub(crate) async fn rung(&mut self) -> Rung {
        if self.rings.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
        let before = std::mem::replace(&mut self.heard, *self.rings.borrow_and_update());
        if before.for_everybody == self.heard.for_everybody { Rung::ForSome } else { Rung::ForEverybody }
    }
}
