//! Says that there may be something to do.

use std::sync::Arc;

use tokio::sync::Notify;

/// A bell that is rung after a person did something, when the app comes to the front, or when the network is back. One who is not
/// listening at that moment hears it afterwards.
#[derive(Debug, Clone, Default)]
pub struct Bell {
    exchange: Arc<Notify>,
    pairing: Arc<Notify>,
}

impl Bell {
    /// Rings it.
    pub fn ring(&self) {
        self.exchange.notify_one();
        self.pairing.notify_one();
    }

    pub(crate) async fn for_exchange(&self) {
        self.exchange.notified().await;
    }

    pub(crate) async fn for_pairing(&self) {
        self.pairing.notified().await;
    }
}
